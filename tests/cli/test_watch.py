"""``check --watch`` says what changes, keeps still where nothing does, and ends when it is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import invoke
from tests.curricula import FIRST, SECOND, readme, write_clean

BIN = Path(sys.executable).with_name("curriculum-lint")
BROKEN = f"{readme('Start')}\nThen read [the next one](gone.md).\n"


class Watch:
    """A running watch, and the lines that it has written."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [str(BIN), "check", "--watch", *arguments],
            cwd=root,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """Everything that was written, as soon as a line holds ``words``."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if any(words in line for line in self.lines):
                lines, self.lines = self.lines, []
                return lines
            time.sleep(0.02)
        raise AssertionError(f"{words} is not in {self.lines}")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "course/.git").mkdir(parents=True)
    return write_clean(tmp_path / "course")


@pytest.fixture
def watched(root: Path) -> Iterator[Watch]:
    watch = Watch(root)
    watch.until("Ctrl-C ends it")
    time.sleep(0.3)  # the folders are watched a moment later
    yield watch
    watch.process.kill()
    watch.process.wait()
    watch.reader.join()
    assert watch.process.stdout
    watch.process.stdout.close()


def test_only_what_changes_is_said(root: Path, watched: Watch) -> None:
    (root / FIRST).write_text(BROKEN)
    said = watched.until("1 finding (1 new)")
    assert said[0] == FIRST
    assert any("error CL301 broken-link" in line for line in said)
    (root / FIRST).write_text(BROKEN.replace("# Start\n", "# Start\n\nMore.\n", 1))
    (root / SECOND).write_text(readme("Files").replace("# Files\n", "# Files\n\n[x](y.md)\n"))
    said = watched.until("2 findings (1 new)")
    assert not any("gone.md" in line for line in said), "a finding that only moved is not new"
    (root / FIRST).write_text(readme("Start"))
    said = watched.until("1 finding (1 gone)")
    assert said[0].startswith(f"gone {FIRST}:")
    (root / SECOND).write_text(readme("Files"))
    watched.until("No findings (1 gone)")


def test_a_broken_configuration_is_said_and_outlived(root: Path, watched: Watch) -> None:
    (root / "curriculum-lint.toml").write_text("levels = 3\n")
    watched.until("levels")
    (root / "curriculum-lint.toml").write_text("")
    (root / FIRST).write_text(BROKEN)
    watched.until("1 finding (1 new)")


def test_what_changes_no_finding_says_nothing(root: Path, watched: Watch) -> None:
    (root / "notes.txt").write_text("not Markdown\n")
    (root / "notes.md").write_text("# Notes\n")
    time.sleep(1)
    before = list(watched.lines)
    (root / FIRST).write_text(BROKEN)
    watched.until("(1 new")
    assert not [line for line in before if "CL" in line and "notes.md" not in line]


def test_ctrl_c_ends_it_well(watched: Watch) -> None:
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(30) == 0
    assert not any("Traceback" in line for line in watched.lines)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fix",),
        ("--diff",),
        ("--online",),
        ("--update-baseline",),
        ("-", "--stdin-filename", "x.md"),
        ("--output-format", "json"),
        ("--output-file", "x.txt"),
        ("--statistics",),
    ],
    ids=" ".join,
)
def test_it_only_looks(arguments: tuple[str, ...]) -> None:
    answer = invoke("check", "--watch", *arguments)
    assert answer.exit_code == 2
    assert "--watch" in answer.stderr


def test_without_the_package_it_says_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    answer = invoke("check", "--watch")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "`pip install watchfiles`" in answer.stderr
