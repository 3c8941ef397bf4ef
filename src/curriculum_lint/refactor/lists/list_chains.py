"""Units in one order through several lists of a page: those of week 1, those of week 2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...listings.listing import ListingForm, UnitEntry, UnitIndex, parent_of
from ...listings.read import ListingReader
from ...model.curriculum import Page
from .index_order import Rank

_FORMS = frozenset({ListingForm.ITEM, ListingForm.ROW, ListingForm.SECTION, ListingForm.BLOCK})


class Chain(NamedTuple):
    """Lists of one form on one page, which hold units that are counted together, each once."""

    lists: tuple[UnitIndex, ...]

    @property
    def units(self) -> list[UnitEntry]:
        """The entries of all lists, one after the other."""
        return [unit for index in self.lists for unit in index.units]

    @property
    def paths(self) -> frozenset[str]:
        """The paths of the units."""
        return frozenset(each.place.unit.path for each in self.units)

    def stands_in(self, index: UnitIndex) -> bool:
        """Whether its lists are what sections hold, and these are read as an index themselves."""
        units = {each.place.unit.path for each in index.units}
        is_apart = index not in self.lists
        return is_apart and index.form is ListingForm.SECTION and units <= self.paths

    def list_for(self, unit: str, ranks: Mapping[str, Rank]) -> UnitIndex:
        """The list where a unit belongs: with what is read right before it, or else the first."""
        before = [each for each in self.units if ranks[each.place.unit.path] < ranks[unit]]
        return next(
            (index for index in self.lists if before and before[-1] in index.units), self.lists[0]
        )

    def in_order(self, ranks: Mapping[str, Rank], without: str = "") -> bool:
        """Whether no unit stands behind one that is read later, but for one."""
        paths = [each.place.unit.path for each in self.units]
        found = [ranks[path] for path in paths if path != without]
        return found == sorted(found)


def chains_on(reader: ListingReader, page: Page) -> list[Chain]:
    """The chains of two lists or more on a page; a list of all units belongs to none of parts."""
    found: dict[tuple[ListingForm, str, int], list[Chain]] = {}
    levels = {heading.span.start: heading.level for heading in page.document.headings}
    for index in reader.on(page):
        parents = {parent_of(each.place).path for each in index.units}
        own = Chain((index,))
        if index.form not in _FORMS or len(parents) != 1 or index.holds_groups:
            continue
        level = levels.get(index.entries[0].span.start, 0)
        chains = found.setdefault((index.form, parents.pop(), level), [])
        at = next((at for at, each in enumerate(chains) if not each.paths & own.paths), len(chains))
        chains[at : at + 1] = [Chain((*(chains[at].lists if at < len(chains) else ()), index))]
    every = (chain for chains in found.values() for chain in chains)
    return [each for each in every if len(each.lists) > 1 and len(each.units) == len(each.paths)]
