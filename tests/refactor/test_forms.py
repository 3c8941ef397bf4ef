"""Indexes in every form: they follow when units move, and get an entry for what is new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_lint.listings.listing import UnitIndex
from curriculum_lint.listings.read import ListingReader
from curriculum_lint.refactor.restructuring import Restructuring
from curriculum_lint.refactor.steps import Beginning, add_module, move_unit
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.edits.trees import state_of
from tests.refactor.indexes import FORMS, Lesson, curriculum, lessons
from tests.refactor.test_restructuring import restructure
from tests.repository import write_files

NAMES = ("alpha", "bravo", "carol", "delta")
INDEX = "a_level/readme.md"
pytestmark = pytest.mark.parametrize("form", FORMS)


def _move(path: str, to: str) -> Callable[[Restructuring], None]:
    return lambda work: move_unit(work, f"a_level/{path}", to)


def _moved(found: list[Lesson], order: str) -> list[Lesson]:
    by_letter = {each.slug[0]: each for each in found}
    return [by_letter[letter]._replace(number=at) for at, letter in enumerate(order, 1)]


def _text(root: Path) -> str:
    return (root / INDEX).read_text(encoding="utf-8")


def _index(root: Path) -> UnitIndex:
    work = Restructuring(Disk(load_settings(str(root), root=str(root)).settings))
    found = ListingReader(work.curriculum).on(work.curriculum.pages[INDEX])
    (index,) = (each for each in found if len(each.units) > 1)
    return index


def test_an_index_follows_its_units(form: str, tmp_path: Path) -> None:
    found = lessons(*NAMES)
    write_files(tmp_path, curriculum(found, FORMS[form]))
    before = state_of(tmp_path)
    restructure(tmp_path, _move("4_delta", "2"))
    assert _text(tmp_path) == curriculum(_moved(found, "adbc"), FORMS[form])[INDEX]
    restructure(tmp_path, _move("2_delta", "4"))
    assert state_of(tmp_path) == before


@pytest.mark.parametrize("at", [1, 3, 5])
def test_a_new_unit_is_listed_as_its_neighbours_are(form: str, at: int, tmp_path: Path) -> None:
    write_files(tmp_path, curriculum(lessons(*NAMES), FORMS[form]))
    restructure(tmp_path, lambda work: add_module(work, "a_level", Beginning("Extra", str(at))))
    index = _index(tmp_path)
    slugs = [place.unit.name.slug for _, place in index.units]
    assert slugs == [*NAMES[: at - 1], "extra", *NAMES[at - 1 :]]
    entry = index.units[at - 1].entry
    written = _text(tmp_path)[slice(*entry.span)]
    assert not [word for word in ("heart", "know", *NAMES) if word in written.casefold()]
    assert written.count("**") % 2 == 0
    first = index.units[at % 4].entry
    assert (entry.number is None) == (first.number is None)
    assert entry.leads == first.leads
