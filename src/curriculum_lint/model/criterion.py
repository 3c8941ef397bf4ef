"""Acceptance criteria by number, and the tests that check them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .outline import Exercise

_JOINT = re.compile(r"[._-]")
_PART = late_pattern(r"0*(\d+)(.*)", re.DOTALL)


class NumberedCriterion(NamedTuple):
    """One criterion: ``number`` counts from 1 in its exercise, ``text`` is its Markdown."""

    number: int
    span: Span
    text: str


class CriterionTest(NamedTuple):
    """What a test file says that it checks.

    ``exercise`` is the full number of an exercise, ``span`` where both numbers stand,
    ``exercise_span`` and ``number_span`` where each of them does. ``quote`` holds words of the
    criterion, ``None`` where the test quotes none.
    """

    path: str
    span: Span
    exercise: str
    exercise_span: Span
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


def full_number(exercise: Exercise, label: str, place: int) -> str:
    """The number of an exercise with that of its unit, ``place`` where it has none itself."""
    ordinal = f"{exercise.ordinal or place}{exercise.suffix}"
    prefix = exercise.prefix.rstrip(".") or label
    return normalise_number(f"{prefix}.{ordinal}" if prefix else ordinal)


def normalise_number(written: str) -> str:
    """A number as it is compared: "03_7" and "3-7" are "3.7"."""
    parts = [_PART.sub(r"\1\2", part) for part in _JOINT.split(written)]
    return ".".join(parts).lower()
