"""Numbers and letters in links to units that are not those of the units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...changes.edit import Edit, Fix, Safety
from ...check.rule import Finding
from ...links.target import Outcome, Target
from ...model.curriculum import Curriculum, Kind, Page
from ...model.reading_order import Place, ReadingOrder
from ...parse.document import Link, LinkKind
from ...text.source import Span
from ..index.list_entries import leading_links
from .unit_labels import LabelGrammar, UnitLabel, agrees, right_label


class _Labelled(NamedTuple):
    """A label; ``at`` is where it stands in the file, -1 where that is not certain."""

    label: UnitLabel
    place: Place
    link: Link
    at: int


def entry_findings(
    curriculum: Curriculum, order: ReadingOrder, grammar: LabelGrammar
) -> Iterator[Finding]:
    """Compare labels in the texts of links, and those in front of them in lists."""
    for page in curriculum.pages.values():
        if page.kind is Kind.PAGE:
            continue
        labelled = list(_labelled(curriculum, page, order, grammar))
        verdicts = [agrees(each.label, each.place) for each in labelled]
        # Where no number of several is right, they count something else.
        if verdicts.count(False) > 1 and True not in verdicts:
            continue
        for each, verdict in zip(labelled, verdicts, strict=True):
            if verdict is False:
                yield _finding(page, each)


def _labelled(
    curriculum: Curriculum, page: Page, order: ReadingOrder, grammar: LabelGrammar
) -> Iterator[_Labelled]:
    found = ((each, place_of(order, each)) for each in curriculum.targets.get(page.path, ()))
    placed = [(target.link, place) for target, place in found if place is not None]
    leading = leading_links(page) if placed else {}
    for link, place in placed:
        label = grammar.read(link.text)
        if label is not None:
            start = _text_start(link)
            yield _Labelled(label, place, link, start + label.start if start >= 0 else -1)
        before = leading.get(link.span.start, "")
        label = grammar.read(before)
        if label is not None:
            yield _Labelled(label, place, link, link.span.start - len(before) + label.start)


def place_of(order: ReadingOrder, target: Target) -> Place | None:
    """The unit that a link leads to as a whole."""
    if target.outcome is not Outcome.FOUND or target.fragment:
        return None
    return order.by_readme.get(target.path) or order.places.get(target.path)


def _text_start(link: Link) -> int:
    """Where the link's text stands in the file, -1 where markup makes that uncertain."""
    if link.kind is not LinkKind.INLINE or link.target is None:
        return -1
    is_plain = link.target.start - link.span.start == len(link.text) + len("[](")
    return link.span.start + 1 if is_plain else -1


def _finding(page: Page, each: _Labelled) -> Finding:
    written, right = each.label.text, right_label(each.label, each.place)
    message = f"The entry says {written}, but it leads to {each.place.label}."
    if each.at < 0:
        return Finding(page.path, each.link.span, message, f"Write {right}.")
    span = Span(each.at, each.at + len(written))
    fix = Fix(f"Write {right}", Safety.SAFE, (Edit(page.path, *span, right),))
    return Finding(page.path, span, message, fix=fix)
