"""What lies at an offset of a document, found without looking at everything in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..parse.document import Heading, List


class NestedLists:
    """The lists of a document, asked for those around an offset."""

    def __init__(self, lists: Iterable[List]) -> None:
        # Of two that begin together, the one that is further out comes first.
        self._lists = sorted(lists, key=lambda each: (each.span.start, -each.span.end, each.depth))
        self._starts = [each.span.start for each in self._lists]
        self._parents: list[int] = []
        for at in range(len(self._lists)):
            self._parents.append(self._around(at - 1, self._starts[at]))

    def around(self, offset: int) -> Iterator[List]:
        """The lists that ``offset`` is in, the innermost first."""
        at = self._around(bisect_right(self._starts, offset) - 1, offset)
        while at >= 0:
            yield self._lists[at]
            at = self._around(self._parents[at], offset)

    def _around(self, at: int, offset: int) -> int:
        while at >= 0 and self._lists[at].span.end <= offset:
            at = self._parents[at]
        return at


def region_ends(headings: Sequence[Heading], end: int) -> list[int]:
    """For each heading, where what belongs to it ends: at the next of its level or a higher one.

    ``end`` is the end of the document.
    """
    ends = [end] * len(headings)
    opened: list[int] = []
    for at, heading in enumerate(headings):
        while opened and headings[opened[-1]].level >= heading.level:
            ends[opened.pop()] = heading.span.start
        opened.append(at)
    return ends
