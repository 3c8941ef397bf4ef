"""Strong text at the start of a line → a label, with what follows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..text.source import Span
from .document import Label, Placement

if TYPE_CHECKING:
    from .alignment import Alignment

_AFTER = re.compile(r"[ \t]*([:：])?[ \t]*([-–—]\s)?[ \t]*((?!\\\n|(?i:<br\b)|<!--)\S)?")


class StrongText(NamedTuple):
    """Strong text that begins a line of a paragraph: ``start:end`` of its content, with markers."""

    text: str
    start: int
    end: int
    placement: Placement


class Around(NamedTuple):
    """The paragraph around: see `Label`."""

    alignment: Alignment
    block: Span
    item: int
    leads_item: bool


def read_labels(content: str, found: Iterable[StrongText], around: Around) -> Iterator[Label]:
    """The labels among the strong texts of a paragraph."""
    for strong in found:
        label = _label(content, strong, around)
        if label.text:
            yield label


def _label(content: str, strong: StrongText, around: Around) -> Label:
    text, start, end, placement = strong
    inside = text.endswith((":", "："))
    after = _AFTER.match(content, end)
    colon, dash, tail = after.groups() if after else (None, None, None)
    if colon and not inside and after:
        end = after.end(1)
    has_colon = inside or bool(colon) or bool(dash)
    text = text.rstrip(":： ")
    # Without a colon, a lower-case letter goes on with the sentence: "**Steps** are …".
    if not has_colon and tail and tail.islower():
        text = ""
    leads = around.leads_item and placement is Placement.OWN_BLOCK
    span = around.alignment.span(start, end)
    return Label(text, span, around.block, placement, around.item, leads, has_colon, bool(tail))
