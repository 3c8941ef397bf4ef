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


def inside_words(unit: IndexedUnit) -> str:
    """What opens below a unit: ``10 exercises, 14 concepts``; empty if there is nothing.

    What it needs and where it links is named only where it is all that there is.
    """
    counts = (
        *((unit.exercises, "exercise", None), (unit.concepts, "concept", None)),
        *(
            (unit.requires, "prerequisite", None),
            (unit.links, "link to the web", "links to the web"),
        ),
    )
    parts = [counted(len(each), noun, plural) for each, noun, plural in counts if each]
    return ", ".join(parts[:2])
