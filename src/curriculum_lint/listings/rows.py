"""Tables with a row for each unit, or several in a row, as indexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model.curriculum import Page
from ..parse.document import BlockKind
from ..parse.tables import TableRow, rows_of
from ..text.late_pattern import late_pattern
from ..text.source import Span
from .cells import with_cells
from .listing import IndexEntry, ListingForm, UnitIndex
from .page_units import PageUnits

#: A number alone in its cell: ``3``, ``Week 3``, ``**03**``, ``3a``, ``1.2``.
_NUMBER = late_pattern(
    r"[*_`]*(?:[^\W\d_]+[ \t]+)?#?"
    r"(?P<label>(?:(?P<number>\d{1,9})|\d{1,3}(?:\.\d{1,3})+)[a-z]?)[.)]?[*_`]*\Z"
)
_HEAD = 2


def row_listings(page: Page, units: PageUnits) -> Iterator[UnitIndex]:
    """One for each table whose rows name units in one of its columns, and those of other cells."""
    for block in page.document.blocks:
        if block.kind is BlockKind.TABLE and units.may_name_in(block.span):
            table = list(rows_of(page.document.text, block.span))
            rows = table[_HEAD:]
            column = _column(units, rows)
            if column is not None:
                columns = list(_columns(units, rows, column))
                read = zip(rows, columns, strict=True)
                entries = tuple(_entry(page, units, row, at) for row, at in read)
                whole = UnitIndex(page, ListingForm.ROW, block.span, entries)
                yield from with_cells(whole, units, table, columns)


def _column(units: PageUnits, rows: Sequence[TableRow]) -> int | None:
    """The column in which most rows name units, all of them different ones."""
    found: Counter[int] = Counter()
    for at in range(max((len(row.cells) for row in rows), default=0)):
        cells = [row.cells[at] for row in rows if at < len(row.cells)]
        named = [units.about(cell) for cell in cells]
        found[at] = len({place.unit.path for place in named if place})
    column = max(found, key=found.__getitem__, default=0)
    return column if found[column] else None


def _columns(units: PageUnits, rows: Sequence[TableRow], column: int) -> Iterator[int]:
    """The column of each row that names its unit: another one where only that links to a unit."""
    found = [units.about(row.cells[column]) if column < len(row.cells) else None for row in rows]
    listed = {place.unit.path for place in found if place}
    for row, known in zip(rows, found, strict=True):
        others = () if known else enumerate(row.cells)
        linked = ((at, units.linked_by(cell)) for at, cell in others)
        own = (at for at, place in linked if place and place.unit.path not in listed)
        yield next(own, column)


def _entry(page: Page, units: PageUnits, row: TableRow, column: int) -> IndexEntry:
    if column >= len(row.cells):
        return IndexEntry(row.span, row.span.start, "")
    cell = row.cells[column]
    line = page.document.text[slice(*cell)]
    entry = units.entry(row.span, cell.start, line, cell.end, is_cell=True)
    for other in row.cells[: column + 1]:
        match = _NUMBER.match(page.document.text[slice(*other)])
        if match is not None:
            marker = Span(other.start + match.start("label"), other.start + match.end("label"))
            number = int(match["number"]) if match["number"] else None
            return entry._replace(number=number, marker=marker)
    return entry
