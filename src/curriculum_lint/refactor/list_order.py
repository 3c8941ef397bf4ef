"""Lists that name units in their order: they keep that order when units move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..edits.edit import Edit, Fix, Safety
from ..edits.moves import Moves
from ..model.curriculum import Curriculum, Page
from ..model.list_entries import led_entries
from ..model.reading_order import ReadingOrder, UnitPlace
from ..parse.document import List, ListItem
from ..text.regions import Regions
from .entry_labels import place_of
from .list_items import item_text, marker_text, with_marker, with_number


class ListedUnit(NamedTuple):
    """An item of a list, the unit that it leads with, and the offset of that link."""

    item: ListItem
    place: UnitPlace
    link_start: int


class UnitList(NamedTuple):
    """The items of one list that lead with siblings; ``at`` counts the lists of the page."""

    page: Page
    at: int
    units: tuple[ListedUnit, ...]

    @property
    def around(self) -> List:
        """The list."""
        return self.page.document.lists[self.at]

    @property
    def parent(self) -> str:
        """The path of the level or module that they belong to."""
        place = self.units[0].place
        return place.level.path if place.unit is place.module else place.module.path

    @property
    def is_in_order(self) -> bool:
        """Whether no unit stands behind one that is read later."""
        keys = [each.place.key for each in self.units]
        return keys == sorted(keys)

    @property
    def is_numbered(self) -> bool:
        """Whether the numbers of its items are those of modules."""
        return all(
            unit.item.number is not None
            and unit.item.number == unit.place.module.name.number
            and unit.place.unit is unit.place.module
            for unit in self.units
        )


def unit_lists(curriculum: Curriculum, order: ReadingOrder) -> Iterator[UnitList]:
    """All lists with units that somebody wrote, by the parents of these."""
    for page in curriculum.pages.values():
        led_to = units_led_to(curriculum, page, order)
        if led_to:
            yield from _on_page(page, led_to)


def units_led_to(curriculum: Curriculum, page: Page, order: ReadingOrder) -> dict[int, UnitPlace]:
    """The units that the links of a page lead to, by the offsets of the links."""
    return {
        target.link.span.start: place
        for target in curriculum.targets.get(page.path, ())
        if (place := place_of(order, target)) is not None
    }


class ListOrder:
    """Which lists are in order and say the numbers of units, so that they can do so again."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._known = {
            (each.page.path, each.at, each.parent): (each.is_in_order, each.is_numbered)
            for each in unit_lists(curriculum, ReadingOrder(curriculum))
        }

    def fixes(self, after: Curriculum, moves: Moves) -> Iterator[Fix]:
        """The fixes that make them so in ``after``, where ``moves`` have led."""
        known = {
            (moves.new(path), at, moves.new(parent)): state
            for (path, at, parent), state in self._known.items()
        }
        for each in unit_lists(after, ReadingOrder(after)):
            key = (each.page.path, each.at, each.parent)
            in_order, numbered = known.get(key, (False, False))
            edits = _edits(each, in_order=in_order, numbered=numbered)
            if edits:
                yield Fix("Put the entries in order", Safety.UNSAFE, edits)


def _on_page(page: Page, led_to: dict[int, UnitPlace]) -> Iterator[UnitList]:
    generated = Regions(region.span for region in page.document.generated)
    at_of = {each.span: at for at, each in enumerate(page.document.lists)}
    found: dict[tuple[int, str], list[ListedUnit]] = {}
    for entry, link_start in led_entries(page):
        place = led_to.get(link_start)
        if place is None or generated.hold(link_start):
            continue
        parent = place.level if place.unit is place.module else place.module
        key = at_of[entry.around.span], parent.path
        found.setdefault(key, []).append(ListedUnit(entry.item, place, link_start))
    for (at, _), units in found.items():
        yield UnitList(page, at, tuple(units))


def _edits(each: UnitList, *, in_order: bool, numbered: bool) -> tuple[Edit, ...]:
    """Edits that give each position the item that belongs there, or none if one does not fit."""
    document = each.page.document
    wanted: Sequence[ListedUnit] = each.units
    if in_order:
        wanted = sorted(wanted, key=lambda unit: unit.place.key)
    edits: list[Edit] = []
    for (there, *_), (item, place, _) in zip(each.units, wanted, strict=True):
        old, marker = item_text(document, there), marker_text(document, there)
        new = with_number(marker, place.key[0]) if numbered else marker
        text = with_marker(item_text(document, item), marker_text(document, item), new)
        if text is None:
            return ()
        start = there.marker.start
        if text != old:
            edits.append(Edit(each.page.path, start, start + len(old), text))
    return tuple(edits)
