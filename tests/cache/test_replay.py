"""What is printed again is what the whole program would print, whatever has changed meanwhile."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from curriculum_lint.cache import replay as replay_file
from curriculum_lint.cli.main import run_and_record
from curriculum_lint.cli.replay import replay
from tests.cache.damage import DAMAGES, Damage, damage_all
from tests.cache.test_same_as_without import SECOND, Walk, readme
from tests.command import Result

_SECONDS = re.compile(r"checked in \d+\.\d\d s\.")


def check(*arguments: str) -> tuple[Result, bool]:
    """What the console script does, and whether it answered from what it had printed before."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = replay(["check", *arguments])
        is_replayed = code is not None
        if code is None:
            code = run_and_record(["check", *arguments])
    plain = [_SECONDS.sub("checked.", each.getvalue()) for each in (out, err)]
    return Result(code, *plain), is_replayed


@pytest.fixture
def inside(root: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder is a curriculum where nothing has changed for long."""
    own_cache.mkdir()
    monkeypatch.chdir(root)
    for name in ("CI", "GITHUB_ACTIONS", "GITHUB_BASE_REF"):
        monkeypatch.delenv(name, raising=False)
    settle(root)
    return root


def settle(root: Path) -> None:
    """What has just been written is not trusted: wait until it would be."""
    Walk(root, 0).settle()
    _wait()


def _wait() -> None:
    time.sleep(0.06)


@pytest.mark.parametrize("seed", range(4))
def test_any_walk_of_edits_prints_what_would_be_printed_without(inside: Path, seed: int) -> None:
    walk = Walk(inside, seed)
    taken: list[str] = []
    replayed = 0
    for _ in range(20):
        taken.append(walk.step())
        _wait()
        expected, _ = check("--no-cache")
        for _ in range(3):
            printed, is_replayed = check()
            assert printed == expected, taken
            replayed += is_replayed
    assert replayed > 5, "the walk proves nothing if nothing is printed again"


def test_the_second_time_is_printed_again(inside: Path) -> None:
    assert [check()[1] for _ in range(3)] == [False, True, True]


def test_another_way_to_ask_has_an_answer_of_its_own(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in ([], ["--output-format", "json"], ["--select", "CL1"], ["--color", "always"]):
        assert [check(*arguments)[1] for _ in range(2)] == [False, True], arguments
    monkeypatch.setenv("NO_COLOR", "1")
    assert not check()[1]
    monkeypatch.chdir(inside / "first_level")
    assert not check()[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-cache"],
        ["--fix"],
        ["--diff"],
        ["--output-file", "report.txt"],
        ["--output-format", "github"],
        ["--output-format", "text,json:report.json"],
        ["first_level"],
        ["--root", "."],
        ["--unknown"],
        ["--update-baseline"],
        ["--help"],
    ],
)
def test_what_does_more_than_print_is_done_each_time(inside: Path, arguments: list[str]) -> None:
    for _ in range(2):
        assert not check(*arguments)[1]
        _wait()


def _configuration(root: Path) -> None:
    (root / "curriculum-lint.toml").write_text('ignore = ["CL104"]\n')


def _project(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.curriculum-lint]\nignore = ['CL104']\n")


def _configuration_above(root: Path) -> None:
    (root.parent / "curriculum-lint.toml").write_text('ignore = ["CL104"]\n')


def _repository_above(root: Path) -> None:
    (root.parent / ".git").mkdir()


def _baseline(root: Path) -> None:
    (root / ".curriculum-lint-baseline.json").write_text("{}")


def _ignore_file(root: Path) -> None:
    (root / ".gitignore").write_text("2_*\n")


def _ignore_file_above(root: Path) -> None:
    (root.parent / ".git").mkdir()
    (root.parent / ".gitignore").write_text("2_*\n")


def _personal_ignore_file(root: Path) -> None:
    place = root.parent / "home/.config/git/ignore"
    place.parent.mkdir(parents=True)
    place.write_text("2_*\n")


def _journal(root: Path) -> None:
    (root / ".repair.curriculum-lint-01234567.tmp").mkdir()


def _page(root: Path) -> None:
    (root / SECOND).write_text(readme("Files", exercises=3))


CHANGES = [
    *(_configuration, _project, _configuration_above, _repository_above, _baseline, _ignore_file),
    *(_ignore_file_above, _personal_ignore_file, _journal, _page),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_may_change_the_answer_is_seen(
    inside: Path, change: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(change)
    monkeypatch.setenv("HOME", str(inside.parent / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert [check()[1] for _ in range(2)] == [False, True]
    change(inside)
    _wait()
    expected, _ = check("--no-cache")
    for _ in range(3):
        assert check()[0] == expected


#: Read by commands that are not replayed, or said of where the cache is.
_OF_OTHERS = {"XDG_CACHE_HOME", "LOCALAPPDATA", "JOBS_VARIABLE"}


def test_every_variable_that_is_read_is_known() -> None:
    """A new one must be among those that tell one answer from another."""
    source = Path(replay_file.__file__).parents[1]
    folders = [source / name for name in ("cli", "report", "views", "check", "workspace", "text")]
    files = [path for folder in folders for path in folder.rglob("*.py")]
    read = {
        name
        for path in [*files, source / "git/global_excludes.py"]
        if "environ" in (text := path.read_text("utf-8"))
        for name in re.findall(r"""["']([A-Z][A-Z_]{2,})["']""", text)
    }
    unknown = {
        name
        for name in read - _OF_OTHERS
        if name not in replay_file._VARIABLES and not name.startswith(replay_file._FAMILIES)
    }
    assert {"NO_COLOR", "COLUMNS", "GIT_CONFIG_GLOBAL", "VTE_VERSION"} <= read
    assert not unknown


def test_an_ignored_target_that_appears_is_seen(inside: Path) -> None:
    (inside / ".gitignore").write_text("build\n")
    (inside / "notes.md").write_text("# Notes\n\n[a](build/deep/a.md)\n")
    (inside / "build/deep").mkdir(parents=True)
    settle(inside)
    check()
    printed, is_replayed = check()
    assert is_replayed
    (inside / "build/deep/a.md").write_text("# A\n")
    assert check()[0] != printed


def test_a_page_beyond_the_root_is_seen_to_change(inside: Path) -> None:
    (inside.parent / ".git").mkdir()
    (inside.parent / "beyond.md").write_text("# One\n")
    (inside / "curriculum-lint.toml").write_text("")
    (inside / "notes.md").write_text("# Notes\n\n[a](../beyond.md#one)\n")
    settle(inside)
    check()
    printed, is_replayed = check()
    assert is_replayed
    (inside.parent / "beyond.md").write_text("# Two\n")
    _wait()
    assert check()[0] != printed


#: The others are about JSON, which a record is not.
_DAMAGES = {name: each for name, each in DAMAGES.items() if not name.startswith("other ")}


@pytest.mark.parametrize("damage", _DAMAGES.values(), ids=_DAMAGES)
def test_a_damaged_record_is_none(inside: Path, own_cache: Path, damage: Damage) -> None:
    expected = check()[0]
    records = own_cache / "replays"
    assert damage_all(records, damage) == 1
    assert check() == (expected, False)


def test_a_stream_that_is_closed_is_no_failure(inside: Path) -> None:
    check()
    command = f"{sys.executable} -m curriculum_lint check >&- 2>&-"
    for _ in range(2):
        done = subprocess.run(command, shell=True, cwd=inside, env=os.environ, check=False)
        assert done.returncode in (0, 1)


def test_a_full_disk_is_told_as_it_is_told_without(inside: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full")
    said = set()
    for arguments in ("check --no-cache", "check", "check", "check"):
        command = f"{sys.executable} -m curriculum_lint {arguments} >/dev/full"
        done = subprocess.run(
            command, shell=True, cwd=inside, env=os.environ, capture_output=True, check=False
        )
        said.add((done.returncode, done.stderr))
        check()
    assert len(said) == 1
    assert next(iter(said))[0] == 2
