"""The numbers and letters that links and entries give to the units they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..listings.items import leading_links
from ..listings.page_units import place_of
from ..listings.read import ListingReader
from ..model.curriculum import Curriculum, Page
from ..model.reading_order import ReadingOrder, UnitPlace
from ..parse.document import Document, Link, LinkKind
from .index_labels import IndexLabels
from .unit_labels import LabelGrammar, UnitLabel

_MARKS = re.compile(r"[*_`~]+")


class EntryLabel(NamedTuple):
    """A label; ``at`` is where it stands in the file, -1 where that is not certain."""

    label: UnitLabel
    place: UnitPlace
    link: Link | None
    at: int


def entry_labels(
    curriculum: Curriculum, page: Page, reader: ListingReader, grammar: LabelGrammar
) -> Iterator[EntryLabel]:
    """The labels in the texts of a page's links, those in front of them, and in indexes."""
    found = list(_link_labels(curriculum, page, reader.order, grammar))
    yield from found
    known = {label.at for label in found}
    for index in reader.on(page):
        labels = IndexLabels(grammar, index)
        for unit in index.units:
            label = labels.of(unit)
            if label is not None and unit.entry.start + label.start not in known:
                known.add(unit.entry.start + label.start)
                yield EntryLabel(label, unit.place, None, unit.entry.start + label.start)


def _link_labels(
    curriculum: Curriculum, page: Page, order: ReadingOrder, grammar: LabelGrammar
) -> Iterator[EntryLabel]:
    found = ((each, place_of(order, each)) for each in curriculum.targets.get(page.path, ()))
    placed = [(target.link, place) for target, place in found if place is not None]
    leading = leading_links(page) if placed else {}
    for link, place in placed:
        label = grammar.read(link.text)
        if label is not None:
            start = text_start(link, page.document)
            yield EntryLabel(label, place, link, start + label.start if start >= 0 else -1)
        before = leading.get(link.span.start, "")
        label = grammar.read(before)
        if label is not None:
            yield EntryLabel(label, place, link, link.span.start - len(before) + label.start)


def text_start(link: Link, document: Document) -> int:
    """Where the link's text stands in the file, -1 where markup makes that uncertain.

    Marks around all of it are no part of it: ``[**Files**](…)``.
    """
    if link.target is None:
        return -1
    if link.kind is LinkKind.HTML_LINK:
        start = document.text.find(">", link.target.end) + 1
        return start if start and document.text.startswith(f"{link.text}</", start) else -1
    if link.kind is not LinkKind.INLINE or not link.text:
        return -1
    raw = document.text[link.span.start + 1 : link.target.start]
    written = raw.removesuffix("<").removesuffix("(").removesuffix("]")
    marks = _MARKS.match(written)
    width = len(marks[0]) if marks else 0
    if written == link.text:
        return link.span.start + 1
    is_wrapped = written[width : len(written) - width] == link.text
    return link.span.start + 1 + width if is_wrapped and written.endswith(written[:width]) else -1
