"""Whether two states of a curriculum say the same about what a page lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..model.curriculum import Curriculum, Page
from ..model.reading_order import ReadingOrder, UnitPlace
from ..model.target import Target
from ..model.watch import plain
from .listing import IndexEntry, UnitIndex
from .page_units import NamedUnits


class State(NamedTuple):
    """A curriculum, and its units in order and by name."""

    curriculum: Curriculum
    order: ReadingOrder
    named: NamedUnits

    def title(self, place: UnitPlace) -> str | None:
        """The title of a unit."""
        home = self.curriculum.page(place.unit)
        return home.outline.title.text if home and home.outline.title else None


def is_alike(page: Page, old: State, new: State) -> bool:
    """Whether a page of ``new`` was the same in ``old``, and so were all units that it may list.

    That is certain for what is the very same object.
    """
    path = page.path
    before, targets = old.curriculum.pages.get(path), new.curriculum.targets.get(path, ())
    if before is None or plain(before) is not plain(page):
        return False
    if old.curriculum.targets.get(path, ()) is not targets:
        return False
    return _lead_to_same(targets, old.order, new.order) and _have_same_names(page, old, new)


def _lead_to_same(targets: Iterable[Target], old: ReadingOrder, new: ReadingOrder) -> bool:
    return all(_is_same(old.place_at(target.path), new.place_at(target.path)) for target in targets)


def _have_same_names(page: Page, old: State, new: State) -> bool:
    one, other = old.named.listable_on(page), new.named.listable_on(page)
    return len(one) == len(other) and all(
        _is_same(*pair) and old.title(pair[0]) == new.title(pair[1])
        for pair in zip(one, other, strict=True)
    )


def _is_same(one: UnitPlace | None, other: UnitPlace | None) -> bool:
    """Whether two units have the same names in the same places."""
    if one is None or other is None:
        return one is other
    return all(
        a is b or (a.path, a.name, a.kind, a.readme) == (b.path, b.name, b.kind, b.readme)
        for a, b in zip(one, other, strict=True)
    )


def with_places(index: UnitIndex, order: ReadingOrder) -> UnitIndex:
    """An index with the units of another order at the same paths."""

    def at(place: UnitPlace) -> UnitPlace:
        return order.places[place.unit.path]

    return index._replace(entries=tuple(_moved(entry, at) for entry in index.entries))


def _moved(entry: IndexEntry, at: Callable[[UnitPlace], UnitPlace]) -> IndexEntry:
    named, alike = (place and at(place) for place in (entry.named, entry.alike))
    return entry._replace(linked=tuple(map(at, entry.linked)), named=named, alike=alike)
