"""Colours, links and widths: what the terminal and its variables ask for."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.report.hyperlink import hyperlink
from tests.curricula import write_broken
from tests.repository import write_files

BIN = Path(sys.executable).with_name("curriculum-lint")
LINK = re.compile("\x1b]8;;([^\x1b\x07]*)\x1b\\\\")
UNSET = ("NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "COLUMNS", "CI", "TERM_PROGRAM",
         "VTE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM")  # fmt: skip


def environment(**given: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return {**kept, "TERM": "xterm-256color", **given}


def at_terminal(root: Path, *arguments: str, **given: str) -> str:
    """What a check writes to a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [str(BIN), "check", *arguments],
        cwd=root,
        env=environment(**given),
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    text = b"".join(_read(ours))
    process.wait(20)
    os.close(ours)
    return text.decode().replace("\r\n", "\n")


def _read(terminal: int) -> Iterator[bytes]:
    while select.select([terminal], [], [], 20)[0]:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            return
        if not chunk:
            return
        yield chunk


def piped(root: Path, *arguments: str, **given: str) -> str:
    """What a check writes to a pipe."""
    command = [str(BIN), "check", *arguments]
    return subprocess.run(
        command, cwd=root, env=environment(**given), capture_output=True, text=True, check=False
    ).stdout


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write_broken(tmp_path / "a course")


def test_colours_are_for_terminals(broken: Path) -> None:
    assert "\x1b[" in at_terminal(broken)
    assert "\x1b[" not in piped(broken)


@pytest.mark.parametrize(
    ("given", "colored"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False),
    ],
)
def test_variables_decide_for_a_pipe(broken: Path, given: dict[str, str], colored: bool) -> None:
    assert ("\x1b[" in piped(broken, **given)) is colored


@pytest.mark.parametrize(
    "given", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "false"}, {"NO_COLOR": "0"}]
)
def test_variables_decide_for_a_terminal(broken: Path, given: dict[str, str]) -> None:
    assert "\x1b" not in at_terminal(broken, **given)


def test_the_option_decides_over_both(broken: Path) -> None:
    assert "\x1b[" in piped(broken, "--color=always", NO_COLOR="1")
    assert "\x1b" not in at_terminal(broken, "--color=never", FORCE_COLOR="1")


@pytest.mark.parametrize(
    "given",
    [{"TERM_PROGRAM": "vscode"}, {"VTE_VERSION": "7200"}, {"WT_SESSION": "x"}, {"TERM": "foot"}],
)
def test_a_terminal_with_links_gets_them(broken: Path, given: dict[str, str]) -> None:
    rules = "https://example.org/rules"
    found = LINK.findall(at_terminal(broken, CURRICULUM_LINT_RULES_URL=rules, **given))
    file = (broken / "first_level/2_files/readme.md").as_uri()
    assert [each for each in found if each] == [file, f"{rules}/CL104.md"]
    assert found.count("") == 2, "a link does not end"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"VTE_VERSION": "5000"},
        {"VTE_VERSION": "x"},
        {"TERM_PROGRAM": "vscode", "CI": "1"},
        {"TERM_PROGRAM": "vscode", "NO_COLOR": "1"},
        {"TERM_PROGRAM": "vscode", "FORCE_HYPERLINK": "0"},
        {"WT_SESSION": "x", "TERM": "screen-256color"},
    ],
)
def test_any_other_terminal_gets_none(broken: Path, given: dict[str, str]) -> None:
    assert "\x1b]8" not in at_terminal(broken, **given)


def test_links_can_be_forced_through_a_pipe(broken: Path) -> None:
    assert "\x1b]8" in piped(broken, FORCE_HYPERLINK="1")
    assert "\x1b]8" not in piped(broken, TERM_PROGRAM="vscode")


def test_a_name_cannot_end_a_link(tmp_path: Path) -> None:
    name = "a\x1b\\\x1b]8;;https:\x07evil\u202e;.md"
    write_files(tmp_path, {name: "[x](y.md)\n"})
    text = piped(tmp_path, FORCE_HYPERLINK="1", FORCE_COLOR="1")
    targets = [each for each in LINK.findall(text) if each]
    assert targets == [(tmp_path / name).as_uri()]
    assert "\x07" not in text
    assert "\u202e" not in text


@given(st.text(), st.text(alphabet=st.characters(codec="utf-8")))
def test_an_address_that_could_end_its_link_makes_none(words: str, address: str) -> None:
    linked = hyperlink(words, address)
    assert linked == words or re.fullmatch(r"[!-~]+", address)


def test_a_source_line_fits_into_the_columns(tmp_path: Path) -> None:
    write_files(tmp_path, {"notes.md": f"# Notes\n\n{'word ' * 30}[x](y.md){' word' * 30}\n"})
    for columns in (40, 60, 80):
        lines = piped(tmp_path, COLUMNS=str(columns)).split("\n")
        [shown] = [line for line in lines if " | " in line and "y.md" in line]
        assert len(shown) <= columns
        assert "(y.md)" in shown
    assert piped(tmp_path, COLUMNS="400") == piped(tmp_path)
    assert piped(tmp_path, COLUMNS="x") == piped(tmp_path, COLUMNS="0") == piped(tmp_path)
