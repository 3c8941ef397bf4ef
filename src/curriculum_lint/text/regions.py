"""Ranges and offsets of one text, asked many times for one that is somewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from .source import Span


class Regions:
    """Some spans; those that overlap or touch count as one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, offset: int) -> bool:
        """Whether the character at ``offset`` is in one of them."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


def first_in(span: Span, offsets: Sequence[int]) -> int | None:
    """The first of sorted ``offsets`` that is in ``span``."""
    at = bisect_left(offsets, span.start)
    return offsets[at] if at < bisect_left(offsets, span.end) else None
