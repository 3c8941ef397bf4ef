"""Lines of one paragraph, and links on one line, as indexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model.curriculum import Page
from ..parse.document import Block, BlockKind, Link, LinkKind
from ..text.late_pattern import late_pattern
from ..text.source import Span
from .balanced_tags import is_balanced
from .listing import IndexEntry, ListingForm, UnitIndex
from .page_units import PageUnits

_LINE = re.compile(r"[^\r\n]+")
#: A row of a table in HTML is one line, however it is written.
_ROW = late_pattern(r"<tr[ \t]*>(?:(?!<tr\b).)*?</tr>", re.IGNORECASE | re.DOTALL)
#: How a line ends that another one follows: blanks, a backslash, or ``<br>``.
_BREAK = late_pattern(r"(?:[ \t]+|\\|[ \t]*<br[ \t]*/?>[ \t]*)*\Z", re.IGNORECASE)
_WORD = re.compile(r"\w")
_LEAST, _LEAST_INLINE = 2, 3
_KINDS = frozenset({LinkKind.INLINE, LinkKind.REFERENCE})


def line_listings(page: Page, units: PageUnits) -> Iterator[UnitIndex]:
    """One for each paragraph or block of HTML with a unit on each of several lines."""
    if len(units.leading(0, len(page.document.text))) < _LEAST:
        return
    for block in page.document.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HTML) and _may_list(units, block):
            found = [entry for line in _lines(page, block) if (entry := _entry(page, units, line))]
            if len(found) > 1 and len(found) == len(
                {each.place.unit.path for each in found if each.place}
            ):
                yield UnitIndex(page, ListingForm.LINE, block.span, tuple(found))
            yield from _inline(page, units, block)


def _may_list(units: PageUnits, block: Block) -> bool:
    return len(units.leading(*block.span)) >= _LEAST


def _lines(page: Page, block: Block) -> Iterator[Span]:
    pattern = _ROW if block.kind is BlockKind.HTML and _has_rows(page, block) else _LINE
    for line in pattern.finditer(page.document.text, *block.span):
        start = line.end() - len(line[0].lstrip())
        end = line.start() + (match.start() if (match := _BREAK.search(line[0])) else len(line[0]))
        if start < end:
            yield Span(start, end)


def _has_rows(page: Page, block: Block) -> bool:
    return len(_ROW.findall(page.document.text, *block.span)) > 1


def _entry(page: Page, units: PageUnits, line: Span) -> IndexEntry | None:
    """The entry on a line that leads with one unit, and whose HTML begins and ends on it."""
    text = page.document.text[slice(*line)]
    if len(units.leading(*line)) != 1 or not is_balanced(text):
        return None
    entry = units.entry(line, line.start, text, line.end, is_cell=text.startswith("<"))
    return entry if entry.leads else None


def _inline(page: Page, units: PageUnits, block: Block) -> Iterator[UnitIndex]:
    """Three links or more with the same sign between each two: ``[A](…) | [B](…) | [C](…)``."""
    text, starts = page.document.text, set(units.leading(*block.span))
    links = [e for e in page.document.links if e.span.start in starts and e.kind in _KINDS]
    for run in _runs(text, links):
        if len(run) >= _LEAST_INLINE:
            entries = tuple(
                units.entry(link.span, link.span.start, text[slice(*link.span)], link.span.end)
                for link in run
            )
            span = Span(entries[0].span.start, entries[-1].span.end)
            yield UnitIndex(page, ListingForm.INLINE, span, entries)


def _runs(text: str, links: Sequence[Link]) -> Iterator[list[Link]]:
    run, sign = list(links[:1]), ""
    for before, link in pairwise(links):
        between = text[before.span.end : link.span.start]
        if _WORD.search(between) or "\n" in between or (len(run) > 1 and between != sign):
            yield run
            run = []
        run, sign = [*run, link], between
    yield run
