"""What an entry of the index says of a level or unit besides its title and summary."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..settings.index_settings import IndexField
from ..text.durations import duration_range
from ..text.phrases import counted
from .entries import IndexedUnit, Level, Range


def level_details(level: Level, fields: Collection[IndexField]) -> list[str]:
    """What a level holds, as far as it is known and wanted."""
    return list(_of_level(level, fields))


def unit_details(unit: IndexedUnit, fields: Collection[IndexField], *, optional: bool) -> list[str]:
    """What a unit takes and holds, as far as it is known and wanted."""
    return [*(["optional"] if optional else []), *_of_unit(unit, fields)]


def _of_level(level: Level, fields: Collection[IndexField]) -> Iterator[str]:
    totals = level.totals
    if level.reserved and not totals.modules:
        yield "reserved"
    if totals.modules:
        yield counted(totals.modules, "module")
    if totals.subsections:
        yield counted(totals.subsections, "optional subsection")
    if IndexField.TIME in fields and totals.minutes.most:
        yield _time(totals.minutes)
    if IndexField.EXERCISES in fields and totals.exercises:
        yield counted(totals.exercises, "exercise")
    yield from _tested(totals.tested, totals.criteria, fields)
    if IndexField.CONCEPTS in fields and totals.concepts:
        yield counted(totals.concepts, "concept")


def _of_unit(unit: IndexedUnit, fields: Collection[IndexField]) -> Iterator[str]:
    if IndexField.TIME in fields and unit.minutes and unit.minutes.most:
        yield _time(unit.minutes)
    if IndexField.DIFFICULTY in fields and unit.difficulty:
        yield f"difficulty {_steps(unit.difficulty)}"
    if IndexField.EXERCISES in fields and unit.exercises:
        yield counted(len(unit.exercises), "exercise")
    tested = sum(each.tested for each in unit.exercises)
    yield from _tested(tested, sum(each.criteria for each in unit.exercises), fields)
    if IndexField.CONCEPTS in fields and unit.concepts:
        yield counted(len(unit.concepts), "concept")


def _tested(tested: int, criteria: int, fields: Collection[IndexField]) -> Iterator[str]:
    if IndexField.TESTS in fields and tested:
        all_of_them = counted(criteria, "criterion", "criteria")
        yield f"{tested:,} of {all_of_them} {'runs' if criteria == 1 else 'run'}"


def _time(minutes: Range) -> str:
    return duration_range(minutes.least, minutes.most)


def _steps(difficulty: Range) -> str:
    if difficulty.least == difficulty.most:
        return str(difficulty.least)
    return f"{difficulty.least}–{difficulty.most}"
