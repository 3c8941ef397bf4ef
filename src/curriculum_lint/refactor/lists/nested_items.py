"""Items inside the entry of a unit that is removed: some lead to what remains."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from ...edits.edit import Edit
from ...listings.listing import ListingForm, UnitIndex
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ...parse.document import Document, ListItem
from ...text.source import Span

_THERE = frozenset({Outcome.FOUND, Outcome.ANCHOR_CASE, Outcome.ANCHOR_MISSING})


class NestedItems:
    """Reads the lists in the items of one index; ``goes`` says which paths are removed."""

    def __init__(
        self, curriculum: Curriculum, index: UnitIndex, goes: Callable[[str], bool]
    ) -> None:
        page = index.page
        is_list = index.form is ListingForm.ITEM
        self._page, self._goes = page, goes
        self._targets = [
            target
            for target in (curriculum.targets.get(page.path, ()) if is_list else ())
            if target.outcome in _THERE and target.page is not None and target.page != page.path
        ]
        depth = index.around.depth if index.around else 0
        # A list that counts on has others at its own depth in it.
        lists = [each for each in page.document.lists if depth <= each.depth <= depth + 1]
        self._lists = sorted(lists, key=lambda each: (each.span.start, each.depth))

    def remaining(self, entry: Span) -> Iterator[Target]:
        """The links in items inside an entry that lead to pages which remain."""
        for item in self._items(entry):
            yield from (each for each in self._led(item.span) if not self._goes(each.path))

    def without_gone(self, entry: Span) -> Iterator[Edit]:
        """The edits that take out the items which lead to nothing but what is removed."""
        document = self._page.document
        for item in self._items(entry):
            led = self._led(item.span)
            if led and all(self._goes(each.path) for each in led):
                yield Edit(
                    self._page.path, *lines_around(document, _written(document, item.span)), ""
                )

    def _items(self, entry: Span) -> Iterator[ListItem]:
        inside = entry.start
        for each in self._lists:
            start = each.items[0].marker.start
            if entry.start < start < entry.end and start >= inside:
                inside = each.span.end
                yield from each.items

    def _led(self, span: Span) -> Sequence[Target]:
        return [each for each in self._targets if span.holds(each.link.span.start)]


def lines_around(document: Document, span: Span) -> Span:
    """The lines around a span, with their end."""
    starts = document.line_starts
    last = bisect_right(starts, max(span.start, span.end - 1))
    end = starts[last] if last < len(starts) else len(document.text)
    return Span(starts[bisect_right(starts, span.start) - 1], end)


def outer_item(index: UnitIndex) -> Span | None:
    """The lines of the item that holds a list and nothing else: `- 1. [Files](…)`."""
    document, around = index.page.document, index.around
    if around is None or not around.depth:
        return None
    for each in document.lists:
        for item in each.items if each.depth == around.depth - 1 else ():
            is_whole = item.span.holds(around.span.start) and not (
                document.text[item.marker.end : around.span.start].strip()
                or document.text[around.span.end : item.span.end].strip()
            )
            if is_whole and len(each.items) > 1:
                return lines_around(document, _written(document, item.span))
    return None


def _written(document: Document, span: Span) -> Span:
    """The span without blank lines at its end."""
    return Span(span.start, span.start + len(document.text[slice(*span)].rstrip()))
