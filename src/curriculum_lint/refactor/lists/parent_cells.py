"""Cells that name the level in every row: a unit that goes to another level has that one's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...listings.listing import ListingForm, UnitIndex, parent_of
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Unit
from ...parse.tables import rows_of
from ...text.source import Span

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class _Other(NamedTuple):
    """What was around a unit and what is around it now, each with its names and titles."""

    old: tuple[str, str]
    new: tuple[str, str]


def parent_cell_edits(before: Curriculum, after: Curriculum, moves: Moves) -> Iterator[Edit]:
    """The edits of cells that hold nothing but the name or title of what was around a unit."""
    others = _others(before, after, moves)
    for page in after.pages.values() if others else ():
        for index in reader_of(after).on(page):
            if index.form is ListingForm.ROW:
                yield from _in_table(index, others)


def _others(before: Curriculum, after: Curriculum, moves: Moves) -> Mapping[str, _Other]:
    """The units that have come to another level or module, by their paths now."""
    found: dict[str, _Other] = {}
    old = {moves.new(child.path): each for each, child in _children(before)}
    for parent, unit in _children(after):
        was = old.get(unit.path)
        if was is not None and moves.new(was.path) != parent.path:
            found[unit.path] = _Other(parent_names(before, was), parent_names(after, parent))
    return found


def _children(curriculum: Curriculum) -> Iterator[tuple[Unit, Unit]]:
    return ((unit, child) for unit in curriculum.units() for child in unit.children)


def parent_names(curriculum: Curriculum, unit: Unit) -> tuple[str, str]:
    """The name and the title of what is around units, empty without one."""
    page = curriculum.page(unit)
    return unit.basename, page.outline.title.text if page and page.outline.title else ""


def _in_table(index: UnitIndex, others: Mapping[str, _Other]) -> Iterator[Edit]:
    text = index.page.document.text
    rows = {row.span: row.cells for row in rows_of(text, index.span)}
    beside: dict[str, list[Span]] = {}
    for entry, place in index.units:
        if place.unit.path not in others and entry.span in rows:
            beside[parent_of(place).path] = list(rows[entry.span])
    for entry, place in index.units:
        other, model = others.get(place.unit.path), beside.get(parent_of(place).path, [])
        for at, cell in enumerate(rows.get(entry.span, ())) if other else ():
            like = text[slice(*model[at])] if at < len(model) else ""
            new = _renamed(text[slice(*cell)], like, other) if other else None
            if new is not None:
                yield Edit(index.page.path, *cell, new)


def _renamed(cell: str, like: str, other: _Other) -> str | None:
    """The cell with the other name; one with a link is ``like`` that of a unit which was there."""
    plain = plain_cell(cell)
    for old, new in zip(other.old, other.new, strict=True):
        if old and new and plain == old:
            if "](" not in cell:
                return cell.replace(old, new)
            return like if plain_cell(like) == new else None
    return None


def plain_cell(cell: str) -> str:
    """The words of a cell, without marks and the destinations of links."""
    return _LINK.sub(r"\1", cell).strip("*_`~ ")
