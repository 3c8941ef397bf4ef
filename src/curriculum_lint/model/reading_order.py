"""In which order units are read, as far as that is certain, and what messages call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.globs import matches_exactly
from .curriculum import Curriculum, Kind, Unit
from .per_curriculum import PerCurriculum

_WORD = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d{1,9}")
#: Words in the names of levels that say which comes first.
_RANKS = (
    frozenset({"beginner", "basic", "elementary", "introductory", "entry", "junior", "first"}),
    frozenset({"intermediate", "middle", "mid", "second"}),
    frozenset({"advanced", "senior", "expert", "third"}),
)


class UnitPlace(NamedTuple):
    """Where a module or subsection stands: its level, and what orders it there."""

    level: Unit
    module: Unit
    unit: Unit

    @property
    def key(self) -> tuple[int, int, str]:
        """Number, part and letter."""
        name = self.module.name
        letter = self.unit.name.letter or "" if self.unit is not self.module else ""
        return name.number or 0, name.part or 0, letter

    @property
    def label(self) -> str:
        """What messages call the unit: "module 4", "subsection 4b"."""
        number = self.module.name.number
        if self.unit.kind is Kind.SUBSECTION and number is not None and self.unit.name.letter:
            return f"subsection {number}{self.unit.name.letter}"
        return self.unit.label


class ReadingOrder:
    """The places of all modules and subsections, by path."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._patterns = curriculum.settings.levels
        self.places = {place.unit.path: place for place in _places(curriculum)}
        self.by_readme = {p.unit.readme: p for p in self.places.values() if p.unit.readme}

    def place_at(self, path: str) -> UnitPlace | None:
        """The unit whose readme or folder is at ``path``."""
        return self.by_readme.get(path) or self.places.get(path)

    def place_around(self, path: str) -> UnitPlace | None:
        """The unit that the file at ``path`` belongs to, by the nearest folder around it."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path.rpartition("/")[0]
        return None

    def comes_after(self, unit: UnitPlace, other: UnitPlace) -> bool | None:
        """Whether ``unit`` is read after ``other``; ``None`` where nothing says so."""
        if unit.level.path != other.level.path:
            return self._level_comes_after(unit.level, other.level)
        tracks = {unit.module.name.track, other.module.name.track}
        if unit.key == other.key or len(tracks) > 1:
            return None
        return unit.key > other.key

    def _level_comes_after(self, level: Unit, other: Unit) -> bool | None:
        first, second = self._pattern(level), self._pattern(other)
        if first != second:
            return first > second
        for measure in (_rank, _number):
            one, two = measure(level.basename), measure(other.basename)
            if one is not None and two is not None and one != two:
                return one > two
        return None

    def _pattern(self, level: Unit) -> int:
        """The place in the configuration of the pattern that names the level."""
        matching = (
            at for at, glob in enumerate(self._patterns) if matches_exactly(glob, level.path)
        )
        return next(matching, -1)


_SHARED = PerCurriculum(ReadingOrder, most=3)


def order_of(curriculum: Curriculum) -> ReadingOrder:
    """The order of a curriculum: those that ask one after the other share it."""
    return _SHARED.of(curriculum)


def _places(curriculum: Curriculum) -> Iterator[UnitPlace]:
    for level in curriculum.levels:
        for module in level.children:
            yield UnitPlace(level, module, module)
            for subsection in module.children:
                yield UnitPlace(level, module, subsection)


def _rank(name: str) -> int | None:
    words = set(_WORD.findall(name.casefold()))
    return next((rank for rank, known in enumerate(_RANKS) if known & words), None)


def _number(name: str) -> int | None:
    match = _DIGITS.search(name)
    return int(match[0]) if match else None
