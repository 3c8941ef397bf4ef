"""What holds for every run: nothing hidden, nothing changed, the same bytes, no network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from curriculum_lint.check.rule import Finding, Rule
from curriculum_lint.model.curriculum import Page
from curriculum_lint.rules.structure.missing_readme import MissingReadme
from curriculum_lint.rules.structure.missing_title import MissingTitle
from tests.command import invoke
from tests.curricula import FIRST, SECOND, clean_files, readme
from tests.layouts.curriculum import curriculum
from tests.repository import write_files
from tests.robustness.outcome import check, diagnostics, found_at

LEFT = (SECOND, "CL104")


def run(root: Path, *arguments: str, code: str = "", **variables: str) -> tuple[int, bytes, bytes]:
    """A real process; ``code`` runs before the command line does."""
    start = f"{code}\nimport sys\nfrom curriculum_lint.__main__ import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", start, *arguments],
        cwd=root,
        env={**os.environ, **variables},
        capture_output=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


# -- a rule that fails


def fail(self: Rule, _subject: object) -> Iterator[Finding]:
    """A check that fails in the middle, with an unpleasant message."""
    raise ZeroDivisionError("\x1b[31m::error::\n##[error]" + "x" * 10_000)
    yield


@pytest.mark.parametrize("rule", [MissingTitle, MissingReadme])
@pytest.mark.parametrize("error", [ZeroDivisionError, RecursionError, MemoryError, OSError])
def test_rule_that_fails_is_an_internal_error_and_hides_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, rule: type[Rule], error: type[Exception]
) -> None:
    def failing(self: Rule, _subject: object) -> Iterator[Finding]:
        raise error("\x1b[31m::error::\n##[error]" + "x" * 10_000)

    monkeypatch.setattr(rule, "check", failing)
    found = found_at(root)
    assert LEFT in found
    assert "CL000" in {code for _, code in found}
    for output_format in ("text", "concise", "json"):
        assert check(root, output_format=output_format).exit_code == 2


def test_rule_that_fails_on_one_file_is_reported_for_that_file(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = MissingTitle.check

    def failing(self: MissingTitle, page: Page) -> Iterator[Finding]:
        if page.path == FIRST:
            raise KeyError("x")
        yield from whole(self, page)

    monkeypatch.setattr(MissingTitle, "check", failing)
    assert [path for path, code in found_at(root) if code == "CL000"] == [FIRST]


def test_internal_error_is_shown_and_fails_whatever_the_options_say(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MissingReadme, "check", fail)
    for arguments in (("--exit-zero",), ("--quiet",), (str(root / FIRST),), ("--diff",)):
        done = check(root, *arguments)
        assert done.exit_code == 2, arguments
        assert "CL101" in done.stdout + done.stderr, arguments


@pytest.mark.parametrize("rule", [MissingReadme, MissingTitle])
def test_failure_is_not_remembered(
    root: Path, monkeypatch: pytest.MonkeyPatch, rule: type[Rule]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(rule, "check", fail)
        assert check(root).exit_code == 2
    assert check(root).exit_code == 1


def test_file_on_which_the_parser_fails_hides_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from curriculum_lint.parse import parser

    whole = parser.parse_document

    def failing(path: str, *arguments: object) -> object:
        if path == FIRST:
            raise RecursionError("maximum recursion depth exceeded")
        return whole(path, *arguments)

    monkeypatch.setattr(parser, "parse_document", failing)
    found = found_at(root, "--no-cache")
    assert LEFT in found
    assert (FIRST, "CL000") in found
    assert check(root).exit_code == 2


def test_anything_else_that_fails_is_one_line(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("\x1b[31m::error::\nsecond line")

    monkeypatch.setattr("curriculum_lint.cli.run_check.check_once", failing)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = check(root)
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) <= 2
    assert "ZeroDivisionError" in done.stderr
    assert list(tmp_path.glob("curriculum-lint-crash-*.log"))


# -- the same bytes


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Many files with many findings, links and suppressions."""
    root = tmp_path / "large"
    files = {readme.path: readme.text for readme in islice(curriculum(), 6)}
    for number, path in enumerate(list(files)):
        files[path] += (
            f"\n[a](../{number}.md) [b](#nothing)\n\n<!-- curriculum-lint-disable CL9 -->\n"
        )
    write_files(root, {**files, **{f"deep/{n}/notes.md": "#### x\n" for n in range(9)}})
    return root


