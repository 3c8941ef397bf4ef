"""How the page speaks of what it shows. Nothing is escaped here."""

from __future__ import annotations

from collections.abc import Iterator

from ..index.entries import IndexedUnit, Level, Range, Totals
from ..text.durations import duration_range
from ..text.phrases import counted


def time_words(minutes: Range | None) -> str:
    """``2–3 h``; empty if it is not known."""
    return duration_range(minutes.least, minutes.most) if minutes and minutes.most else ""


def step_words(difficulty: Range | None) -> str:
    """``3–5``; empty if it is not known."""
    if difficulty is None:
        return ""
    if difficulty.least == difficulty.most:
        return str(difficulty.least)
    return f"{difficulty.least}–{difficulty.most}"


def totals_words(totals: Totals) -> Iterator[str]:
    """What there is in all, as far as there is any."""
    if totals.modules:
        yield counted(totals.modules, "module")
    if totals.subsections:
        yield counted(totals.subsections, "optional branch", "optional branches")
    if totals.exercises:
        yield counted(totals.exercises, "exercise")
    if totals.concepts:
        yield counted(totals.concepts, "concept")
    if totals.minutes.most:
        yield time_words(totals.minutes)
    if totals.optional_minutes.most:
        yield f"{time_words(totals.optional_minutes)} optional"


def level_words(level: Level) -> Iterator[str]:
    """What a level holds."""
    if level.reserved and not level.totals.modules:
        yield "Its modules are still to come."
    yield from totals_words(level.totals)


def unit_words(unit: IndexedUnit, reading: int) -> Iterator[str]:
    """What there is to do in a unit: ``reading`` are the minutes that its text takes."""
    if reading:
        yield f"{time_words(Range(least=reading, most=reading))} to read"
    if unit.exercises:
        yield counted(len(unit.exercises), "exercise")
