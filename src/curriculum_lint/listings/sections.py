"""Headings of one level that name units, each with its section, as indexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.curriculum import Page
from ..parse.document import BlockKind, Document, Heading
from ..text.source import Span
from .listing import IndexEntry, ListingForm, UnitIndex
from .page_units import PageUnits

_APART = frozenset({BlockKind.RULE})


def section_listings(page: Page, units: PageUnits) -> Iterator[UnitIndex]:
    """One for each run of headings of one level below the same heading."""
    for run in _runs([each for each in page.document.headings if not each.nested]):
        if len(run) > 1:
            entries = tuple(_entry(page, units, *each) for each in run)
            if any(entry.place for entry in entries):
                span = Span(entries[0].span.start, entries[-1].span.end)
                yield UnitIndex(page, ListingForm.SECTION, span, entries)


def _runs(headings: Sequence[Heading]) -> Iterator[list[tuple[Heading, int]]]:
    """Headings that stand beside each other, and where the section of each ends (-1: the end)."""
    open_runs: dict[int, list[tuple[Heading, int]]] = {}
    for heading in headings:
        for level in sorted((each for each in open_runs if each >= heading.level), reverse=True):
            run = open_runs[level]
            run[-1] = (run[-1][0], run[-1][1] if run[-1][1] >= 0 else heading.span.start)
            if level > heading.level:
                yield open_runs.pop(level)
        open_runs.setdefault(heading.level, []).append((heading, -1))
    yield from open_runs.values()


def _entry(page: Page, units: PageUnits, heading: Heading, end: int) -> IndexEntry:
    document = page.document
    end = len(document.text) if end < 0 else end
    span = Span(heading.span.start, section_end(document, heading.span.end, end))
    start, stop = heading.content
    line = document.text[start:stop]
    entry = units.entry(span, start, line, stop)
    if entry.place is not None:
        return entry
    inside = units.entry(span, start, line, span.end)
    leading = units.leading(start, span.end)
    places = {place.unit.path for place in inside.linked}
    if len(places) != 1 or not leading:
        return entry
    return inside._replace(leads=True, link=leading[0])


def section_end(document: Document, start: int, end: int) -> int:
    """Where what stands from ``start`` to ``end`` ends, without the rule behind it."""
    last = start
    for block in document.blocks:
        if start <= block.span.start < end and block.kind not in _APART:
            last = max(last, block.span.end)
    return start + len(document.text[start : min(last, end)].rstrip())
