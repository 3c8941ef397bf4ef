"""Tables that name units, one in each row: rows keep the order, and cells the numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ..edits.edit import Edit, Fix, Safety
from ..edits.moves import Moves
from ..model.curriculum import Curriculum, Page
from ..model.reading_order import ReadingOrder, UnitPlace
from ..parse.document import BlockKind
from .list_order import units_led_to

#: A number in the first cell: ``| 3 |``, ``| Week 3 |``, ``| 3a |``.
_NUMBER_CELL = re.compile(
    r"[ \t|*_]*(?:[^\W\d_]+[ \t]+)?(?P<label>(?P<number>\d{1,9})(?P<letter>[a-z]?))[ \t*_]*\|"
)
_LINE = re.compile(r"[^\r\n]+")


class _Row(NamedTuple):
    """A row about a unit; ``text`` is its line, which begins at ``start``."""

    place: UnitPlace
    text: str
    start: int

    @property
    def label(self) -> re.Match[str] | None:
        return _NUMBER_CELL.match(self.text)

    @property
    def is_numbered(self) -> bool:
        number, _, letter = self.place.key
        label = self.label
        return label is not None and (int(label["number"]), label["letter"]) == (number, letter)

    def numbered(self, width: int) -> str:
        """Its line with the number that the unit has."""
        number, _, letter = self.place.key
        if self.label is None:
            return self.text
        start, end = self.label.span("label")
        return f"{self.text[:start]}{str(number).zfill(width)}{letter}{self.text[end:]}"


class _Table(NamedTuple):
    """The rows of one table that lead with siblings; ``at`` counts the blocks of the page."""

    page: Page
    at: int
    rows: tuple[_Row, ...]

    @property
    def is_in_order(self) -> bool:
        keys = [row.place.key for row in self.rows]
        return keys == sorted(keys)

    @property
    def is_numbered(self) -> bool:
        return all(row.is_numbered for row in self.rows)

    @property
    def width(self) -> int:
        """How many digits numbers have at least."""
        written = [row.label["number"] for row in self.rows if row.label]
        return max((len(number) for number in written if number.startswith("0")), default=0)


class TableOrder:
    """Which tables are in order and say the numbers of units, so that they can do so again."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._known = {
            (table.page.path, table.at): (table.is_in_order, table.is_numbered)
            for table in _tables(curriculum)
        }

    def fixes(self, after: Curriculum, moves: Moves) -> Iterator[Fix]:
        """The fixes that make them so in ``after``, where ``moves`` have led."""
        known = {(moves.new(path), at): state for (path, at), state in self._known.items()}
        for table in _tables(after):
            in_order, numbered = known.get((table.page.path, table.at), (False, False))
            edits = tuple(_edits(table, in_order=in_order, numbered=numbered))
            if edits:
                yield Fix("Put the rows in order", Safety.UNSAFE, edits)


def _tables(curriculum: Curriculum) -> Iterator[_Table]:
    order = ReadingOrder(curriculum)
    for page in curriculum.pages.values():
        led_to = units_led_to(curriculum, page, order)
        for at, block in enumerate(page.document.blocks):
            if led_to and block.kind is BlockKind.TABLE:
                found = tuple(_rows(page, block.span.start, block.span.end, led_to))
                parents = {row.place.unit.path.rpartition("/")[0] for row in found}
                if len(found) > 1 and len(parents) == 1:
                    yield _Table(page, at, found)


def _rows(page: Page, start: int, end: int, led_to: dict[int, UnitPlace]) -> Iterator[_Row]:
    links = sorted(link.span.start for link in page.document.links)
    for line in _LINE.finditer(page.document.text, start, end):
        at = bisect_left(links, line.start())
        place = led_to.get(links[at]) if at < len(links) and links[at] < line.end() else None
        if place is not None:
            yield _Row(place, line[0], line.start())


def _edits(table: _Table, *, in_order: bool, numbered: bool) -> Iterator[Edit]:
    rows = sorted(table.rows, key=lambda row: row.place.key) if in_order else table.rows
    for there, row in zip(table.rows, rows, strict=True):
        text = row.numbered(table.width) if numbered else row.text
        if text != there.text:
            yield Edit(table.page.path, there.start, there.start + len(there.text), text)
