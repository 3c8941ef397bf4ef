"""The figures for a terminal: a table for each level, bars, and what stands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.phrases import counted
from ..text.width import padded, text_width
from .chart import chart
from .columns import Column, known_columns, time_column
from .entries import CurriculumStats, Figures, LevelStats
from .names import level_name
from .remarks import Remark, RemarkItem, remarks
from .screen import Screen, right

NO_MODULES = "There are no modules yet."

_GAP = 2
_UNKNOWN = "–"
#: A path is cut only where it is an attack; words are left out where next to nothing would be left.
_LONGEST_PLACE = 1_000
_SHORTEST = 8


def text_stats(stats: CurriculumStats, screen: Screen) -> Iterator[str]:
    """Everything, in lines that fit the screen."""
    yield f"{screen.cut(stats.title, screen.room)}\n\n"
    if not stats.modules:
        yield f"{NO_MODULES}\n"
        return
    table = _Table(stats, screen)
    for level in stats.levels:
        yield from table.level(level)
        yield "\n"
    if sum(1 for level in stats.levels if level.modules) > 1:
        yield from table.whole(stats)
        yield "\n"
    for remark in remarks(stats):
        yield from _lines(remark, screen)


class _Table:
    def __init__(self, stats: CurriculumStats, screen: Screen) -> None:
        self._screen, self._time = screen, time_column(stats)
        self._columns = known_columns(stats)
        figures = [unit.figures for unit in stats.units]
        figures += [stats.required, stats.optional]
        self._widths = [_width(column, figures) for column in self._columns]
        self._room = screen.room - sum(self._widths) - _GAP * len(self._widths)

    def level(self, level: LevelStats) -> Iterator[str]:
        """The units of a level, their totals, and the bars."""
        if not level.modules:
            yield f"{self._screen.cut(level_name(level), self._room)}: no modules yet\n"
            return
        yield self._row(level_name(level), [column.short for column in self._columns])
        width = max(len(unit.label) for unit in level.modules)
        for module in level.modules:
            yield self._figures(f"  {_named(module.label, width)}{module.title}", module.figures)
            for each in module.subsections:
                name = f"{each.label.removeprefix(module.label)} {each.title}".strip()
                yield self._figures(f"{' ' * width}  + {name}", each.figures)
        yield from self._totals(level.modules, level.subsections, level.required, level.optional)
        bars = list(chart(level, self._time, self._screen))
        yield from ("\n", *bars) if bars else ()

    def whole(self, stats: CurriculumStats) -> Iterator[str]:
        """The totals of all levels."""
        yield self._row("All levels", [column.short for column in self._columns])
        subsections = [each for level in stats.levels for each in level.subsections]
        yield from self._totals(stats.modules, subsections, stats.required, stats.optional)

    def _totals(
        self,
        modules: Sequence[object],
        subsections: Sequence[object],
        required: Figures,
        optional: Figures,
    ) -> Iterator[str]:
        yield self._figures(counted(len(modules), "module"), required)
        if subsections:
            yield self._figures(f"+ {counted(len(subsections), 'optional subsection')}", optional)

    def _figures(self, name: str, figures: Figures) -> str:
        return self._row(name, [column.cell(figures) or _UNKNOWN for column in self._columns])

    def _row(self, name: str, cells: Sequence[str]) -> str:
        first = padded(self._screen.cut(name, self._room), self._room)
        shown = (right(cell, width) for cell, width in zip(cells, self._widths, strict=True))
        return first + self._screen.drawn("".join(f"{' ' * _GAP}{cell}" for cell in shown)) + "\n"


def _named(label: str, width: int) -> str:
    return f"{label:>{width}} " if label else ""


def _width(column: Column, figures: Sequence[Figures]) -> int:
    return max([len(column.short), *(text_width(column.cell(each)) for each in figures)])


def _lines(remark: Remark, screen: Screen) -> Iterator[str]:
    figures = screen.drawn(remark.figures)
    name = f"{remark.name}: "
    if remark.subject:
        room = screen.room - len(name) - len(figures) - 2
        name += f"{screen.cut(remark.subject, room)}, "
    yield f"{name}{figures}\n"
    for item in remark.items:
        yield f"  {_item(item, screen)}\n"
    if remark.left_out:
        yield f"  and {remark.left_out:,} more\n"


def _item(item: RemarkItem, screen: Screen) -> str:
    """The place in full, since people copy it, and what fits of the words behind it."""
    place = screen.cut(item.place, _LONGEST_PLACE)
    room = screen.room - text_width(place) - 4
    return f"{place}  {screen.cut(item.words, room)}" if item.words and room >= _SHORTEST else place
