"""What is made of one thing, kept for those who ask for the same right after each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")
_Made = TypeVar("_Made")


class LastMade(Generic[_T, _Made]):
    """What ``make`` makes of a thing: rules that look at one document by turns share it."""

    def __init__(self, make: Callable[[_T], _Made]) -> None:
        self._make = make
        self._last: tuple[_T, _Made] | None = None

    def of(self, thing: _T) -> _Made:
        """The same object for the same thing, until somebody asks for another."""
        last = self._last
        if last is None or last[0] is not thing:
            last = self._last = thing, self._make(thing)
        return last[1]
