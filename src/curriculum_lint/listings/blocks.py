"""Paragraphs that begin with units, each with what stands below it, as indexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model.curriculum import Page
from ..parse.document import Block, BlockKind
from ..text.source import Span
from .listing import IndexEntry, ListingForm, UnitIndex
from .page_units import PageUnits

_ENDS = frozenset({BlockKind.HEADING})
#: How many of them make an index.
_LEAST = 2
_APART = frozenset({BlockKind.RULE, BlockKind.COMMENT})


def block_listings(page: Page, units: PageUnits) -> Iterator[UnitIndex]:
    """One for each run of such paragraphs between two headings."""
    if not units.may_fill(Span(0, len(page.document.text)), 2 * _LEAST):
        return
    for blocks in _stretches(page.document.blocks):
        found = [
            (at, each) for at, block in enumerate(blocks) if (each := _read(page, units, block))
        ]
        if len(found) >= _LEAST:
            entries = tuple(_whole(page, blocks, found))
            span = Span(entries[0].span.start, entries[-1].span.end)
            yield UnitIndex(page, ListingForm.BLOCK, span, entries)


def _stretches(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    stretch: list[Block] = []
    for block in blocks:
        if block.kind in _ENDS:
            yield stretch
            stretch = []
        else:
            stretch.append(block)
    yield stretch


def _read(page: Page, units: PageUnits, block: Block) -> IndexEntry | None:
    """The entry that a paragraph begins, if it is about one unit and no list of lines."""
    is_plain = block.kind is BlockKind.PARAGRAPH and not block.depth
    if not is_plain or not units.may_name_in(block.span):
        return None
    text = page.document.text[slice(*block.span)].rstrip()
    line = text.partition("\n")[0].rstrip("\r")
    entry = units.entry(block.span, block.span.start, line, block.span.end)
    is_alone = line == text
    is_named = entry.named is not None and (is_alone or bool(entry.name and entry.name.strong))
    is_first = entry.leads and entry.link - block.span.start < len(line)
    places = {place.unit.path for place in entry.linked}
    return entry if (is_named or is_first) and len(places) < 2 else None


def _whole(
    page: Page, blocks: Sequence[Block], found: Sequence[tuple[int, IndexEntry]]
) -> Iterator[IndexEntry]:
    """The entries with the blocks that follow; the last has no more than another one has."""
    sizes = [later - at for (at, _), (later, _) in pairwise(found)]
    for (at, entry), size in zip(found, [*sizes, max(sizes)], strict=True):
        inside = [each for each in blocks[at : at + size] if each.kind not in _APART]
        span = Span(entry.span.start, inside[-1].span.end)
        text = page.document.text[slice(*span)]
        yield entry._replace(span=Span(span.start, span.start + len(text.rstrip())))
