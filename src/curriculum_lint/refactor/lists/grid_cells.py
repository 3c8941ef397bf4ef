"""Cells of a grid of units: those behind one that goes or comes move to the next places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...edits.edit import Edit
from ...edits.line_ends import line_end_of
from ...listings.listing import UnitIndex
from ...parse.document import Document
from ...parse.tables import TableRow, rows_of
from ...text.source import Span
from .nested_items import lines_around

#: Stands for the text of a new cell.
_NEW = "\0"
#: The head of a table, and the line below it.
_HEAD = 2
_BARE = re.compile(r"[|\s]*")


def without_cells(index: UnitIndex, gone: Sequence[bool]) -> Iterator[Edit]:
    """The edits that empty the cells that are ``gone``, and take out rows with nothing else."""
    document = index.page.document
    texts = [document.text[slice(*entry.span)] for entry in index.entries]
    kept = [text for text, goes in zip(texts, gone, strict=True) if not goes]
    if not _is_grid(index):
        kept = ["" if goes else text for text, goes in zip(texts, gone, strict=True)]
    kept += [""] * (len(texts) - len(kept))
    places = [entry.span for entry in index.entries]
    edits = [
        Edit(index.page.path, *place, new)
        for place, old, new in zip(places, texts, kept, strict=True)
        if old != new
    ]
    bare = {row for each in edits if _is_bare(document, row := _row(document, each), edits)}
    yield from (each for each in edits if _row(document, each) not in bare)
    yield from (Edit(index.page.path, *row, "") for row in bare)


def with_cell(index: UnitIndex, new: str, at: int) -> tuple[Edit, ...]:
    """The edits for a ``new`` cell at a place of a grid; nothing where there is no room."""
    document = index.page.document
    texts = [document.text[slice(*entry.span)] for entry in index.entries]
    room = _room(index) if _is_grid(index) else None
    if room is None:
        return ()
    places = [*(entry.span for entry in index.entries), room.span]
    written = [*texts[:at], new, *texts[at:]]
    written[-1] = room.text.replace(_NEW, written[-1])
    moved = zip(places, written, strict=True)
    return tuple(Edit(index.page.path, *place, text) for place, text in list(moved)[at:])


class _Room(NamedTuple):
    """Where one more cell goes, and what is written there, with a sign for the cell."""

    span: Span
    text: str


def _room(index: UnitIndex) -> _Room | None:
    """The blank cell behind the last one, or a new row."""
    text = index.page.document.text
    rows = list(rows_of(text, index.span))[_HEAD:]
    starts = [each.start for each in index.entries]
    row, column = next(
        (at, nth)
        for at, each in enumerate(rows)
        for nth, cell in enumerate(each.cells)
        if cell.start == starts[-1]
    )
    by_line = starts == sorted(starts)
    below, behind = (row + 1, column), (row, column + 1)
    for at in (behind, (row + 1, 0)) if by_line else (below, (0, column + 1)):
        cell = _cell(rows, at)
        if cell is not None:
            return None if cell.end > cell.start else _Room(cell, _padded(text, cell))
    if not by_line or row + 1 < len(rows):
        return None
    end = rows[-1].span.end
    first = text[rows[-1].span.start : rows[-1].cells[0].start]
    more = text[rows[-1].cells[0].end : end].count("|")
    line_end = line_end_of(text)
    return _Room(Span(end, end), line_end + first + _NEW + " |" * more)


def _cell(rows: Sequence[TableRow], at: tuple[int, int]) -> Span | None:
    row, column = at
    cells = rows[row].cells if row < len(rows) else ()
    return cells[column] if column < len(cells) else None


def _padded(text: str, cell: Span) -> str:
    """A new cell with a blank on each side, where there is none."""
    before = "" if text[: cell.start].endswith(" ") else " "
    return before + _NEW + ("" if text.startswith(" ", cell.end) else " ")


def _is_grid(index: UnitIndex) -> bool:
    lines = [index.page.document.line(entry.start) for entry in index.entries]
    return 1 < len(set(lines)) < len(lines)


def _row(document: Document, edit: Edit) -> Span:
    return lines_around(document, Span(edit.start, edit.end))


def _is_bare(document: Document, row: Span, edits: Sequence[Edit]) -> bool:
    """Whether nothing is left in a row."""
    text, at = "", row.start
    for edit in sorted(edits):
        if row.start <= edit.start < row.end:
            text += document.text[at : edit.start] + edit.text
            at = edit.end
    return _BARE.fullmatch(text + document.text[at : row.end]) is not None
