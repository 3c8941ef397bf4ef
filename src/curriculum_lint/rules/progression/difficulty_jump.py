"""CL505 difficulty-jump."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ...check.rule import CurriculumRule, Finding, Note
from ...model.curriculum import Curriculum, Page, Unit
from ...model.outline import Difficulty, Exercise
from ...model.untitled import exercises_but_titles
from ...settings.severity import Severity
from ._progression_sample import efforts

_EXERCISES = "## Exercises\n\n"
_EXERCISE = "### {0}) Print line {0}\n\n**Difficulty:** {1}\n\n"


class _Step(NamedTuple):
    page: Page
    exercise: Exercise
    difficulty: Difficulty


class DifficultyJump(CurriculumRule):
    """Learners trust that the next exercise is a little harder than this one. A jump looks like
    a piece that they missed; a fall, like an exercise that stands in the wrong place.
    """

    code = "CL505"
    name = "difficulty-jump"
    summary = "a difficulty that falls inside a unit, or rises by more than one step"
    severity = Severity.WARNING
    limits = (
        "Compared are the numbers of lines such as `**Difficulty:** 3 of 10` in consecutive "
        "exercises, and in the last exercise of a module and the first of the next. From one "
        "module to the next it may fall. Scales of more than ten steps are not read."
    )
    good = (
        efforts(
            _EXERCISES + _EXERCISE.format(1, 1) + _EXERCISE.format(2, "1–2 of 10"),
            _EXERCISES + _EXERCISE.format(1, 3) + _EXERCISE.format(2, 4),
        ),
    )
    bad = (
        efforts(
            _EXERCISES + _EXERCISE.format(1, 1) + _EXERCISE.format(2, 3) + _EXERCISE.format(3, 2),
            finds=("1_start/readme.md:11:17 CL505", "1_start/readme.md:15:17 CL505"),
        ),
        efforts(
            _EXERCISES + _EXERCISE.format(1, 1),
            _EXERCISES + _EXERCISE.format(1, 4),
            finds=("2_files/readme.md:7:17 CL505",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare exercises inside units, then modules with those before them."""
        for unit in curriculum.units():
            steps = _steps(curriculum, unit)
            for before, step in pairwise(steps):
                yield from _finding(before, step, may_fall=False)
        for level in curriculum.levels:
            for first, second in pairwise(level.children):
                last, following = _steps(curriculum, first)[-1:], _steps(curriculum, second)
                if first.name.track == second.name.track:
                    for before, step in zip(last, following, strict=False):
                        yield from _finding(before, step, may_fall=True)


def _steps(curriculum: Curriculum, unit: Unit) -> list[_Step]:
    page = curriculum.page(unit)
    return [
        _Step(page, exercise, exercise.effort.difficulty)
        for exercise in (exercises_but_titles(page) if page else ())
        if page and exercise.effort.difficulty
    ]


def _finding(before: _Step, step: _Step, *, may_fall: bool) -> Iterator[Finding]:
    old, new = before.difficulty, step.difficulty
    if old.least <= new.most and new.least <= old.most + 1:
        return
    if new.most < old.least:
        if may_fall:
            return
        message = f"The difficulty falls from {_range(old)} to {_range(new)}."
        advice = "Move the exercise, or correct one of the two numbers."
    else:
        message = f"The difficulty rises from {_range(old)} to {_range(new)} at once."
        advice = f"Put an exercise of difficulty {old.most + 1} between, or correct a number."
    note = Note(before.page.path, old.span, f"The difficulty of {before.exercise.name} before it.")
    yield Finding(step.page.path, new.span, message, advice, related=(note,))


def _range(each: Difficulty) -> str:
    return str(each.least) if each.least == each.most else f"{each.least}–{each.most}"
