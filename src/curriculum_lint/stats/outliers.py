"""What stands out among the units and exercises of a curriculum."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from ..index.entries import CurriculumIndex, IndexedExercise, IndexedUnit
from .entries import ExerciseEntry, LevelStats, Outliers, UnitStats

Placed = tuple[IndexedUnit, IndexedExercise]


class _Ends(NamedTuple):
    """The paths of the units with the least and the most of something."""

    least: str | None = None
    most: str | None = None


def find_outliers(
    index: CurriculumIndex, levels: Sequence[LevelStats], unread: Collection[str]
) -> Outliers:
    """What stands out; the first one in reading order where several are alike.

    ``unread`` are the paths of the units without a readme that could be read.
    """
    modules = [module for level in levels for module in level.modules]
    units = [unit for module in modules for unit in (module, *module.subsections)]
    length = _ends(modules, lambda unit: unit.figures.words or None)
    lix = _ends(units, lambda unit: r.lix if (r := unit.figures.readability) else None)
    exercises = [(unit, exercise) for unit in index.units() for exercise in unit.exercises]
    return Outliers(
        longest=length.most,
        shortest=length.least,
        hardest=lix.most,
        easiest=lix.least,
        without_readme=tuple(unit.path for unit in units if unit.path in unread),
        without_time=_without_time([unit for unit in units if unit.path not in unread]),
        exercises_without_criteria=_lacking(exercises, lambda each: each.criteria > 0),
        exercises_without_time=_lacking(exercises, lambda each: each.minutes is not None),
    )


def _ends(units: Iterable[UnitStats], figure: Callable[[UnitStats], int | None]) -> _Ends:
    known = [(value, unit.path) for unit in units if (value := figure(unit)) is not None]
    least = min(known, key=lambda each: each[0], default=None)
    most = max(known, key=lambda each: each[0], default=None)
    if least is None or most is None or least[0] == most[0]:
        return _Ends()
    return _Ends(least[1], most[1])


def _without_time(units: Sequence[UnitStats]) -> tuple[str, ...]:
    lacking = [unit.path for unit in units if unit.figures.minutes is None]
    known = any(unit.figures.minutes is not None for unit in units)
    return tuple(lacking) if known else ()


def _lacking(
    exercises: Sequence[Placed], has: Callable[[IndexedExercise], bool]
) -> tuple[ExerciseEntry, ...]:
    """Those that lack what others have."""
    lacking = [(unit, each) for unit, each in exercises if not has(each)]
    if len(lacking) == len(exercises):
        return ()
    return tuple(_entry(unit, each) for unit, each in lacking)


def _entry(unit: IndexedUnit, exercise: IndexedExercise) -> ExerciseEntry:
    assert unit.readme is not None
    return ExerciseEntry(
        key=exercise.key,
        unit=unit.path,
        readme=exercise.file or unit.readme,
        number=exercise.number,
        title=exercise.title,
        line=exercise.line,
    )
