"""Units in one order through several lists of a menu: those of each part of a book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ...listings.listing import parent_of
from ..lists.index_order import Rank
from .menu_items import MenuItem, MenuList
from .menu_units import MenuUnit


class Listed(NamedTuple):
    """An item of a list about one unit."""

    around: MenuList
    item: MenuItem
    unit: MenuUnit


class Carried(NamedTuple):
    """An item that goes to another list: behind or before the one that is the ``model`` there."""

    source: Listed
    model: Listed
    is_behind: bool


class MenuChain:
    """The items about units that are counted together, in the order in which they stand."""

    def __init__(self, listed: Sequence[Listed]) -> None:
        self._listed = listed

    @property
    def is_rising(self) -> bool:
        """Whether each unit was there once, in order."""
        ranks = _ranks(self._listed, 0)
        return ranks == sorted(set(ranks))

    @property
    def units(self) -> list[MenuUnit]:
        """The units."""
        return [each.unit for each in self._listed]

    def holds(self, items: MenuList) -> bool:
        """Whether one of its items is in that very list."""
        return any(each.around is items for each in self._listed)

    def beside(self, unit: MenuUnit) -> tuple[Listed, bool] | None:
        """The item behind which (or before which, if not) one for ``unit`` belongs."""
        rank = unit.ranks[1]
        others = [each for each in self._listed if each.unit.new and each.unit != unit]
        if rank is None or not others or _ranks(others, 1) != sorted(_ranks(others, 1)):
            return None
        before = [each for each in others if (each.unit.ranks[1] or rank) < rank]
        return (before[-1], True) if before else (others[0], False)

    def carried(self, moved: MenuUnit | None) -> Carried | None:
        """How the item of the unit that is ``moved`` comes to the list where it belongs."""
        source = next((each for each in self._listed if each.unit == moved), None)
        if source is None or moved is None or moved.new is None or not self.is_rising:
            return None
        found = self.beside(moved)
        is_alone = len(source.around.items) == 1
        if found is None or found[0].around is source.around or is_alone:
            return None
        return Carried(source, *found)


def _ranks(listed: Sequence[Listed], at: int) -> list[Rank]:
    return [rank for each in listed if (rank := each.unit.ranks[at]) is not None]


def chains_in(
    lists: Sequence[MenuList], unit_of: Callable[[MenuItem], MenuUnit | None]
) -> dict[str, MenuChain]:
    """The chains of a file, by the paths of what their units are counted in."""
    found: dict[str, list[Listed]] = {}
    for each in _listed(lists, unit_of, None):
        place = each.unit.new or each.unit.old
        if place is not None:
            found.setdefault(parent_of(place).path, []).append(each)
    return {path: MenuChain(listed) for path, listed in found.items()}


def _listed(
    lists: Sequence[MenuList],
    unit_of: Callable[[MenuItem], MenuUnit | None],
    around: MenuUnit | None,
) -> Iterator[Listed]:
    """The items about one unit each, without those inside of an item about the same one."""
    for each in lists:
        for item in each.items:
            unit = unit_of(item)
            if unit is not None and unit != around:
                yield Listed(each, item, unit)
            yield from _listed(item.inner, unit_of, unit or around)
