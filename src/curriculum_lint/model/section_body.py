"""What a section consists of: its form and the items of its outermost list."""

from __future__ import annotations

from collections import Counter

from ..parse.document import BlockKind, Document, Label, ListItem
from ..text.source import Span
from .outline import Form

#: Blocks that leave a section empty.
_NOTHING = frozenset({BlockKind.COMMENT, BlockKind.RULE})


def read_body(
    document: Document, body: Span, label: Label | None
) -> tuple[Form, tuple[ListItem, ...]]:
    """The form and items of what stands in ``body``, behind ``label`` if a label opens it."""
    found = _outermost(document, body)
    if not found:
        return (Form.TEXT if _has_text(document, body, label) else Form.EMPTY), ()
    # The list that comes first says what the section is; a few bullets may introduce steps.
    kinds = Counter(ordered for ordered, _ in found)
    ordered = found[0][0] or kinds[True] >= kinds[False]
    items = tuple(item for is_ordered, item in found if is_ordered is ordered)
    return _list_form(items, ordered=ordered), items


def _list_form(items: tuple[ListItem, ...], *, ordered: bool) -> Form:
    if ordered:
        return Form.ORDERED
    return Form.TASK if all(item.task for item in items) else Form.BULLET


def _outermost(document: Document, body: Span) -> list[tuple[bool, ListItem]]:
    """The items that begin in ``body``, of the lists that are nested least."""
    inside = [
        (each.depth, each.ordered, item)
        for each in document.lists
        if each.span.start < body.end and each.span.end > body.start
        for item in each.items
        if body.start <= item.marker.start < body.end
    ]
    depth = min((depth for depth, _, _ in inside), default=0)
    chosen = [(ordered, item) for at, ordered, item in inside if at == depth]
    return sorted(chosen, key=lambda each: each[1].span)


def _has_text(document: Document, body: Span, label: Label | None) -> bool:
    if label is not None:
        rest = document.text[label.span.end : min(label.block.end, body.end)]
        if rest.strip(" \t\r\n-–—:\\"):
            return True
    return any(
        block.kind not in _NOTHING and body.start <= block.span.start < body.end
        for block in document.blocks
    )
