"""The items of lists: their first line, where it stands, and the link that it leads with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..model.curriculum import Page
from ..model.watch import stored_query, taken
from ..parse.document import BlockKind, List, ListItem
from ..text.regions import first_in
from ..text.source import Span


class ListEntry(NamedTuple):
    """A list item; ``start`` is where its text begins in the file."""

    around: List
    item: ListItem
    start: int

    @property
    def line(self) -> str:
        """The first line of its text."""
        return self.item.text.partition("\n")[0]


def entries(page: Page, lists: Iterable[List]) -> Iterator[ListEntry]:
    """The items of lists of a page that begin with text, in the order of the lists."""
    blocks = page.document.blocks
    starts = [b.span.start for b in blocks if b.kind is BlockKind.PARAGRAPH and b.depth]
    starts.sort()
    for each in lists:
        for item in each.items:
            start = first_in(Span(item.marker.end, item.span.end), starts)
            if item.text and start is not None:
                yield ListEntry(each, item, start)


def led_entries(page: Page, among: Sequence[int] | None = None) -> Iterator[tuple[ListEntry, int]]:
    """The items whose first line has a link, and the offset of the first one.

    With ``among``, those of lists that have one of these links in them.
    """
    links = sorted(link.span.start for link in page.document.links)
    for entry in entries(page, _linking(page, links if among is None else among)):
        link = first_in(Span(entry.start, entry.start + len(entry.line)), links)
        if link is not None:
            yield entry, link


def _linking(page: Page, links: Sequence[int]) -> Iterator[List]:
    """The lists with one of the links in them."""
    for each in page.document.lists if links else ():
        if first_in(each.span, links) is not None:
            yield each


def leading_links(page: Page, among: Sequence[int] | None = None) -> dict[int, str]:
    """For the first link of each item, by its offset, what stands before it on its line.

    With ``among``, of lists that have one of these links in them.
    """
    page = taken(page, _before_links)
    return {at: entry.line[: at - entry.start] for entry, at in led_entries(page, among)}


@stored_query
def _before_links(page: Page) -> list[tuple[Span, str]]:
    return [(Span(at, at), before) for at, before in leading_links(page).items()]
