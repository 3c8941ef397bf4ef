"""Lists, and the lettered lines that melt into their items, as indexes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..model.curriculum import Page
from ..parse.document import BlockKind, LetteredItem, List
from ..text.late_pattern import late_pattern
from ..text.regions import first_in
from ..text.source import Span
from .items import ListEntry, entries
from .joined_lists import joined_lists
from .listing import IndexEntry, ListingForm, UnitIndex
from .page_units import PageUnits

_LETTERED = late_pattern(r"[ \t]*(?:\*\*|__)?[a-z][.)](?:\*\*|__)?[ \t]")


def item_listings(page: Page, units: PageUnits) -> Iterator[UnitIndex]:
    """One for each list, and one for the lettered lines of each item."""
    named = [each for each in joined_lists(page.document) if units.may_name_in(each.span)]
    if not named:
        return
    reader: _ItemReader | None = None
    lists: dict[Span, list[ListEntry]] = {}
    for each in entries(page, named):
        lists.setdefault(each.around.span, []).append(each)
    for found in lists.values():
        if not (page.document.lettered or units.may_fill(found[0].around.span, len(found))):
            continue
        reader = reader or _ItemReader(page, units)
        read = [reader.read(each) for each in found]
        yield reader.listing(found[0].around, [entry for entry, _ in read])
        for _, lettered in read:
            if lettered:
                span = Span(lettered[0].span.start, lettered[-1].span.end)
                yield UnitIndex(page, ListingForm.LETTERED, span, tuple(lettered))


class _ItemReader:
    def __init__(self, page: Page, units: PageUnits) -> None:
        self._page, self._units = page, units
        self._inner = sorted(item.span.start for each in page.document.lists for item in each.items)
        blocks = page.document.blocks
        paragraphs = sorted(b.span for b in blocks if b.kind is BlockKind.PARAGRAPH and b.depth)
        self._paragraphs = [span.start for span in paragraphs]
        self._ends = [span.end for span in paragraphs]
        self._lettered: dict[int, list[LetteredItem]] = {}
        for line in page.document.lettered:
            self._lettered.setdefault(line.item, []).append(line)

    def listing(self, around: List, read: Sequence[IndexEntry]) -> UnitIndex:
        return UnitIndex(self._page, ListingForm.ITEM, around.span, tuple(read), around)

    def read(self, each: ListEntry) -> tuple[IndexEntry, list[IndexEntry]]:
        """The entry of an item, and those of the lettered lines in it."""
        item = each.item
        lettered = self._lettered.get(item.span.start, [])
        following = [line for line in lettered if not line.leads]
        ends = [*(line.span.start for line in following), self._own_end(each)]
        text = self._page.document.text
        end = item.marker.start + len(text[item.marker.start : item.span.end].rstrip())
        span = Span(item.marker.start, end)
        entry = self._units.entry(span, each.start, each.line, ends[0])
        entry = entry._replace(number=item.number, marker=item.marker)
        return entry, list(self._lines(item.text.split("\n")[1:], following, ends))

    def _lines(
        self, lines: Sequence[str], lettered: Sequence[LetteredItem], ends: Sequence[int]
    ) -> Iterator[IndexEntry]:
        texts = [line for line in lines if _LETTERED.match(line)]
        for at, (line, text) in enumerate(zip(lettered, texts, strict=False)):
            span = Span(line.span.start, self._line_end(line, ends[at + 1]))
            entry = self._units.entry(span, line.span.start, text.lstrip(), ends[at + 1])
            yield entry._replace(marker=line.marker)

    def _line_end(self, line: LetteredItem, end: int) -> int:
        """Where a lettered line ends, with the lines that go on with it."""
        at = bisect_right(self._paragraphs, line.span.start) - 1
        text = self._page.document.text[line.span.start : min(end, self._ends[at])]
        return line.span.start + len(text.rstrip())

    def _own_end(self, each: ListEntry) -> int:
        """Where the first item inside the item begins, or where it ends."""
        item = each.item
        inner = first_in(Span(item.marker.end, item.span.end), self._inner)
        return item.span.end if inner is None else inner
