"""A readme's exercises as sequences: one for each prefix, and for each part that starts again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ..parse.document import Heading
from ..settings.exercise_settings import ExerciseForm
from ..text.late_pattern import late_pattern
from .curriculum import Page
from .outline import Exercise, Outline
from .sequence import Breaks, read_sequence, start_of
from .untitled import without_title
from .watch import stored_query, taken

#: Exercises beside the numbered ones, which mostly have no number.
_ASIDE = late_pattern(
    r"\W*(?:bonus|extra|optional|stretch|challenge|capstone|final|project)\b", re.IGNORECASE
)


class ExerciseSequence(NamedTuple):
    """Exercises that are counted together, in the order of the readme.

    ``numbers`` holds what each counts as: an exercise without a number counts as the one that
    is missing at its place, or as nothing.
    """

    exercises: tuple[Exercise, ...]
    numbers: tuple[int | None, ...]
    starts: tuple[int, ...]

    @property
    def prefix(self) -> str:
        """The prefix of its numbers: ``4a.`` in ``4a.3``."""
        return next((each.prefix for each in self.exercises if each.number), "")

    @property
    def last(self) -> int | None:
        """Its largest number."""
        return max((n for n in self.numbers if n is not None), default=None)

    @property
    def begin(self) -> int | None:
        """Its smallest number, if it may begin with that."""
        smallest = min((n for n in self.numbers if n is not None), default=None)
        return smallest if smallest in self.starts else None

    @property
    def counted(self) -> list[int]:
        """The indexes of the exercises that count."""
        return [index for index, number in enumerate(self.numbers) if number is not None]

    def breaks(self) -> Breaks:
        """Where the numbers do not go on as they should: indexes are those of ``counted``."""
        counted = self.counted
        numbers = [self.numbers[index] or 0 for index in counted]
        keys = [(self.numbers[index], self.exercises[index].suffix) for index in counted]
        return read_sequence(numbers, self.starts, keys)

    @property
    def is_whole(self) -> bool:
        """Whether every exercise has a number, and the numbers go on as they should."""
        return not any(self.breaks()) and all(each.number for each in self.exercises)

    def renumbered(self) -> list[int]:
        """The number that each exercise should have. Variants such as 4a and 4b share theirs."""
        found: list[int] = []
        for index, exercise in enumerate(self.exercises):
            if not found:
                found.append(start_of([n for n in self.numbers if n is not None], self.starts))
            elif _is_variant(exercise, self.exercises[index - 1]):
                found.append(found[-1])
            else:
                found.append(found[-1] + 1)
        return found


def sequences_on(page: Page, before: Collection[int]) -> list[ExerciseSequence]:
    """The sequences of a page; nobody looks at the titles of one in which all is well."""
    found = _on(taken(page, _counted), before)
    return found if all(each.is_whole for each in found) else _on(page, before)


def _on(page: Page, before: Collection[int]) -> list[ExerciseSequence]:
    return exercise_sequences(page.outline, page.document.headings, before)


@stored_query
def _counted(page: Page) -> list[object]:
    """What can be said of the sequences, whatever numbers are before them."""
    return [(each.numbers, [*map(without_title, each.exercises)]) for each in _on(page, ())]


def exercise_sequences(
    outline: Outline, headings: Sequence[Heading], before: Collection[int]
) -> list[ExerciseSequence]:
    """The sequences of a readme; ``before`` are numbers that it may go on from.

    Exercises without a number are left out where most have none.
    """
    exercises = [e for e in outline.exercises if e.number or not _ASIDE.match(e.heading.text)]
    numbered = [each for each in exercises if each.ordinal is not None]
    if 2 * len(numbered) < len(exercises):
        exercises = numbered
    found: list[ExerciseSequence] = []
    last = set(before)
    for group in _Grouping(exercises, headings).groups:
        starts = tuple(sorted({0, 1, *(number + 1 for number in last)}))
        found.append(ExerciseSequence(tuple(group), tuple(_numbers(group)), starts))
        last = {found[-1].last or 0}
    return found


class _Grouping:
    def __init__(self, exercises: Sequence[Exercise], headings: Sequence[Heading]) -> None:
        self.groups: list[list[Exercise]] = []
        self._parts = _parts(headings)
        self._starts = sorted(self._parts)
        self._counts = Counter(each.prefix for each in exercises if each.number)
        self._open: dict[str, list[Exercise]] = {}
        self._current: list[Exercise] = []
        for exercise in exercises:
            if exercise.ordinal is not None:
                self._current = self._group(exercise)
            elif not self._current:
                self._current = self._begin("")
            self._current.append(exercise)

    def _begin(self, prefix: str) -> list[Exercise]:
        group: list[Exercise] = []
        self._open[prefix] = group
        self.groups.append(group)
        return group

    def _group(self, exercise: Exercise) -> list[Exercise]:
        """The sequence that a numbered exercise belongs to."""
        if not self._current:
            return self._begin(exercise.prefix)
        if not any(each.number for each in self._current):
            # Those before have no number, so no prefix either: it is the first one's.
            self._open = {exercise.prefix: self._current}
            return self._current
        if self._is_strayed(exercise):
            return self._current
        group = self._open.get(exercise.prefix)
        if group is None or self._starts_again(exercise, group):
            return self._begin(exercise.prefix)
        return group

    def _starts_again(self, exercise: Exercise, group: Sequence[Exercise]) -> bool:
        """Whether the numbers of another part of the readme begin here."""
        before = _last_numbered(group)
        if exercise.form is ExerciseForm.LIST and exercise.ordinal == 1:
            # What is between two lists ends the first one.
            return True
        is_elsewhere = self._part(before) != self._part(exercise)
        least = (before.ordinal or 0) + (0 if exercise.heading.level else 1)
        return is_elsewhere and (exercise.ordinal or 0) < least and not exercise.prefix

    def _is_strayed(self, exercise: Exercise) -> bool:
        """Whether the only exercise with its prefix fits where it stands: 1.1, 1.2, 2.3, 1.4."""
        before = _last_numbered(self._current)
        return self._counts[exercise.prefix] == 1 and exercise.ordinal == (before.ordinal or 0) + 1

    def _part(self, exercise: Exercise) -> int:
        """The heading above that of an exercise, or above what opens it otherwise."""
        start = exercise.heading.span.start
        if exercise.heading.level:
            return self._parts.get(start, -1)
        before = bisect_left(self._starts, start)
        return self._starts[before - 1] if before else -1


def _parts(headings: Sequence[Heading]) -> dict[int, int]:
    """For the offset of each heading, that of the heading above it; -1 where there is none."""
    found: dict[int, int] = {}
    above: list[Heading] = []
    for heading in headings:
        if heading.nested:
            continue
        while above and above[-1].level >= heading.level:
            above.pop()
        found[heading.span.start] = above[-1].span.start if above else -1
        above.append(heading)
    return found


def _last_numbered(group: Sequence[Exercise]) -> Exercise:
    return next(each for each in reversed(group) if each.ordinal is not None)


def _numbers(group: Sequence[Exercise]) -> list[int | None]:
    """What each exercise counts as; those in front of the first number count back from it."""
    ordinals = [each.ordinal for each in group]
    taken = set(ordinals)
    # No group is without any.
    at, first = next((at, number) for at, number in enumerate(ordinals) if number is not None)
    before = max(0, first - at - 1)
    numbers: list[int | None] = []
    for ordinal in ordinals:
        is_missing = ordinal is None and before + 1 not in taken
        number = before + 1 if is_missing else ordinal
        before = before if number is None else number
        numbers.append(number)
    return numbers


def _is_variant(exercise: Exercise, before: Exercise) -> bool:
    return (
        exercise.ordinal is not None
        and exercise.ordinal == before.ordinal
        and exercise.suffix != before.suffix
    )
