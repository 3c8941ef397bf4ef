"""What a section consists of: its form and the items of its outermost list."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from ..parse.document import BlockKind, Document, Label, ListItem
from ..text.regions import first_in
from ..text.source import Span
from .outline import Form

#: Blocks that leave a section empty.
_NOTHING = frozenset({BlockKind.COMMENT, BlockKind.RULE})


class BodyReader:
    """Reads the bodies of one document's sections; what is in the document is sorted once."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._items = sorted(
            (
                (item.marker.start, each.depth, each.ordered, item)
                for each in document.lists
                for item in each.items
            ),
            key=lambda each: each[0],
        )
        self._item_starts = [each[0] for each in self._items]
        self._block_starts = sorted(
            block.span.start for block in document.blocks if block.kind not in _NOTHING
        )

    def read(self, body: Span, label: Label | None) -> tuple[Form, tuple[ListItem, ...]]:
        """The form and items of what stands in ``body``, behind ``label`` if a label opens it."""
        found = self._outermost(body)
        if not found:
            return (Form.TEXT if self._has_text(body, label) else Form.EMPTY), ()
        # The list that comes first says what the section is; a few bullets may introduce steps.
        kinds = Counter(ordered for ordered, _ in found)
        ordered = found[0][0] or kinds[True] >= kinds[False]
        items = tuple(item for is_ordered, item in found if is_ordered is ordered)
        return _list_form(items, ordered=ordered), items

    def _outermost(self, body: Span) -> list[tuple[bool, ListItem]]:
        """The items that begin in ``body``, of the lists that are nested least."""
        first = bisect_left(self._item_starts, body.start)
        inside = self._items[first : bisect_left(self._item_starts, body.end)]
        depth = min((depth for _, depth, _, _ in inside), default=0)
        return [(ordered, item) for _, at, ordered, item in inside if at == depth]

    def _has_text(self, body: Span, label: Label | None) -> bool:
        if label is not None:
            rest = self._text[label.span.end : min(label.block.end, body.end)]
            if rest.strip(" \t\r\n-–—:\\"):
                return True
        return first_in(body, self._block_starts) is not None


def _list_form(items: tuple[ListItem, ...], *, ordered: bool) -> Form:
    if ordered:
        return Form.ORDERED
    return Form.TASK if all(item.task for item in items) else Form.BULLET
