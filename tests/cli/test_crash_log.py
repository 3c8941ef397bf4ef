"""A fault of the program leaves a file to attach, with nothing in it of what was checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from curriculum_lint import __version__
from curriculum_lint.cli import main
from curriculum_lint.cli.crash_log import write_crash_log


@pytest.fixture
def crashing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Every command fails, with the text of a file in the message; the temporary folder."""

    text = " ".join(("the", "secret", "page"))

    def fail(*_: object, **__: object) -> None:
        try:
            raise KeyError(text)
        except KeyError as cause:
            raise AssertionError(text) from cause

    monkeypatch.setattr("curriculum_lint.cli.loading.load_settings", fail)
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def _crash(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main.run([*arguments]) == 2
    return capsys.readouterr().err


def test_the_message_names_a_log_with_versions_and_frames_only(
    crashing: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    said = _crash(capsys, "graph", "--root=/home/somebody/course")
    [log] = crashing.iterdir()
    assert f"attach {log}" in said
    text = log.read_text()
    assert f"curriculum-lint {__version__}\nPython 3." in text
    assert re.search(r"^jsonschema \d", text, re.MULTILINE)
    assert "used: graph --root\n" in text
    assert "builtins.AssertionError\n" in text
    assert "builtins.KeyError\n" in text
    assert re.search(r"^  curriculum_lint/cli/graph\.py:\d+ in graph: ", text, re.MULTILINE)
    assert "secret page" not in text
    assert "somebody" not in text
    assert str(tmp_path) not in text
    assert log.stat().st_mode & 0o077 == 0


def test_without_room_for_a_log_the_fault_is_told_all_the_same(
    crashing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crashing.rmdir()
    said = _crash(capsys, "graph")
    assert "AssertionError" in said
    assert "please report it." in said
    assert "attach" not in said


def test_a_deep_recursion_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def fall(depth: int) -> None:
        if depth:
            fall(depth - 1)
        raise ValueError

    try:
        fall(500)
    except ValueError as error:
        log = write_crash_log(error, [])
    assert log
    lines = Path(log).read_text().splitlines()
    assert len(lines) < 100
    assert "  … 422 more …" in lines
