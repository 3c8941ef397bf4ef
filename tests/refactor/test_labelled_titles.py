"""Files of data that call a unit by its old number and its title are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.refactor.indexes import FORMS, curriculum, lessons
from tests.refactor.test_unit_words import said
from tests.repository import write_files

_FORM = ".github/ISSUE_TEMPLATE/question.yml"


def _course(root: Path, path: str, text: str) -> None:
    files = curriculum(lessons("alpha", "bravo", "carol", "delta"), FORMS["bullets"])
    write_files(root, files | {path: text})


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (_FORM, "options:\n  - {}. {}\n"),
        (_FORM, "options:\n  - 'Module {}: {}'\n"),
        ("quiz.json", '["{} {}"]\n'),
        ("a.csv", "{} – {},x\n"),
        ("c.toml", 'm = "{}) {}"\n'),
    ],
)
def test_a_number_with_its_title_is_told(path: str, written: str, tmp_path: Path) -> None:
    title = lessons("alpha", "bravo", "carol")[2].title
    text = written.format(3, title)
    _course(tmp_path, path, text)
    (found,) = said(tmp_path, "move", "4", "--to", "2")
    assert title in found
    assert found.endswith(f": {path}:{text.count(chr(10))}.")


@pytest.mark.parametrize("text", ["- 3. Other\n", "- 1. {}\n", "- v1.3 {}\n", "- {}\n"])
def test_what_is_right_or_something_else_is_not(text: str, tmp_path: Path) -> None:
    _course(tmp_path, _FORM, text.format(lessons("alpha", "bravo", "carol")[2].title))
    assert said(tmp_path, "move", "4", "--to", "2") == []


def test_titles_of_two_units_mean_neither(tmp_path: Path) -> None:
    _course(tmp_path, _FORM, "- 3. Same\n")
    write_files(tmp_path, {f"a_level/{n}/readme.md": "# Same\n" for n in ("3_carol", "1_alpha")})
    assert said(tmp_path, "move", "4", "--to", "2") == []
