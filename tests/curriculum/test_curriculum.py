"""What this repository's own curriculum promises, beyond what the rules check."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from curriculum_lint.check.readmes import PageReader, Role
from curriculum_lint.model.curriculum import Kind
from curriculum_lint.model.template import NameParts
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.document import Document
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS

ROOT = Path(__file__).parents[2]
GRAPH: dict[str, Any] = json.loads((ROOT / "tests/data/concept-graph.json").read_text())
ORDER: list[str] = GRAPH["order"]
UNITS: dict[str, dict[str, Any]] = GRAPH["units"]
READER = PageReader(Vocabulary(DEFAULT_SECTIONS), {})
LABELS = {"goal", "steps", "acceptance_criteria", "hints"}
SECTIONS = [
    "outcomes",
    "prerequisites",
    "concepts",
    "exercises",
    "best_practices",
    "check_yourself",
    "resources",
    "next",
]


def _path(unit: str) -> Path:
    number, letter = re.fullmatch(r"(\d+)([a-z]?)", unit).groups()  # type: ignore[union-attr]
    folder = next(ROOT.glob(f"junior_level/{number}_*"))
    return (next(folder.glob(f"{letter}_*")) if letter else folder) / "readme.md"


@cache
def _document(unit: str) -> Document:
    return parse_document(str(_path(unit).relative_to(ROOT)), _path(unit).read_text())


def _concepts(unit: str) -> list[str]:
    """The anchors of the headings directly under "Concepts"."""
    headings = _document(unit).headings
    start = next(i for i, h in enumerate(headings) if h.text == "Concepts")
    under: list[str] = []
    for heading in headings[start + 1 :]:
        if heading.level <= 2:
            break
        if heading.level == 3:
            under.append(heading.anchor)
    return under


def _required(unit: str) -> list[tuple[str, str]]:
    """The unit and concept of each link under "Before you start"."""
    outline = READER.read(_document(unit), Role(Kind.MODULE, NameParts())).outline
    body = outline.section("prerequisites")
    assert body is not None
    found = []
    for link in _document(unit).links:
        path, _, fragment = link.destination.partition("#")
        if body.body.start <= link.span.start < body.body.end and path and fragment:
            target = (_path(unit).parent / path).resolve()
            found.append((_unit_at(target), fragment))
    return found


def _unit_at(path: Path) -> str:
    return {_path(unit).resolve(): unit for unit in ORDER}[path]


@pytest.mark.parametrize("unit", ORDER)
def test_the_title_is_the_plans(unit: str) -> None:
    title = next(h for h in _document(unit).headings if h.level == 1)
    assert title.text == UNITS[unit]["title"].removesuffix(" (optional)")


@pytest.mark.parametrize("unit", ORDER)
def test_each_concept_of_the_plan_is_a_heading(unit: str) -> None:
    assert _concepts(unit) == UNITS[unit]["teaches"]


def test_every_concept_is_taught_once() -> None:
    taught = [concept for unit in ORDER for concept in _concepts(unit)]
    assert len(taught) == len(set(taught)) == 178


@pytest.mark.parametrize("unit", ORDER)
def test_requirements_lead_to_concepts_of_earlier_units(unit: str) -> None:
    at = ORDER.index(unit)
    for other, concept in _required(unit):
        assert ORDER.index(other) < at, f"{unit} requires {concept} of {other}"
        assert concept in {anchor.name for anchor in _document(other).anchors}
        # Optional units come before later modules in the order, but none may need them.
        assert other.isdigit(), f"{unit} requires {concept} of the optional {other}"


@pytest.mark.parametrize("unit", ORDER)
def test_the_plans_requirements_are_linked(unit: str) -> None:
    linked = {concept for _, concept in _required(unit)}
    wanted = set(UNITS[unit]["requires"]) - set(GRAPH["external"])
    assert wanted <= linked, f"missing: {sorted(wanted - linked)}"


@pytest.mark.parametrize("unit", ORDER)
def test_the_sections_are_complete_and_in_order(unit: str) -> None:
    outline = READER.read(_document(unit), Role(Kind.MODULE, NameParts())).outline
    assert [section.key for section in outline.sections] == SECTIONS


@pytest.mark.parametrize("unit", ORDER)
def test_exercises_have_everything_and_the_plans_numbers_times_and_difficulties(unit: str) -> None:
    outline = READER.read(_document(unit), Role(Kind.MODULE, NameParts())).outline
    planned = UNITS[unit]["exercises"]
    assert [e.number for e in outline.exercises] == [e["id"] for e in planned]
    for exercise, plan in zip(outline.exercises, planned, strict=True):
        assert {section.key for section in exercise.sections} >= LABELS, exercise.name
        criteria = exercise.section("acceptance_criteria")
        assert criteria is not None and len(criteria.items) >= 2, exercise.name
        text = _document(unit).text[exercise.span.start : exercise.span.end]
        assert f"**Time:** {plan['minutes']} min · **Difficulty:** {plan['difficulty']}" in text
        assert 1 <= text.count("<summary>") <= 3, exercise.name


def test_difficulty_rises_by_at_most_one_step() -> None:
    for unit in ORDER:
        steps = [exercise["difficulty"] for exercise in UNITS[unit]["exercises"]]
        assert all(0 <= b - a <= 1 for a, b in zip(steps, steps[1:], strict=False)), unit


@pytest.mark.parametrize("unit", ORDER)
def test_check_yourself_leads_to_answers_in_the_same_unit_or_an_earlier_one(unit: str) -> None:
    outline = READER.read(_document(unit), Role(Kind.MODULE, NameParts())).outline
    section = outline.section("check_yourself")
    assert section is not None and 5 <= len(section.items) <= 8
    for item in section.items:
        links = [
            x for x in _document(unit).links if item.span.start <= x.span.start < item.span.end
        ]
        assert any("#" in link.destination for link in links), item.text


@pytest.mark.parametrize("unit", ORDER)
def test_no_placeholder_is_left(unit: str) -> None:
    prose = re.sub(r"```.*?```", "", _document(unit).text, flags=re.DOTALL)
    assert not re.search(r"\b(?:TODO|TBD|FIXME|[Ll]orem ipsum)\b", prose)
    assert not re.search(r"[\u00a0\u200b\u2011]", prose)
