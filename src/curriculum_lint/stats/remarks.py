"""What stands out, in words: the close of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..text.durations import duration_range
from ..text.phrases import counted
from .entries import CurriculumStats, ExerciseEntry, Outliers, Readability, UnitStats
from .names import unit_name

_MOST_ITEMS = 10


class RemarkItem(NamedTuple):
    """``place`` is a path, with a line if there is one; ``words`` may be cut or left out."""

    place: str
    words: str = ""


class Remark(NamedTuple):
    """``subject`` are strangers' words, ``figures`` our own; ``items`` are theirs again."""

    name: str
    subject: str = ""
    figures: str = ""
    items: tuple[RemarkItem, ...] = ()
    left_out: int = 0


def remarks(stats: CurriculumStats) -> Iterator[Remark]:
    """Everything that stands out."""
    units = {unit.path: unit for unit in stats.units}
    found = stats.outliers
    for name, path in (("Longest module", found.longest), ("Shortest module", found.shortest)):
        if path is not None:
            yield Remark(name, unit_name(units[path]), _length(units[path]))
    readability = stats.required.readability
    if readability:
        yield Remark("Readability", figures=_readability(readability))
    yield from _reading(units, found)
    yield from _lacking(stats)


def _reading(units: Mapping[str, UnitStats], found: Outliers) -> Iterator[Remark]:
    """The units that read hardest and easiest, if the difference can be put in words."""
    if found.hardest is None or found.easiest is None:
        return
    hardest, easiest = units[found.hardest], units[found.easiest]
    one, other = hardest.figures.readability, easiest.figures.readability
    if one and other and one.band is not other.band:
        yield Remark("Hardest to read", unit_name(hardest), _readability(one))
        yield Remark("Easiest to read", unit_name(easiest), _readability(other))


def _length(unit: UnitStats) -> str:
    minutes = unit.figures.minutes
    time = f", {duration_range(minutes.least, minutes.most)}" if minutes else ""
    return counted(unit.figures.words, "word") + time


def _readability(known: Readability) -> str:
    return f"LIX {known.lix}, {known.band}"


def _lacking(stats: CurriculumStats) -> Iterator[Remark]:
    found, units = stats.outliers, len(stats.units)
    exercises = stats.required.exercises + stats.optional.exercises
    without_readme, without_time = map(_places, (found.without_readme, found.without_time))
    yield from _listed("Without readable readme", "unit", units, without_readme)
    yield from _listed("Without time", "unit", units, without_time)
    without_criteria = _exercises(found.exercises_without_criteria)
    yield from _listed("Without acceptance criteria", "exercise", exercises, without_criteria)
    without_time = _exercises(found.exercises_without_time)
    yield from _listed("Without time", "exercise", exercises, without_time)


def _listed(name: str, noun: str, among: int, items: Sequence[RemarkItem]) -> Iterator[Remark]:
    if items:
        figures = f"{len(items):,} of {counted(among, noun)}"
        shown = tuple(items[:_MOST_ITEMS])
        yield Remark(name, "", figures, shown, len(items) - len(shown))


def _places(paths: Sequence[str]) -> list[RemarkItem]:
    return [RemarkItem(path) for path in paths]


def _exercises(entries: Sequence[ExerciseEntry]) -> list[RemarkItem]:
    return [
        RemarkItem(f"{each.readme}:{each.line}", f"{each.number} {each.title}".strip())
        for each in entries
    ]
