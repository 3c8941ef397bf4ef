"""Cells that stand in the first row of several and mean all of them: “Basic” above blank cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...listings.listing import IndexEntry, ListingForm, UnitIndex, parent_of
from ...listings.read import reader_of
from ...model.curriculum import Curriculum
from ...parse.tables import TableRow, rows_of
from ...text.source import Span


class _Group(NamedTuple):
    """The rows about the units of one parent, in a table that is the ``nth`` of its page.

    What stands before ``own`` in the first row is neither the number nor the name of its unit.
    """

    nth: int
    parent: str
    rows: Sequence[TableRow]
    own: int


def group_cell_edits(before: Curriculum, after: Curriculum, moves: Moves) -> Iterator[Edit]:
    """The edits that bring such cells back to the first row of their groups, in every table."""
    for path, page in before.pages.items():
        now = after.pages.get(moves.new(path))
        if now is None or now.document is page.document:
            continue
        groups = {(each.nth, each.parent): each for each in _groups(after, now.path)}
        for old in _groups(before, path):
            new = groups.get((old.nth, moves.new(old.parent)))
            texts = page.document.text, now.document.text
            if new is not None and new.rows:
                for column, label in _labels(old, texts[0]).items():
                    yield from _relabelled(now.path, texts[1], new.rows, column, label)


def _groups(curriculum: Curriculum, path: str) -> Iterator[_Group]:
    page = curriculum.pages[path]
    tables = [e for e in reader_of(curriculum).on(page) if e.form is ListingForm.ROW]
    for nth, index in enumerate(tables):
        rows = {row.span: row for row in rows_of(page.document.text, index.span)}
        for parent, entries in _series(index).items():
            found = [rows[each.span] for each in entries if each.span in rows]
            first = entries[0]
            own = min(first.start, first.marker.start if first.marker else first.start)
            yield _Group(nth, parent, found, own)


def _series(index: UnitIndex) -> dict[str, list[IndexEntry]]:
    found: dict[str, list[IndexEntry]] = {}
    for entry, place in index.units:
        found.setdefault(parent_of(place).path, []).append(entry)
    return found


def _labels(group: _Group, text: str) -> Mapping[int, str]:
    """The columns in which only the first of several rows says anything, and what that is."""
    found, rows = {}, group.rows
    for column in range(min(len(row.cells) for row in rows) if len(rows) > 1 else 0):
        first, *others = (text[slice(*row.cells[column])] for row in rows)
        is_led = rows[0].cells[column].end <= group.own
        if first and is_led and "](" not in first and not any(others):
            found[column] = _whole(text, rows[0], column)
    return {column: text[slice(*span)] for column, span in found.items() if span}


def _relabelled(
    path: str, text: str, rows: Sequence[TableRow], column: int, label: str
) -> Iterator[Edit]:
    """The label in the first row, and blanks in the one that has it now."""
    cells = [_whole(text, row, column) if column < len(row.cells) else None for row in rows]
    written = [text[slice(*cell)] if cell else "" for cell in cells]
    blank = written[0]
    if (
        cells[0] is None
        or blank.strip()
        or any(w.strip() not in ("", label.strip()) for w in written)
    ):
        return
    yield Edit(path, *cells[0], label)
    for cell, each in zip(cells, written, strict=True):
        if cell is not None and each.strip():
            yield Edit(path, *cell, blank)


def _whole(text: str, row: TableRow, column: int) -> Span | None:
    """A cell with the blanks around it, between two bars."""
    cell = row.cells[column]
    start = text.rfind("|", row.span.start, cell.start) + 1
    end = text.find("|", cell.end, row.span.end)
    return Span(start, end) if start and end >= 0 else None
