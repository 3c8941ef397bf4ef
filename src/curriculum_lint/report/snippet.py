"""One line of a source file with carets under a part of it, cut to a readable width."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from ..text.escape import visible
from ..text.width import character_width

#: In columns of a terminal. The source is shown this wide at most.
WIDTH = 100
#: Of the room, what comes after the place.
_AFTER = 0.66
_TAB = 4
_CUT = "…"


class Snippet(NamedTuple):
    """Two lines of text to print under each other."""

    source: str
    carets: str


def snippet(line: str, start: int, end: int, width: int = WIDTH) -> Snippet:
    """``line`` with the characters ``start:end`` (0-based) marked, in ``width`` columns at most.

    At least one caret is drawn; places beyond the end of the line count as its end.
    """
    line = line.rstrip("\r\n")
    start = min(start, len(line))
    end = min(max(start, end), len(line))
    # A line may have 20 000 characters: only these can end up in the snippet.
    first, last = max(0, start - width), min(len(line), start + width)
    cells = _cells(line[first:last])
    left, right = _window([columns for _, columns in cells], start - first, width)
    before = _CUT if first + left > 0 else ""
    after = _CUT if first + right < len(line) else ""
    marked = sum(columns for _, columns in cells[start - first : min(end - first, right)])
    lead = len(before) + sum(columns for _, columns in cells[left : start - first])
    shown = "".join(text for text, _ in cells[left:right])
    return Snippet(before + shown + after, " " * lead + "^" * max(1, marked))


def _cells(text: str) -> list[tuple[str, int]]:
    """Each character of ``text`` as it is printed, and how many columns that takes."""
    cells: list[tuple[str, int]] = []
    column = 0
    for index, character in enumerate(text):
        cell, width = _cell(character, column)
        if text[index - 1 : index + 2] == "##[":  # as `guarded` would, but counted
            cell, width = "\\x23", 4
        cells.append((cell, width))
        column += width
    return cells


def _cell(character: str, column: int) -> tuple[str, int]:
    if character == "\t":
        width = _TAB - column % _TAB
        return " " * width, width
    cell = visible(character)
    return cell, (len(cell) if cell != character else character_width(character))


def _window(widths: list[int], start: int, room: int) -> tuple[int, int]:
    """The characters to show: around ``start``, more after it than before, in ``room`` columns."""
    right = start + _fitting(widths[start:], int(room * _AFTER))
    left = start - _fitting(widths[:start][::-1], room - sum(widths[start:right]))
    return left, left + _fitting(widths[left:], room)


def _fitting(widths: list[int], room: int) -> int:
    return sum(1 for total in accumulate(widths) if total <= room)
