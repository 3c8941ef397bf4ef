"""Exercises with the numbers by which tests name them and their acceptance criteria."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..text.source import Span
from .criterion import NumberedCriterion, full_number
from .curriculum import Page, Unit
from .outline import Exercise

SECTION = "acceptance_criteria"


@dataclass(frozen=True)
class CheckedExercise:
    """An exercise with its full number, which tests name: "4a.2"."""

    page: Page
    exercise: Exercise
    number: str

    @cached_property
    def criteria(self) -> tuple[NumberedCriterion, ...]:
        """Its acceptance criteria, in order."""
        section = self.exercise.section(SECTION)
        text = self.page.document.text
        items = section.items if section else ()
        spans = [Span(min(item.marker.end + 1, item.span.end), item.span.end) for item in items]
        return tuple(
            NumberedCriterion(number, span, " ".join(text[span.start : span.end].split()))
            for number, span in enumerate(spans, 1)
        )


def checked_exercises(page: Page, label: str) -> Iterator[CheckedExercise]:
    """The exercises of a unit's readme; ``label`` is the number and letter of the unit."""
    for place, exercise in enumerate(page.outline.exercises, 1):
        yield CheckedExercise(page, exercise, full_number(exercise, label, place))


def unit_label(module: Unit, unit: Unit) -> str:
    """The number of the module, and the letter of the subsection where ``unit`` is one."""
    number, part = module.name.number, module.name.part
    label = "" if number is None else str(number)
    label += "" if part is None else f".{part}"
    return label + (unit.name.letter or "" if unit is not module else "")
