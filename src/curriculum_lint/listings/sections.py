"""Headings of one level that name units, each with its section, as indexes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..model.curriculum import Page
from ..model.places import region_ends
from ..parse.document import BlockKind, Heading
from ..text.source import Span
from .listing import IndexEntry, ListingForm, UnitIndex
from .page_units import PageUnits


def section_listings(page: Page, units: PageUnits) -> Iterator[UnitIndex]:
    """One for each run of headings of one level below the same heading."""
    ends: _SectionEnds | None = None
    for run in _runs([each for each in page.document.headings if not each.nested], page):
        around = Span(run[0][0].span.start, run[-1][1])
        may_list = len(run) > 1 and units.may_fill(around, len(run))
        if may_list and units.may_name_in(around):
            ends = known = ends or _SectionEnds(page)
            entries = tuple(_entry(page, units, *each, known) for each in run)
            if any(entry.place for entry in entries):
                span = Span(entries[0].span.start, entries[-1].span.end)
                yield UnitIndex(page, ListingForm.SECTION, span, entries)


def _runs(headings: Sequence[Heading], page: Page) -> Iterator[list[tuple[Heading, int]]]:
    """Headings that stand beside each other, and where the section of each ends."""
    open_runs: dict[int, list[tuple[Heading, int]]] = {}
    ends = region_ends(headings, len(page.document.text))
    for heading, end in zip(headings, ends, strict=True):
        for level in [each for each in open_runs if each > heading.level]:
            yield open_runs.pop(level)
        open_runs.setdefault(heading.level, []).append((heading, end))
    yield from open_runs.values()


def _entry(
    page: Page, units: PageUnits, heading: Heading, end: int, ends: _SectionEnds
) -> IndexEntry:
    span = Span(heading.span.start, ends.before(heading.span.end, end))
    start, stop = heading.content
    line = page.document.text[start:stop]
    entry = units.entry(span, start, line, stop)
    if entry.place is not None:
        return entry
    inside = units.entry(span, start, line, span.end)
    leading = units.leading(start, span.end)
    places = {place.unit.path for place in inside.linked}
    if len(places) != 1 or not leading:
        return entry
    return inside._replace(leads=True, link=leading[0])


class _SectionEnds:
    """Where sections of a page end, without the rules behind them."""

    def __init__(self, page: Page) -> None:
        self._text = page.document.text
        blocks = sorted(b.span for b in page.document.blocks if b.kind is not BlockKind.RULE)
        self._starts = [span.start for span in blocks]
        self._ends = [span.end for span in blocks]

    def before(self, start: int, end: int) -> int:
        """Where the last block between two offsets ends."""
        at = bisect_left(self._starts, end) - 1
        last = max(start, min(self._ends[at], end))
        return start + len(self._text[start:last].rstrip())
