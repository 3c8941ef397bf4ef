"""Long work says how far it is at a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from curriculum_lint.cli.progress import WatchedDisk, end_progress, open_disk
from curriculum_lint.settings.settings import Settings
from tests.repository import write_files


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def sit_down(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """Put a terminal in the place of standard error, which pytest sets anew for each test."""
    written = _Terminal()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    return written


def test_a_line_is_written_and_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch)
    monkeypatch.setattr("curriculum_lint.cli.progress._SECONDS", -1.0)
    monkeypatch.setattr("curriculum_lint.cli.progress._BETWEEN", -1.0)
    write_files(tmp_path, {f"{n}.md": "# A\n" for n in range(3)})
    disk = open_disk(Settings(root=str(tmp_path)), quiet=False)
    for n in range(3):
        disk.read(f"{n}.md")
    assert "Reading: 2 of 3 files" in terminal.getvalue()
    end_progress(disk)
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_short_work_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch)
    write_files(tmp_path, {"a.md": "# A\n"})
    disk = open_disk(Settings(root=str(tmp_path)), quiet=False)
    disk.read("a.md")
    end_progress(disk)
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_where_nobody_watches_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    sit_down(monkeypatch)
    monkeypatch.setenv(name, value)
    assert not isinstance(open_disk(Settings(root=str(tmp_path)), quiet=False), WatchedDisk)


def test_quiet_is_quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_down(monkeypatch)
    assert not isinstance(open_disk(Settings(root=str(tmp_path)), quiet=True), WatchedDisk)
