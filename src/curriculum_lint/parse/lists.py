"""Lists and their items, from the nesting of block tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..text.source import Span
from .document import List, ListItem

if TYPE_CHECKING:
    from markdown_it.token import Token

    from .alignment import Lines

_BEFORE_MARKER = re.compile(r"[ \t>]*")
_MARKER = re.compile(r"[-+*]|\d{1,9}[.)]")
_TASK = re.compile(r"\[[ xX]\][ \t]")


@dataclass(slots=True)
class _OpenItem:
    span: Span
    marker: Span
    number: int | None
    text: str | None = None
    is_empty: bool = True


@dataclass(slots=True)
class _OpenList:
    ordered: bool
    end: int
    items: list[ListItem] = field(default_factory=list)


class ListReader:
    """Follows list tokens; ``lists`` are those that have ended."""

    def __init__(self, lines: Lines) -> None:
        self.lists: list[List] = []
        self._lines = lines
        self._open: list[_OpenList] = []
        self._items: list[_OpenItem] = []
        self._marker_ends: dict[int, int] = {}

    @property
    def depth(self) -> int:
        """How many items are around the current place."""
        return len(self._items)

    @property
    def item(self) -> int:
        """Where the innermost open item begins, or -1."""
        return self._items[-1].span.start if self._items else -1

    @property
    def at_item_start(self) -> bool:
        """Whether the innermost open item has no content yet."""
        return bool(self._items) and self._items[-1].is_empty

    def open_list(self, token: Token) -> None:
        """Enter ``bullet_list_open`` or ``ordered_list_open``."""
        ordered = token.type == "ordered_list_open"
        whole = self._lines.span(*(token.map or (0, 1)))
        self._open.append(_OpenList(ordered, whole.end))

    def close_list(self) -> None:
        """Leave a list."""
        done = self._open.pop()
        start, last = done.items[0].span.start, done.items[-1].span.end
        span = Span(start, max(done.end, last))
        self.lists.append(List(done.ordered, len(self._items), span, tuple(done.items)))

    def open_item(self, token: Token) -> None:
        """Enter ``list_item_open``."""
        first, last = token.map or (0, 1)
        marker = self._marker(first)
        number = int(token.info) if token.info.isdigit() else None
        whole = self._lines.span(first, max(last, first + 1))
        if self._items:
            self._items[-1].is_empty = False
        self._items.append(
            _OpenItem(Span(marker.start, max(whole.end, marker.end)), marker, number)
        )

    def close_item(self) -> None:
        """Leave an item."""
        item = self._items.pop()
        text = item.text or ""
        task = _TASK.match(text) is not None
        self._open[-1].items.append(ListItem(item.span, item.marker, item.number, task, text))

    def add_content(self, text: str | None = None) -> None:
        """Note that the innermost item has content; the first paragraph's ``text`` is its own."""
        if self._items:
            item = self._items[-1]
            item.is_empty = False
            item.text = text if item.text is None else item.text

    def marker_end(self, row: int) -> int:
        """How much of line ``row`` the list markers on it and what is before them take."""
        return self._marker_ends.get(row, 0)

    def _marker(self, row: int) -> Span:
        """The next list marker on line ``row``: several lists can begin on one line."""
        text, start = self._lines.texts[row], self._lines.starts[row]
        before = _BEFORE_MARKER.match(text, self._marker_ends.get(row, 0))
        at = before.end() if before else 0
        marker = _MARKER.match(text, at)
        end = marker.end() if marker else at
        self._marker_ends[row] = end
        return Span(start + at, start + end)
