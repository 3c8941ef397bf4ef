"""Acceptance criteria by number, and the tests that check them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..text.source import Span
from .outline import Exercise

if TYPE_CHECKING:
    from .curriculum import Page, Unit

SECTION = "acceptance_criteria"
_JOINT = re.compile(r"[._-]")
_PART = re.compile(r"0*(\d+)(.*)", re.DOTALL)


class NumberedCriterion(NamedTuple):
    """One criterion: ``number`` counts from 1 in its exercise, ``text`` is its Markdown."""

    number: int
    span: Span
    text: str


class CriterionTest(NamedTuple):
    """What a test file says that it checks.

    ``exercise`` is the full number of an exercise, ``span`` where both numbers stand,
    ``number_span`` where that of the criterion does. ``quote`` holds words of the criterion,
    ``None`` where the test quotes none.
    """

    path: str
    span: Span
    exercise: str
    number: int
    number_span: Span
    quote: str | None = None


class ProofRecord(NamedTuple):
    """What was proved of an exercise: digests of its criteria by number, and of its files.

    ``path`` is that of the record; ``files`` holds the files that are not as they were.
    ``criteria`` is ``None`` where the record cannot be read.
    """

    path: str
    criteria: Mapping[int, str] | None
    changed_files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionTests:
    """All tests that the configuration names, and the proofs by exercise.

    ``line_starts`` are those of the test files, ``idle`` the globs that match no file. ``paired``
    is filled once in a run: by the first of the rules that ask which tests an exercise has.
    """

    tests: tuple[CriterionTest, ...] = ()
    proofs: Mapping[str, ProofRecord] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    line_starts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    idle: tuple[str, ...] = ()
    paired: list[Any] = field(default_factory=list, compare=False, repr=False)

    def by_exercise(self) -> dict[str, list[CriterionTest]]:
        """The tests of each exercise, by its full number."""
        found: dict[str, list[CriterionTest]] = {}
        for test in self.tests:
            found.setdefault(test.exercise, []).append(test)
        return found

    def numbers(self) -> dict[str, set[int]]:
        """The numbers of the criteria that have a test, by exercise."""
        return {
            exercise: {test.number for test in tests}
            for exercise, tests in self.by_exercise().items()
        }


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


def full_number(exercise: Exercise, label: str, place: int) -> str:
    """The number of an exercise with that of its unit, ``place`` where it has none itself."""
    ordinal = f"{exercise.ordinal or place}{exercise.suffix}"
    prefix = exercise.prefix.rstrip(".") or label
    return normalise_number(f"{prefix}.{ordinal}" if prefix else ordinal)


def normalise_number(written: str) -> str:
    """A number as it is compared: "03_7" and "3-7" are "3.7"."""
    parts = [_PART.sub(r"\1\2", part) for part in _JOINT.split(written)]
    return ".".join(parts).lower()


def unit_label(module: Unit, unit: Unit) -> str:
    """The number of the module, and the letter of the subsection where ``unit`` is one."""
    number, part = module.name.number, module.name.part
    label = "" if number is None else str(number)
    label += "" if part is None else f".{part}"
    return label + (unit.name.letter or "" if unit is not module else "")
