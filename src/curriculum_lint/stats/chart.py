"""Bars for the modules of a level: how the length changes along the path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..text.width import padded, text_width
from .columns import Column, words_cell
from .entries import Figures, LevelStats, ModuleStats
from .screen import Screen, right

#: With fewer modules there is nothing to see, with more nothing to take in.
_FEWEST, _MOST = 3, 40
_LONGEST_NAME = 20
_MODULE, _OPTIONAL = "█", "▒"

Measure = Callable[[Figures], float]


def chart(level: LevelStats, time: Column, screen: Screen) -> Iterator[str]:
    """A heading and a line for each module; nothing for very few or many."""
    modules = level.modules
    if not _FEWEST <= len(modules) <= _MOST:
        return
    is_timed = all(module.figures.minutes for module in modules)
    name, cell = (time.name, time.cell) if is_timed else ("Words", words_cell)
    legend = f": {_MODULE} module, {_OPTIONAL} its optional subsections"
    yield screen.drawn(f"  {name} by module{legend if level.subsections else ''}\n")
    measure = _minutes if is_timed else _words
    yield from _bars(modules, [_sums(each, cell, measure) for each in modules], measure, screen)


def _bars(
    modules: Sequence[ModuleStats], told: Sequence[str], measure: Measure, screen: Screen
) -> Iterator[str]:
    names = [screen.cut(each.label or each.title, _LONGEST_NAME) for each in modules]
    name_room, told_room = max(map(text_width, names)), max(map(len, told))
    room = screen.room - name_room - told_room - 6
    whole = max(measure(each.figures) + _optional(each, measure) for each in modules) or 1
    for module, name, words in zip(modules, names, told, strict=True):
        first = round(room * measure(module.figures) / whole)
        both = round(room * (measure(module.figures) + _optional(module, measure)) / whole)
        bar = padded(_MODULE * first + _OPTIONAL * (both - first), room)
        shown = right(name, name_room) if module.label else padded(name, name_room)
        yield f"  {shown}  {screen.drawn(f'{bar}  {words}')}".rstrip() + "\n"


def _sums(module: ModuleStats, cell: Callable[[Figures], str], measure: Measure) -> str:
    """The figure of the module, and those of its subsections."""
    optional = [cell(each.figures) for each in module.subsections if measure(each.figures)]
    return " + ".join([cell(module.figures) or "0", *optional])


def _optional(module: ModuleStats, measure: Measure) -> float:
    return sum(measure(each.figures) for each in module.subsections)


def _minutes(figures: Figures) -> float:
    return (figures.minutes.least + figures.minutes.most) / 2 if figures.minutes else 0


def _words(figures: Figures) -> float:
    return figures.words
