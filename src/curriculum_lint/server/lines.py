"""Offsets in a text, and the lines and columns that an editor counts."""

from __future__ import annotations

from lsprotocol.types import Position, PositionEncodingKind, Range

from ..text.source import Span, line_starts
from ..text.source import position as place

#: How many units of the editor one character takes, by the first code point that takes more.
_UNITS = {
    PositionEncodingKind.Utf8: (0x80, 0x800, 0x10000),
    PositionEncodingKind.Utf16: (0x10000,),
    PositionEncodingKind.Utf32: (),
}


class EditorLines:
    """The lines of one text, whose columns are counted in ``encoding``.

    Lines end at LF, CRLF and CR. With ``has_mark`` the editor counts a byte-order mark before the
    text, which is no part of it.
    """

    def __init__(
        self,
        text: str,
        encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16,
        *,
        has_mark: bool = False,
    ) -> None:
        self.text, self._starts = text, line_starts(text)
        self._limits = _UNITS.get(PositionEncodingKind(encoding), (0x10000,))
        self._mark = self._width("\ufeff") if has_mark else 0

    def position(self, offset: int) -> Position:
        """Where ``offset`` is."""
        offset = min(max(offset, 0), len(self.text))
        line = place(self._starts, offset).line - 1
        before = self.text[self._starts[line] : offset]
        return Position(line, self._width(before) + (0 if line else self._mark))

    def range(self, span: Span) -> Range:
        """Where ``span`` is."""
        return Range(self.position(span.start), self.position(span.end))

    def start_of(self, line: int) -> int:
        """The offset at which a line, counted from 1, begins."""
        return self._starts[min(line, len(self._starts)) - 1]

    def offset(self, position: Position) -> int:
        """The offset of ``position``, or of the end of its line or of the text before it."""
        line, column = position.line, position.character
        if line >= len(self._starts):
            return len(self.text)
        column -= 0 if line else self._mark
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        written = self.text[self._starts[line] : end].rstrip("\r\n")
        return self._starts[line] + self._characters(written, column)

    def span(self, where: Range) -> Span:
        """The offsets of a range, whichever of its ends is written first."""
        start, end = sorted((self.offset(where.start), self.offset(where.end)))
        return Span(start, end)

    def _characters(self, written: str, units: int) -> int:
        """How many characters of ``written`` begin within so many units."""
        if written.isascii() or not self._limits:
            return max(0, min(units, len(written)))
        for at, char in enumerate(written):
            if units < (width := self._width(char)):
                return at
            units -= width
        return len(written)

    def _width(self, text: str) -> int:
        if text.isascii():
            return len(text)
        return len(text) + sum(ord(char) >= limit for char in text for limit in self._limits)
