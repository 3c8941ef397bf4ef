"""The rows of tables: where they are split, and which line separates the head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .alignment import Alignment

_LINE = re.compile(r"[^\r\n]+")
_BLANK = " \t\v\f\r"
_SEPARATOR = late_pattern(
    r"\|?[ \t\v\f]*:?-+:?[ \t\v\f]*(?:\|[ \t\v\f]*:?-+:?[ \t\v\f]*)*\|?[ \t\v\f]*\Z"
)


def is_separator(text: str) -> bool:
    """Whether a line can separate the head of a table from its rows."""
    return _SEPARATOR.match(text) is not None


def split_row(text: str) -> list[Span]:
    """Where the cells of a row stand, without the blanks around them.

    A bar splits unless a backslash precedes it, in code as well.
    """
    cells: list[Span] = []
    left, end = 0, len(text.rstrip(_BLANK))
    if text.startswith("|"):
        left = 1
    while left < end:
        bar = _find_bar(text, left, end)
        cells.append(_trimmed(text, left, end if bar < 0 else bar))
        left = end if bar < 0 else bar + 1
    return cells


def _find_bar(text: str, at: int, end: int) -> int:
    bar = text.find("|", at, end)
    while bar > at and text[bar - 1] == "\\":
        bar = text.find("|", bar + 1, end)
    return bar


def _trimmed(text: str, left: int, right: int) -> Span:
    while left < right and text[left] in _BLANK:
        left += 1
    while left < right and text[right - 1] in _BLANK:
        right -= 1
    return Span(left, right)


class TableRow(NamedTuple):
    """A line of a table, and its cells as offsets of the file."""

    span: Span
    cells: tuple[Span, ...]


def rows_of(text: str, table: Span) -> Iterator[TableRow]:
    """The lines of a table, its head first."""
    for line in _LINE.finditer(text, table.start, table.end):
        written = line[0].lstrip()
        start = line.end() - len(written)
        cells = tuple(Span(start + a, start + b) for a, b in split_row(written))
        yield TableRow(Span(start, start + len(written.rstrip())), cells)


class Cell(NamedTuple):
    """What stands in one cell, and where."""

    content: str
    alignment: Alignment


def read_cells(row: str, offset: int, columns: int) -> Iterator[Cell]:
    """The cells of a row that begins at ``offset`` of the file: no more than the head has."""
    for left, right in split_row(row)[:columns]:
        text = row[left:right]
        # A backslash before a bar is no part of the content.
        bars = list(_escaped_bars(text))
        starts = [0, *(at - removed for removed, at in enumerate(bars))]
        sources = [offset + left, *(offset + left + at + 1 for at in bars)]
        yield Cell(text.replace("\\|", "|"), Alignment(starts, sources))


def _escaped_bars(text: str) -> Iterator[int]:
    at = text.find("\\|")
    while at >= 0:
        yield at
        at = text.find("\\|", at + 2)
