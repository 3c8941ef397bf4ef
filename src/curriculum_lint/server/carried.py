"""What was found in an earlier text, brought to where it stands in a later one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from ..check.diagnostic import Diagnostic, Place
from ..model.curriculum import Curriculum
from ..text.source import normalise_line_ends


class Carrier:
    """Brings diagnostics of ``before`` to ``after``; those in lines that changed are dropped."""

    def __init__(self, before: Curriculum, after: Curriculum) -> None:
        self._before, self._after = before, after
        self._moves: dict[str, _LineMoves] = {}

    def carry(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Those that still stand somewhere. One that was moved has no fix: it fits no more."""
        for each in found:
            place = self._place(each.place)
            if place == each.place:
                yield each
            elif place is not None:
                yield each._replace(place=place, fix=None)

    def _place(self, place: Place) -> Place | None:
        old, new = (c.pages.get(place.path) for c in (self._before, self._after))
        if old is new:
            return place
        if old is None or new is None:
            return None
        if place.path not in self._moves:
            self._moves[place.path] = _LineMoves(old.document.text, new.document.text)
        return self._moves[place.path].place(place)


class _LineMoves:
    """Where the lines of a text are in a later one: those before and behind what changed."""

    def __init__(self, before: str, after: str) -> None:
        old, new = (normalise_line_ends(text).split("\n") for text in (before, after))
        self._first = _common(old, new)
        least = min(len(old), len(new)) - self._first
        same = _common(old[::-1][:least], new[::-1][:least])
        self._last, self._by = len(old) - same, len(new) - len(old)

    def place(self, place: Place) -> Place | None:
        if place.end.line <= self._first:
            return place
        if place.start.line <= self._last:
            return None
        start, end = (each._replace(line=each.line + self._by) for each in place[1:])
        return Place(place.path, start, end)


def _common(one: list[str], other: list[str]) -> int:
    """How many lines are equal from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
