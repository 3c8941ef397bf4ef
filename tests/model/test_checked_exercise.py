"""By which numbers tests name exercises and their acceptance criteria."""

from __future__ import annotations

import pytest

from curriculum_lint.model.checked_exercise import checked_exercises, unit_label
from curriculum_lint.model.criterion import CriterionTest, CriterionTests
from curriculum_lint.model.curriculum import Kind, Page, Unit
from curriculum_lint.model.outline_reader import read_outline
from curriculum_lint.model.template import NameParts
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.text.source import Span
from tests.model.test_outline import KEYS, VOCABULARY


def page(text: str) -> Page:
    document = parse_document("x.md", text)
    return Page(document, Kind.MODULE, read_outline(document, VOCABULARY, KEYS), VOCABULARY)


def exercises(*headings: str) -> str:
    return "# T\n\n## Exercises\n\n" + "".join(
        f"### {each}\n\n**Goal:** x\n\n" for each in headings
    )


@pytest.mark.parametrize(
    ("headings", "label", "numbers"),
    [
        (("1. A", "2. B"), "4", ["4.1", "4.2"]),
        (("1. A", "3b. B"), "4a", ["4a.1", "4a.3b"]),
        (("4.1. A", "5a.2. B"), "4", ["4.1", "5a.2"]),
        (("A", "B"), "4", ["4.1", "4.2"]),
        (("1. A", "Exercise 03: B"), "4", ["4.1", "4.3"]),
        (("1. A", "2. B"), "", ["1", "2"]),
        (("1. A",), "04A", ["4a.1"]),
        (("1. A",), "4.02", ["4.2.1"]),
    ],
)
def test_an_exercise_has_the_number_of_its_unit_before_its_own(
    headings: tuple[str, ...], label: str, numbers: list[str]
) -> None:
    found = checked_exercises(page(exercises(*headings)), label)
    assert [each.number for each in found] == numbers


@pytest.mark.parametrize(
    ("module", "unit", "label"),
    [
        (NameParts(4), None, "4"),
        (NameParts(4), NameParts(letter="b"), "4b"),
        (NameParts(4, part=2), None, "4.2"),
        (NameParts(4, part=2), NameParts(letter="b"), "4.2b"),
        (NameParts(0), NameParts(), "0"),
        (NameParts(), None, ""),
        (NameParts(), NameParts(letter="b"), "b"),
        (NameParts(4, letter="c"), None, "4"),
    ],
)
def test_a_unit_has_the_number_of_its_module(
    module: NameParts, unit: NameParts | None, label: str
) -> None:
    whole = Unit(Kind.MODULE, "m", module, None)
    part = whole if unit is None else Unit(Kind.SUBSECTION, "m/s", unit, None)
    assert unit_label(whole, part) == label


def test_criteria_are_counted_from_one_and_are_what_stands_behind_the_marker() -> None:
    text = (
        "# T\n\n## 1) A\n\n**Goal:** x\n\n**Acceptance criteria:**\n\n- It *runs*\n  twice.\n"
        "- [ ] It stops.\n-\n\n## 2) B\n\n**Goal:** x\n\n**Steps:**\n\n1. x\n"
    )
    first, second = checked_exercises(page(text), "4")
    assert [(each.number, each.text) for each in first.criteria] == [
        *((1, "It *runs* twice."), (2, "[ ] It stops."), (3, ""))
    ]
    assert [text[slice(*each.span)] for each in first.criteria[:2]] == [
        *("It *runs*\n  twice.", "[ ] It stops.")
    ]
    assert second.criteria == ()


def test_tests_are_found_by_exercise() -> None:
    one, two, three = (
        CriterionTest("t.js", Span(0, 1), exercise, Span(0, 1), number, Span(0, 1))
        for exercise, number in (("1.1", 2), ("1.2", 1), ("1.1", 1))
    )
    tests = CriterionTests((one, two, three))
    assert tests.by_exercise() == {"1.1": [one, three], "1.2": [two]}
    assert tests.numbers() == {"1.1": {1, 2}, "1.2": {1}}
