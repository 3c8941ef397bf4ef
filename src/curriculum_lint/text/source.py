"""The text of one file, and the way between its offsets, lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from .late_pattern import late_pattern

#: CommonMark ends a line at LF, CRLF and CR only. `str.splitlines` also splits at VT, FF, NEL
#: and U+2028, and would number lines unlike every editor and GitHub do.
_LINE_END = late_pattern(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of character offsets in the text of one file."""

    start: int
    end: int

    def holds(self, offset: int) -> bool:
        """Whether the character at ``offset`` is in it."""
        return self.start <= offset < self.end


class Position(NamedTuple):
    """A place as people count it: 1-based line and column, in characters."""

    line: int
    column: int


def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line of ``text`` begins."""
    if "\r" in text:
        return (0, *(match.end() for match in _LINE_END.finditer(text)))
    starts = [0]
    while at := text.find("\n", starts[-1]) + 1:
        starts.append(at)
    return tuple(starts)


def position(starts: tuple[int, ...], offset: int) -> Position:
    """Where ``offset`` is, in a text whose lines begin at ``starts``."""
    line = bisect_right(starts, offset)
    return Position(line, offset - starts[line - 1] + 1)


def normalise_line_ends(text: str) -> str:
    """``text`` with every line ending written as one LF: lines and columns stay the same."""
    return _LINE_END.sub("\n", text) if "\r" in text else text
