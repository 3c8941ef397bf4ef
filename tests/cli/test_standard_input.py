"""``check -``: a text from standard input is judged as if it were saved, and nothing is saved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.curricula import FIRST, SECOND, readme, write_clean

BIN = Path(sys.executable).with_name("curriculum-lint")


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def check(root: Path, text: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(BIN), "check", *arguments], cwd=root, input=text, capture_output=True, check=False
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "course/.git").mkdir(parents=True)
    return write_clean(tmp_path / "course")


def with_link(text: str, destination: str) -> bytes:
    return f"{text}\nThen read [the next one]({destination}).\n".encode()


@pytest.mark.parametrize("cache", [(), ("--no-cache",)])
def test_the_text_counts_and_not_the_file(root: Path, cache: tuple[str, ...]) -> None:
    (root / FIRST).write_bytes(with_link(readme("Start"), "gone.md"))
    good = check(root, readme("Start").encode(), "-", "--stdin-filename", FIRST, *cache)
    assert good.returncode == 0, good.stdout
    (root / FIRST).write_text(readme("Start"))
    bad = check(root, with_link(readme("Start"), "gone.md"), "-", "--stdin-filename", FIRST, *cache)
    assert bad.returncode == 1
    assert b"CL301 broken-link" in bad.stdout
    assert check(root, b"", *cache).returncode == 0, "what was not saved was remembered"


def test_what_it_breaks_elsewhere_is_reported_where_it_is_asked_for(root: Path) -> None:
    link = "../1_start/readme.md#2-print-start-2"
    (root / SECOND).write_bytes(with_link(readme("Files"), link))
    assert check(root, b"").returncode == 0
    renamed = readme("Start").replace("## 2) Print Start 2", "## 2) Print another").encode()
    here = ("-", "--stdin-filename", FIRST)
    assert check(root, renamed, *here).returncode == 0
    everywhere = check(root, renamed, ".", *here)
    assert everywhere.returncode == 1
    assert f"{SECOND}\n".encode() in everywhere.stdout
    assert check(root, renamed, SECOND, *here).returncode == 1


def test_a_file_that_does_not_exist_yet_takes_part(root: Path) -> None:
    new = "first_level/1_start/notes.md"
    answer = check(root, b"# Notes\n\n[back](readme.md), [x](y.md)\n", "-", "--stdin-filename", new)
    assert answer.returncode == 1
    assert b"`y.md` does not exist" in answer.stdout
    (root / FIRST).write_bytes(with_link(readme("Start"), "notes.md"))
    whole = check(root, b"# Notes\n", ".", "-", "--stdin-filename", new)
    assert b"`notes.md` does not exist" not in whole.stdout


def test_its_name_is_seen_from_the_working_folder_or_the_top(root: Path) -> None:
    text = with_link(readme("Start"), "gone.md")
    for folder, name in (
        ("first_level", "1_start/readme.md"),
        ("first_level/2_files", "../1_start/readme.md"),
        ("first_level", str(root / FIRST)),
        ("first_level/2_files", FIRST),
    ):
        answer = check(root / folder, text, "-", "--stdin-filename", name)
        assert f"{FIRST}\n".encode() in answer.stdout, (folder, name)


def test_a_link_to_a_file_is_that_file(root: Path) -> None:
    (root / "start.md").symlink_to(FIRST)
    text = with_link(readme("Start"), "gone.md")
    answer = check(root, text, "-", ".", "--stdin-filename", "start.md")
    assert f"{FIRST}\n".encode() in answer.stdout


def test_a_fix_writes_the_text_and_saves_nothing(root: Path) -> None:
    before = snapshot(root)
    text = with_link(readme("Start"), "../2_file/readme.md")
    answer = check(root, text, "-", "--fix", "--stdin-filename", FIRST)
    assert answer.stdout == text.replace(b"2_file/", b"2_files/")
    assert answer.stderr.startswith(b"No findings in ")
    assert answer.returncode == 0
    assert snapshot(root) == before


@pytest.mark.parametrize("kind", ["bom", "crlf"])
def test_a_fix_keeps_every_byte_that_it_does_not_mean(root: Path, kind: str) -> None:
    text = with_link(readme("Start"), "../2_file/readme.md")
    text = {
        "bom": b"\xef\xbb\xbf" + text,
        "crlf": text.replace(b"\n", b"\r\n"),
    }[kind]
    answer = check(root, text, "-", "--fix", "--stdin-filename", FIRST, "--exit-zero")
    assert answer.stdout == text.replace(b"2_file/", b"2_files/")


def test_a_fix_that_would_change_other_files_is_left_alone(root: Path) -> None:
    text = readme("Another title").encode()
    answer = check(root, text, "-", "--fix", "--unsafe-fixes", "--stdin-filename", FIRST)
    assert (root / FIRST).read_text() == readme("Start")
    assert answer.stdout.startswith(b"# ")


def test_a_difference_is_shown_of_the_text(root: Path) -> None:
    text = with_link(readme("Start"), "../2_file/readme.md")
    answer = check(root, text, "-", "--diff", "--stdin-filename", FIRST)
    assert answer.returncode == 1
    assert b"-Then read [the next one](../2_file/readme.md)." in answer.stdout
    assert b"+Then read [the next one](../2_files/readme.md)." in answer.stdout


def test_what_cannot_be_read_is_a_finding_and_never_written(root: Path) -> None:
    for text in (b"\xff\xfe# \x00", b"caf\xe9\n"):
        answer = check(root, text, "-", "--stdin-filename", FIRST)
        assert answer.returncode == 1, answer.stderr
        assert b"CL001" in answer.stdout
        fixed = check(root, text, "-", "--fix", "--stdin-filename", FIRST)
        assert (fixed.returncode, fixed.stdout) == (2, b"")


def test_a_text_may_be_as_large_as_a_file(root: Path) -> None:
    (root / "curriculum-lint.toml").write_text("[limits]\nfile-bytes = 1000\n")
    answer = check(root, b"a\n" * 501, "-", "--stdin-filename", "notes.md")
    assert answer.returncode == 1
    assert b"larger than 1,000 bytes (limits.file-bytes)" in answer.stdout


def test_an_excluded_place_says_so(root: Path) -> None:
    (root / "curriculum-lint.toml").write_text('exclude = ["drafts/**"]\n')
    for name in ("drafts/old.md", "drafts/new.md"):
        (root / "drafts").mkdir(exist_ok=True)
        (root / "drafts/old.md").write_text("[x](y.md)\n")
        answer = check(root, b"[x](y.md)\n", "-", "--stdin-filename", name)
        assert answer.returncode == 0, answer.stdout
        assert f"{name} is ignored or excluded".encode() in answer.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-",), b"`-` needs --stdin-filename"),
        (("--stdin-filename", FIRST), b"goes with `-`"),
        (("-", "--stdin-filename", FIRST, "--changed"), b"--changed compares"),
        (("-", "--stdin-filename", FIRST, "--update-baseline"), b"no PATHS"),
        (("-", "--stdin-filename", "../x.md"), b"is not in"),
        (("-", "--stdin-filename", ""), b"is not in"),
        (("-", "--stdin-filename", "."), b"is not in"),
    ],
)
def test_wrong_usage_is_told(root: Path, arguments: tuple[str, ...], said: bytes) -> None:
    answer = check(root, b"# x\n", *arguments)
    assert answer.returncode == 2
    assert said in answer.stderr


def test_a_closed_standard_input_is_told(root: Path) -> None:
    command = f"exec {BIN} check - --stdin-filename {FIRST} <&-"
    answer = subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, env=os.environ)
    assert answer.returncode == 2
    assert b"Standard input" in answer.stderr
    assert b"Traceback" not in answer.stderr
