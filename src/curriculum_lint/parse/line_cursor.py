"""A place in one line, in characters and in columns: a tab ends at a multiple of four."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t]*")
_TAB = 4


class LineCursor:
    """Moves through one line as its containers take what is theirs.

    ``at`` is the character that is next, ``first`` the next one that is no blank, and ``indent``
    how many columns lie between them. ``char`` is the character at ``first``; empty at the end.
    """

    __slots__ = ("_column", "at", "char", "first", "indent", "text")
    first: int
    indent: int

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = self._column = 0
        self._look()

    @property
    def is_blank(self) -> bool:
        """Whether nothing but blanks follows."""
        return not self.char

    def move(self, at: int) -> None:
        """Go on to character ``at``."""
        self._column = self._column_at(at)
        self.at = at
        self._look()

    def skip(self, columns: int) -> None:
        """Go on over so many columns of blanks; of a tab, a part can be left."""
        if columns >= self.indent:
            self.at = self.first
            self._column += self.indent
            self.indent = 0
        elif columns > 0:
            self._skip_some(columns)

    def _skip_some(self, columns: int) -> None:
        wanted = self._column + columns
        text, at, column = self.text, self.at, self._column
        while column < wanted:
            behind = column + (_TAB - column % _TAB if text[at] == "\t" else 1)
            if behind > wanted:
                break
            at, column = at + 1, behind
        self.at, self._column = at, wanted
        self._look()

    def _look(self) -> None:
        first = self.at
        self.char = char = self.text[first : first + 1]
        self.indent = 0
        if char in ("", " ", "\t"):
            first = _BLANKS.match(self.text, first).end()  # type: ignore[union-attr]
            self.char = self.text[first : first + 1]
            self.indent = self._column_at(first) - self._column
        self.first = first

    def _column_at(self, at: int) -> int:
        column = self._column
        if "\t" not in self.text:
            return column + at - self.at
        for char in self.text[self.at : at]:
            column += _TAB - column % _TAB if char == "\t" else 1
        return column
