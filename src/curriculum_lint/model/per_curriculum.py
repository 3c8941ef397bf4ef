"""What is made of a curriculum once, for all that ask for it one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from .curriculum import Curriculum

_T = TypeVar("_T")


class PerCurriculum(Generic[_T]):
    """What ``make`` makes of a curriculum. Of those that were asked for last, ``most`` are kept."""

    def __init__(self, make: Callable[[Curriculum], _T], most: int = 1) -> None:
        self._make, self._most = make, most
        self._known: list[tuple[Curriculum, _T]] = []

    @property
    def kept(self) -> list[_T]:
        """What is kept, the last first."""
        return [made for _, made in self._known]

    def of(self, curriculum: Curriculum) -> _T:
        """The same object for the same curriculum, while it is kept."""
        for known, made in self._known:
            if known is curriculum:
                return made
        made = self._make(curriculum)
        self._known = [(curriculum, made), *self._known[: self._most - 1]]
        return made
