"""What the rules about labels share: which labels open sections, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.curriculum import Page
from ...model.label_forms import labelled_sections
from ...model.outline import Outline, Section
from ...parse.document import Document, Label
from ...text.source import Span

_BLANKS, _LINE_ENDS = " \t\r\n", frozenset("\r\n")
_HARD_BREAKS = ("\\", "<br>", "<br/>", "<br />", "<br >")
#: How far before a label what a fix replaces is looked for.
_REACH = 400


def section_labels(page: Page) -> Iterator[tuple[Section, Label]]:
    """The sections that a label opens in a readme; a page that is none has only bold words."""
    if page.kind.is_readme:
        yield from labelled_sections(page.outline)


def swallowed_labels(outline: Outline) -> frozenset[Label]:
    """The labels of sections that stand inside a list item that another text begins."""
    labels = [label for _, label in labelled_sections(outline)]
    led = {label.item for label in labels if label.leads_item}
    return frozenset(label for label in labels if label.item >= 0 and label.item not in led)


def gap_before(document: Document, start: int) -> Span | None:
    """The line break and blanks before ``start``, with the hard break that they are part of.

    ``None`` where something else stands there, such as a quote mark.
    """
    begin = max(0, start - _REACH)
    before = document.text[begin:start]
    text = before.rstrip(_BLANKS)
    if _LINE_ENDS.isdisjoint(before[len(text) :]):
        return None
    written = next(filter(text.endswith, _HARD_BREAKS), "")
    return Span(begin + len(text.removesuffix(written).rstrip(" \t")), start)
