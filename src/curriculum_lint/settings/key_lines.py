"""On which line of a TOML text each key and each item of a list is.

`tomllib` gives values without places. This scanner knows just enough of TOML to tell keys from
values; where it is not sure of a key it says nothing, because a wrong line is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.late_pattern import late_pattern

#: A key, or a key and the 0-based index of an item of its list.
KeyPath = tuple[str | int, ...]

_TOKEN = late_pattern(
    r"""
    (?P<blank>[ \t\r]+|\#[^\n]*)
  | (?P<newline>\n)
  | (?P<block>\"{3}(?:[^\\"]|\\[\s\S]|"{1,2}(?!"))*+"{3,5}|'{3}(?:[^']|'{1,2}(?!'))*+'{3,5})
  | (?P<quoted>(?!"{3}|'{3})(?:"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*+'))
  | (?P<endless>["'])
  | (?P<bare>[A-Za-z0-9_-]+)
  | (?P<sign>[\s\S])
    """,
    re.VERBOSE,
)


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


def key_lines(text: str) -> dict[KeyPath, int]:
    """The 1-based line of every key path and of the items of its list, as far as it is sure."""
    scanner = _Scanner(_tokens(text))
    while scanner.token.kind != "end":
        scanner.statement()
    return scanner.lines


def most_dots(text: str) -> tuple[int, int]:
    """How many dots outside strings and comments the line with most of them has, and which."""
    counts: dict[int, int] = {}
    for token in _tokens(text):
        if token.text == "." and token.kind == "sign":
            counts[token.line] = counts.get(token.line, 0) + 1
    line = max(counts, key=counts.__getitem__, default=1)
    return counts.get(line, 0), line


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind, token = str(match.lastgroup), match.group()
        if kind == "endless":
            # No TOML from here on; and looking for the end again and again takes long.
            break
        if kind != "blank":
            yield _Token(kind, token, line)
        line += token.count("\n")
    yield _Token("end", "", line)


class _Scanner:
    """Reads statements; ``token`` is the one not yet read, ``table`` the header in force."""

    def __init__(self, tokens: Iterator[_Token]) -> None:
        self.tokens = tokens
        self.token = next(tokens)
        self.table: tuple[str, ...] | None = ()
        self.lines: dict[KeyPath, int] = {}

    def read(self) -> _Token:
        token = self.token
        if token.kind != "end":
            self.token = next(self.tokens)
        return token

    def statement(self) -> None:
        if self.token.kind == "newline":
            self.read()
        elif self.token.text == "[" and self.token.kind == "sign":
            self.header()
        else:
            self.assignment()

    def header(self) -> None:
        line = self.read().line
        repeated = self.token.text == "["
        if repeated:
            self.read()
        key = self.key()
        self.note(key, line)
        # The keys below "[[name]]" belong to one of several tables: to which, is not asked here.
        self.table = None if repeated else key
        self.skip_line()

    def assignment(self) -> None:
        line = self.token.line
        key = self.key()
        whole = None if key is None or self.table is None else (*self.table, *key)
        if self.token.text != "=":
            self.skip_line()
            return
        self.read()
        self.note(whole, line)
        self.value(whole)

    def key(self) -> tuple[str, ...] | None:
        """The parts of a dotted key; ``None`` where one of them is unusual."""
        parts = [_unquoted(self.read())]
        while self.token.text == "." and self.token.kind == "sign":
            self.read()
            parts.append(_unquoted(self.read()))
        sure = [part for part in parts if part is not None]
        return tuple(sure) if len(sure) == len(parts) else None

    def value(self, key: tuple[str, ...] | None) -> None:
        """Skip a value to the end of its line, noting where the items of a list are."""
        is_list = self.token.text == "["
        depth, index, at_item = 0, 0, False
        while self.token.kind != "end" and (depth or self.token.kind != "newline"):
            token = self.read()
            if token.kind == "newline":
                continue
            if at_item and key is not None and token.text != "]":
                self.lines.setdefault((*key, index), token.line)
            depth += _depth_change(token)
            at_item = is_list and depth == 1 and token.text in ("[", ",")
            index += at_item and token.text == ","

    def skip_line(self) -> None:
        while self.token.kind not in ("newline", "end"):
            self.read()

    def note(self, key: tuple[str, ...] | None, line: int) -> None:
        for end in range(1, len(key or ()) + 1):
            self.lines.setdefault((key or ())[:end], line)


def _depth_change(token: _Token) -> int:
    if token.kind != "sign":
        return 0
    return {"[": 1, "{": 1, "]": -1, "}": -1}.get(token.text, 0)


def _unquoted(token: _Token) -> str | None:
    if token.kind == "bare":
        return token.text
    if token.kind == "quoted" and "\\" not in token.text:
        return token.text[1:-1]
    return None
