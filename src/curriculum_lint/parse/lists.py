"""Lists and their items, as containers open and close."""

from __future__ import annotations

from dataclasses import dataclass

from ..text.source import Span
from .containers import Item, ListBlock
from .document import List, ListItem


@dataclass(slots=True)
class _OpenItem:
    item: Item
    text: str | None = None
    is_empty: bool = True


class ListReader:
    """Follows lists and items; ``lists`` are those that have ended."""

    def __init__(self) -> None:
        self.lists: list[List] = []
        self._read: list[list[ListItem]] = []
        self._open: list[_OpenItem] = []

    @property
    def depth(self) -> int:
        """How many items are around the current place."""
        return len(self._open)

    @property
    def item(self) -> int:
        """Where the innermost open item begins, or -1."""
        return self._open[-1].item.start if self._open else -1

    @property
    def at_item_start(self) -> bool:
        """Whether the innermost open item has no content yet."""
        return bool(self._open) and self._open[-1].is_empty

    def open_list(self) -> None:
        """Enter a list."""
        self._read.append([])

    def close_list(self, closed: ListBlock) -> None:
        """Leave a list."""
        items = tuple(self._read.pop())
        span = Span(closed.start, closed.end)
        self.lists.append(List(closed.is_ordered, len(self._open), span, items))

    def open_item(self, item: Item) -> None:
        """Enter an item."""
        self.add_content()
        self._open.append(_OpenItem(item))

    def close_item(self) -> None:
        """Leave an item."""
        done = self._open.pop()
        item = done.item
        span = Span(item.start, item.end)
        read = ListItem(span, item.marker, item.number, item.is_task, done.text or "")
        self._read[-1].append(read)

    def add_content(self, text: str | None = None) -> None:
        """Note that the innermost item has content; the first paragraph's ``text`` is its own."""
        if self._open:
            innermost = self._open[-1]
            innermost.is_empty = False
            innermost.text = text if innermost.text is None else innermost.text
