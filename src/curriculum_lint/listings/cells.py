"""Cells of a table that lead to units besides the one that their row is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..parse.tables import TableRow
from .listing import IndexEntry, ListingForm, UnitEntry, UnitIndex, parent_of
from .page_units import PageUnits

#: So many cells are no accident.
_LEAST = 2
_PAIR = 2
#: The head of a table, and the line below it.
_HEAD = 2


class _Cell(NamedTuple):
    """Where in its table a cell stands, and what it is about."""

    row: int
    column: int
    unit: UnitEntry


def with_cells(
    index: UnitIndex, units: PageUnits, rows: Sequence[TableRow], columns: Sequence[int]
) -> Iterator[UnitIndex]:
    """The index of the rows, or of all cells in a grid of units; then those of cells in one row.

    ``rows`` begin with the head; ``columns`` say for each of the others which of its cells its
    entry is about.
    """
    head, body = rows[0], rows[_HEAD:]
    found = [
        cell
        for at, (row, own) in enumerate(zip(body, columns, strict=True))
        if len(units.leading(*row.span)) >= _LEAST
        for cell in _others(index, units, _Row(at, own, row))
    ]
    own = [
        _Cell(at, columns[at], UnitEntry(each, each.place))
        for at, each in enumerate(index.entries)
        if each.place
    ]
    whole = [*map(_narrow, own), *found]
    if found and _is_grid(index, whole, head, body):
        yield _index(index, whole)
        return
    yield index
    for cells in _beside(found):
        yield _index(index, cells)


class _Row(NamedTuple):
    """A row, its number below the head, and the column of its own unit."""

    at: int
    own: int
    row: TableRow


def _others(index: UnitIndex, units: PageUnits, row: _Row) -> Iterator[_Cell]:
    """Cells that begin with links to units which no row is about."""
    listed = index.listed
    for column, cell in enumerate(row.row.cells):
        text = index.page.document.text[slice(*cell)]
        entry = units.entry(cell, cell.start, text, cell.end, is_cell=True)
        place = entry.place if entry.leads and column != row.own else None
        if place is not None and place.unit.path not in listed:
            yield _Cell(row.at, column, UnitEntry(entry, place))


def _is_grid(
    index: UnitIndex, cells: Sequence[_Cell], head: TableRow, body: Sequence[TableRow]
) -> bool:
    """Whether all cells are about units that are counted together, each about another one.

    Of two columns with names, the second rather says something of the first.
    """
    written = sum(cell.end > cell.start for row in body for cell in row.cells)
    units = [each.unit.place for each in cells]
    names = {index.page.document.text[slice(*cell)] for cell in head.cells} - {""}
    return (
        written == len(cells) == len({place.unit.path for place in units})
        and len({parent_of(place).path for place in units}) == 1
        and (len(head.cells) > _PAIR or len(names) < _PAIR)
    )


def _beside(cells: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    """The cells of one row about units that are counted together."""
    found: dict[tuple[int, str], list[_Cell]] = {}
    for each in cells:
        found.setdefault((each.row, parent_of(each.unit.place).path), []).append(each)
    yield from (group for group in found.values() if len(group) >= _LEAST)


def _narrow(cell: _Cell) -> _Cell:
    """The cell of a row without the row around it."""
    entry, place = cell.unit
    start, line = entry.start, entry.line
    span = entry.span._replace(start=start, end=start + len(line))
    return cell._replace(unit=UnitEntry(entry._replace(span=span, marker=None, number=None), place))


def _index(index: UnitIndex, cells: Sequence[_Cell]) -> UnitIndex:
    """The cells as an index, line by line or column by column: as more of them are in order."""
    by_line = sorted(cells, key=lambda each: (each.row, each.column))
    by_column = sorted(cells, key=lambda each: (each.column, each.row))
    found = by_column if _rising(by_column) > _rising(by_line) else by_line
    entries: Iterable[IndexEntry] = (each.unit.entry for each in found)
    return index._replace(form=ListingForm.CELL, entries=tuple(entries))


def _rising(cells: Sequence[_Cell]) -> int:
    keys = [each.unit.place.key for each in cells]
    return sum(one < other for one, other in pairwise(keys))
