"""Exercises by their numbers and titles on other pages: tables, lists, and texts of links."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.repository import write_files

NAMES = ("Start", "Files")
FORMS = {
    "table": "| 2.1 | Read files | x |\n|---|---|---|\n| 2.2 | Write files | 2.1 |\n",
    "list": "- 2.1 Read files\n- 2.2: Write files\n",
    "lines": "**2.1** – Read files  \n**2.2** – Write files\n",
    "links": "[Read files]({files}/readme.md#exercise-21-read-files), see [2.2]"
    "({files}/readme.md#exercise-22-write-files)\n",
}
OTHER = "| 2.1 | Reading | 2.1.1 | Read files |\n"


def course(root: Path, text: str) -> None:
    files = {
        f"{n}_{name.lower()}/readme.md": f"# {name}\n\n"
        f"## Exercise {n}.1: Read {name.lower()}\n\n**Goal:** It.\n\n"
        f"## Exercise {n}.2: Write {name.lower()}\n\n**Goal:** It.\n"
        for n, name in enumerate(NAMES, 1)
    }
    notes = {"notes.md": f"# Notes\n\n{text.format(files='2_files')}"}
    write_files(root, files | notes | {"curriculum-lint.toml": "levels = ['.']\n"})


def notes_after(root: Path, *arguments: str) -> tuple[str, str]:
    done = invoke(*arguments, "--root", str(root))
    assert done.exit_code == 0, done.stderr
    return (root / "notes.md").read_text().removeprefix("# Notes\n\n"), done.stderr


@pytest.mark.parametrize("form", FORMS)
def test_numbers_with_their_titles_follow(form: str, tmp_path: Path) -> None:
    course(tmp_path, FORMS[form])
    text, _ = notes_after(tmp_path, "move", "2", "--to", "1")
    wanted = FORMS[form].format(files="1_files").replace("2.2", "1.2").replace("2.1 |", "1.1 |")
    wanted = wanted.replace("2.1", "1.1").replace("-21-", "-11-").replace("-22-", "-12-")
    if form == "table":
        wanted = wanted.replace("files | 1.1", "files | 2.1")
    assert text == wanted


@pytest.mark.parametrize("form", FORMS)
def test_titles_with_their_numbers_are_renamed(form: str, tmp_path: Path) -> None:
    course(tmp_path, FORMS[form])
    new = ("rename", "2", "--exercise", "1", "--to", "Load files")
    text, told = notes_after(tmp_path, *new)
    wanted = FORMS[form].format(files="2_files").replace("Read files", "Load files")
    assert text == wanted.replace("read-files", "load-files")
    assert "Also says" not in told


def test_other_titles_stay_and_are_told(tmp_path: Path) -> None:
    course(tmp_path, OTHER + "\nIn *Read files* we\n")
    text, told = notes_after(tmp_path, "rename", "2", "--exercise", "1", "--to", "Load files")
    assert text == OTHER + "\nIn *Read files* we\n"
    assert "Also says “Read files”: notes.md:3, 5." in told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("In *Files* we", True),
        ("| Files | 3 h |", True),
        ("Use “Files” for", True),
        ("Files are", False),
        ("`Files` is", False),
    ],
)
def test_a_title_of_one_word_is_told_where_it_is_marked(
    text: str, is_told: bool, tmp_path: Path
) -> None:
    course(tmp_path, text + "\n")
    _, told = notes_after(tmp_path, "rename", "2", "--title", "Disks")
    assert ("Also says “Files”: notes.md:3." in told) is is_told


def test_a_new_exercise_pushes_the_numbers_in_tables(tmp_path: Path) -> None:
    course(tmp_path, FORMS["table"])
    text, _ = notes_after(tmp_path, "new", "exercise", "Look", "--in", "2", "--at", "1")
    assert text.startswith("| 2.2 | Read files | x |") and "| 2.3 | Write files |" in text
