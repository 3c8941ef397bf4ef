"""Every exercise with the tests that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..model.checked_exercise import SECTION, CheckedExercise, checked_exercises, unit_label
from ..model.criterion import CriterionTest, NumberedCriterion
from ..model.curriculum import Curriculum, Kind, Unit, UnmetKind
from ..text.source import Span

_ABSENT = frozenset({UnmetKind.MISSING, UnmetKind.MISSPELT, UnmetKind.EMPTY})
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[`*_\\]")


class TestedExercise(NamedTuple):
    """An exercise, and the tests that name it."""

    exercise: CheckedExercise
    tests: tuple[CriterionTest, ...]

    @property
    def path(self) -> str:
        """The readme that it is in."""
        return self.exercise.page.path

    @property
    def name(self) -> str:
        """How messages call it."""
        return self.exercise.exercise.name

    @property
    def drifted(self) -> set[int]:
        """The criteria that do not say what their tests quote."""
        criteria = {each.number: each for each in self.exercise.criteria}
        return {
            test.number
            for test in self.tests
            if test.quote
            and test.number in criteria
            and not says(criteria[test.number], test.quote)
        }

    @property
    def heading(self) -> Span:
        """Where it is named."""
        return self.exercise.exercise.heading.span

    @property
    def lacks_criteria(self) -> bool:
        """Whether its criteria are missing, or under a misspelt name: other rules say that."""
        if self.exercise.criteria:
            return False
        whole = Span(self.heading.start, self.exercise.exercise.span.end)
        unmet = (each for each in self.exercise.page.unmet if whole.holds(each.span.start))
        return any(each.key == SECTION and each.kind in _ABSENT for each in unmet)


def tested_exercises(curriculum: Curriculum) -> list[TestedExercise]:
    """All exercises, paired once in a run; none where no tests are configured."""
    paired: list[TestedExercise] = curriculum.tests.paired
    if not paired and curriculum.settings.tests.files:
        paired.extend(_pairs(curriculum))
    return paired


def _pairs(curriculum: Curriculum) -> Iterator[TestedExercise]:
    tests = curriculum.tests.by_exercise()
    exercises = list(numbered_exercises(curriculum))
    alike: dict[str, list[CheckedExercise]] = {}
    for each in exercises:
        alike.setdefault(each.number, []).append(each)
    for each in exercises:
        others = alike[each.number]
        own = (test for test in tests.get(each.number, ()) if each in _meant(test, others))
        yield TestedExercise(each, tuple(own))


def _meant(test: CriterionTest, exercises: list[CheckedExercise]) -> list[CheckedExercise]:
    """Which of the exercises of one number, in different levels, a test means.

    It lies in a folder that is called like the level, or quotes the words; otherwise any of them.
    """
    folders = test.path.split("/")
    near = [each for each in exercises if each.page.path.partition("/")[0] in folders]
    quoted = [each for each in exercises if _quotes(test, each)]
    return near or quoted or exercises


def _quotes(test: CriterionTest, exercise: CheckedExercise) -> bool:
    criteria = exercise.criteria[max(test.number - 1, 0) : test.number]
    return test.quote is not None and any(says(each, test.quote) for each in criteria)


def numbered_exercises(curriculum: Curriculum) -> Iterator[CheckedExercise]:
    """All exercises of modules and subsections, in order."""
    for module, unit in _units(curriculum):
        page = curriculum.page(unit)
        if page is not None:
            yield from checked_exercises(page, unit_label(module, unit))


def _units(curriculum: Curriculum) -> Iterator[tuple[Unit, Unit]]:
    """Every module and subsection, with its module."""
    for module in curriculum.of_kind(Kind.MODULE):
        for unit in (module, *module.children):
            yield module, unit


def says(criterion: NumberedCriterion, quote: str) -> bool:
    """Whether a criterion holds these words, white space and markup aside."""
    return quote in criterion.text or _plain(quote) in _plain(criterion.text)


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", _LINK.sub(r"\1", text)).split()).casefold()
