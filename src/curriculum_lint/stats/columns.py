"""The columns of the tables, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..index.entries import Range
from .entries import CurriculumStats, Figures

Cell = Callable[[Figures], str]

_HOUR = 60


class Column(NamedTuple):
    """``short`` is its name on a terminal. A cell is empty where nothing is known or there."""

    short: str
    name: str
    cell: Cell


def known_columns(stats: CurriculumStats) -> list[Column]:
    """The columns that have something to say of at least one unit."""
    units = stats.units
    return [each for each in _columns(stats) if any(each.cell(unit.figures) for unit in units)]


def time_column(stats: CurriculumStats) -> Column:
    """Times in hours, or in minutes where no unit takes an hour."""
    known = [minutes for unit in stats.units if (minutes := unit.figures.minutes) is not None]
    if max((minutes.most for minutes in known), default=_HOUR) < _HOUR:
        return Column("Min.", "Minutes", lambda each: _range(each.minutes, str))
    return Column("Hours", "Hours", lambda each: _range(each.minutes, _hours))


def words_cell(figures: Figures) -> str:
    """The number of words."""
    return _count(figures.words)


def _columns(stats: CurriculumStats) -> list[Column]:
    return [
        Column("Exer.", "Exercises", lambda each: _count(each.exercises)),
        Column("Crit.", "Acceptance criteria", lambda each: _count(each.criteria)),
        Column("Run", "Criteria that run", lambda each: _count(each.tested)),
        Column("Words", "Words", words_cell),
        time_column(stats),
        Column("Diff.", "Difficulty", lambda each: _range(each.difficulty, str)),
        Column("Conc.", "Concepts", lambda each: _count(each.concepts)),
        Column("LIX", "LIX", lambda each: str(each.readability.lix) if each.readability else ""),
    ]


def _count(number: int) -> str:
    return f"{number:,}" if number else ""


def _range(known: Range | None, show: Callable[[int], str]) -> str:
    if known is None:
        return ""
    least, most = show(known.least), show(known.most)
    return least if least == most else f"{least}–{most}"


def _hours(minutes: int) -> str:
    return f"{minutes / _HOUR:,.1f}".removesuffix(".0")