def _json(root: Path, *arguments: str, code: str = "", **variables: str) -> bytes:
    status, out, err = run(
        root, "check", "--output-format", "json", *arguments, code=code, **variables
    )
    assert status == 1, err
    assert json.loads(out)["diagnostics"]
    return out


SHUFFLED = """
import os, random
_scandir, _listdir = os.scandir, os.listdir
class Shuffled:
    def __init__(self, found):
        self.found = list(found)
        random.Random(SEED).shuffle(self.found)
    def __enter__(self): return iter(self.found)
    def __exit__(self, *_): pass
    def __iter__(self): return iter(self.found)
    def __next__(self): return next(iter(self.found))
    def close(self): pass
def scandir(path="."):
    with _scandir(path) as found:
        return Shuffled(found)
def listdir(path="."):
    found = _listdir(path)
    random.Random(SEED).shuffle(found)
    return found
if SEED: os.scandir, os.listdir = scandir, listdir
"""


def test_same_tree_gives_the_same_bytes(large: Path) -> None:
    """For every hash seed and order of entries; without, with a cold, and with a warm cache."""
    expected = _json(large, "--no-cache", PYTHONHASHSEED="0")
    for seed in (1, 2):
        shuffled = SHUFFLED.replace("SEED", str(seed))
        assert _json(large, "--no-cache", code=shuffled, PYTHONHASHSEED=str(seed)) == expected
    for seed in ("3", "4"):
        assert _json(large, PYTHONHASHSEED=seed) == expected


def test_same_files_written_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    files = clean_files() | {SECOND: readme("Files", practices="")}
    files |= {f"notes/{n}.md": f"[a]({n + 1}.md)\n[b](x.md)\n" for n in range(9)}
    write_files(tmp_path / "one", files)
    write_files(tmp_path / "two", dict(reversed(files.items())))
    assert diagnostics(tmp_path / "one") == diagnostics(tmp_path / "two")


# -- nothing is changed, nobody is asked


def _snapshot(root: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for folder, folders, files in os.walk(root):
        for name in [".", *folders, *files]:
            path = os.path.join(folder, name)
            state = os.lstat(path)
            content = Path(path).read_bytes() if os.path.isfile(path) else b""
            found[path] = (
                *(state.st_mode, state.st_ino, state.st_size, state.st_uid),
                *(state.st_mtime_ns, state.st_ctime_ns),
                content,
            )
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--no-cache",),
        ("--diff", "--unsafe-fixes"),
        ("--statistics",),
        ("--output-format", "json"),
        ("--select", "ALL"),
    ],
)
def test_check_changes_nothing_in_the_tree(large: Path, arguments: tuple[str, ...]) -> None:
    (large / ".gitignore").write_text("ignored\n")
    (large / "ignored").mkdir()
    before = _snapshot(large)
    for _ in range(2):
        check(large, *arguments)
    assert _snapshot(large) == before


def test_fixing_what_is_clean_changes_nothing(tmp_path: Path) -> None:
    write_files(tmp_path / "clean", clean_files())
    before = _snapshot(tmp_path / "clean")
    assert check(tmp_path / "clean", "--fix", "--unsafe-fixes", "--select", "CL1").exit_code == 0
    assert _snapshot(tmp_path / "clean") == before


NO_NETWORK = """
import socket
class Refused(socket.socket):
    def __init__(self, *_, **__):
        raise SystemExit("a socket was made")
def refuse(*_, **__):
    raise SystemExit("the network was asked")
socket.socket = Refused
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
"""


def test_check_asks_nobody(root: Path) -> None:
    (root / "notes.md").write_text(
        "# Notes\n\n[a](https://example.com/x) ![b](http://127.0.0.1:9/y.png) <ftp://example.com>\n"
    )
    status, out, err = run(root, "check", "--select", "ALL", code=NO_NETWORK)
    assert status == 1, err
    assert b"CL104" in out


def test_packages_in_the_checkout_are_not_imported(root: Path) -> None:
    for name in ("click", "json", "pydantic", "curriculum_lint", "jinja2", "re"):
        (root / f"{name}.py").write_text("raise SystemExit('a stranger was imported')\n")
    script = shutil.which("curriculum-lint", path=os.path.dirname(sys.executable))
    if script is None:
        pytest.skip("the console script is not installed")
    done = subprocess.run([script, "check"], cwd=root, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, b"")


def test_version_and_help_succeed() -> None:
    for arguments in (("--version",), ("--help",), ("check", "--help"), ("rule",), ("config",)):
        assert invoke(*arguments).exit_code == 0, arguments
