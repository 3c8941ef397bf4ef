"""The numbers and letters that links and entries give to the units they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.curriculum import Curriculum, Page
from ..model.list_entries import leading_links
from ..model.reading_order import ReadingOrder, UnitPlace
from ..model.target import Outcome, Target
from ..parse.document import Link, LinkKind
from .unit_labels import LabelGrammar, UnitLabel


class EntryLabel(NamedTuple):
    """A label; ``at`` is where it stands in the file, -1 where that is not certain."""

    label: UnitLabel
    place: UnitPlace
    link: Link
    at: int


def entry_labels(
    curriculum: Curriculum, page: Page, order: ReadingOrder, grammar: LabelGrammar
) -> Iterator[EntryLabel]:
    """The labels in the texts of a page's links, and those in front of them in lists."""
    found = ((each, place_of(order, each)) for each in curriculum.targets.get(page.path, ()))
    placed = [(target.link, place) for target, place in found if place is not None]
    leading = leading_links(page) if placed else {}
    for link, place in placed:
        label = grammar.read(link.text)
        if label is not None:
            start = text_start(link)
            yield EntryLabel(label, place, link, start + label.start if start >= 0 else -1)
        before = leading.get(link.span.start, "")
        label = grammar.read(before)
        if label is not None:
            yield EntryLabel(label, place, link, link.span.start - len(before) + label.start)


def place_of(order: ReadingOrder, target: Target) -> UnitPlace | None:
    """The unit that a link leads to as a whole."""
    if target.outcome is not Outcome.FOUND or target.fragment:
        return None
    return order.by_readme.get(target.path) or order.places.get(target.path)


def text_start(link: Link) -> int:
    """Where the link's text stands in the file, -1 where markup makes that uncertain."""
    if link.kind is not LinkKind.INLINE or link.target is None:
        return -1
    # Only angle brackets, which are no part of the destination, let it hold blanks.
    opening = len("[](<" if " " in link.destination else "[](")
    is_plain = link.target.start - link.span.start == len(link.text) + opening
    return link.span.start + 1 if is_plain else -1
