"""Paragraphs that begin with units, each with what stands below it, as indexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model.curriculum import Page
from ..parse.document import Block, BlockKind
from ..text.source import Span
from .balanced_tags import is_balanced, opens
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
        entries = tuple(_whole(page, blocks, found)) if len(found) >= _LEAST else ()
        if entries and all(is_balanced(page.document.text[slice(*each.span)]) for each in entries):
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
    """The entries with the blocks that follow; the last has no more than another one has.

    Tags that open before an entry are a part of it: ``<details>``.
    """
    text = page.document.text
    begins = [_begin(text, blocks, at) for at, _ in found]
    sizes = [later - at for at, later in pairwise(begins)]
    for at, (_, entry), size in zip(begins, found, [*sizes, max(sizes)], strict=True):
        inside = [each for each in blocks[at : at + size] if each.kind not in _APART]
        start = blocks[at].span.start
        whole = text[start : inside[-1].span.end].rstrip()
        yield entry._replace(span=Span(start, start + len(whole)))


def _begin(text: str, blocks: Sequence[Block], at: int) -> int:
    """The first of the blocks that open tags right before one."""
    while at and blocks[at - 1].kind is BlockKind.HTML and opens(text[slice(*blocks[at - 1].span)]):
        at -= 1
    return at
