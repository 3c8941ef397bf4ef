"""The numbers and letters that links and entries give to the units they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...listings.leading_lines import befores
from ...listings.listing import UnitEntry
from ...listings.page_units import place_of
from ...listings.read import ListingReader, reader_of
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import UnitPlace
from ...model.watch import OFFSETS, stored_query, taken
from ...parse.document import Link, LinkKind
from .index_labels import IndexLabels
from .unit_grammar import grammar_of
from .unit_labels import LabelGrammar, UnitLabel
from .written_links import place_in_text, worded_links


class EntryLabel(NamedTuple):
    """A label; ``at`` is where it stands in the file, -1 where that is not certain."""

    label: UnitLabel
    place: UnitPlace
    link: Link | None
    at: int


OFFSETS[EntryLabel] = ("at",)


def entry_labels(
    curriculum: Curriculum, page: Page, reader: ListingReader, grammar: LabelGrammar
) -> Iterator[EntryLabel]:
    """The labels in the texts of a page's links, those in front of them, and in indexes."""
    found = list(_link_labels(curriculum, page, reader, grammar))
    yield from found
    known = {label.at for label in found}
    seen = taken(page, _markup_before)
    for index in reader.on(page):
        labels = IndexLabels(grammar, index)
        for unit in index.units:
            label = labels.of(unit)
            if label is not None and unit.entry.start + label.start not in known:
                known.add(unit.entry.start + label.start)
                yield EntryLabel(label, unit.place, None, unit.entry.start + label.start)
            for label in grammar.within(_before(seen, unit)):
                yield EntryLabel(label, unit.place, None, unit.entry.span.start + label.start)


def _before(page: Page, unit: UnitEntry) -> str:
    """The markup in front of an entry, which may hold words: the summary of what is folded."""
    before = page.document.text[unit.entry.span.start : unit.entry.start]
    return before if "<" in before else ""


@stored_query
def _markup_before(curriculum: Curriculum, page: Page) -> list[str]:
    return [_before(page, unit) for index in reader_of(curriculum).on(page) for unit in index.units]


def _link_labels(
    curriculum: Curriculum, page: Page, reader: ListingReader, grammar: LabelGrammar
) -> Iterator[EntryLabel]:
    page, order = taken(page, _labels_of_links), reader.order
    found = ((link, place_of(order, target)) for link, target in worded_links(curriculum, page))
    placed = [(link, place) for link, place in found if place is not None]
    text = page.document.text
    starts = (link.span.start for link, _ in placed)
    is_labelled = any(grammar.read(before) for at in starts for before in befores(text, at))
    leading = reader.leading_on(page) if is_labelled else {}
    for link, place in placed:
        label = grammar.read(link.text)
        if label is not None:
            at = place_in_text(link, page.document, label.start, len(label.text))
            if at >= 0 or link.kind is not LinkKind.REFERENCE:
                yield EntryLabel(label, place, link, at)
        before = leading.get(link.span.start, "")
        label = grammar.read(before)
        if label is not None:
            yield EntryLabel(label, place, link, link.span.start - len(before) + label.start)


@stored_query
def _labels_of_links(curriculum: Curriculum, page: Page) -> list[EntryLabel]:
    reader, grammar = reader_of(curriculum), grammar_of(curriculum)
    return list(_link_labels(curriculum, page, reader, grammar))
