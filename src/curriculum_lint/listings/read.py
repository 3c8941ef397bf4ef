"""A curriculum → the indexes of units in its pages, in whatever form they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from types import MappingProxyType

from ..model.curriculum import Curriculum, Kind, Page
from ..model.per_curriculum import PerCurriculum
from ..model.reading_order import ReadingOrder, UnitPlace, order_of
from ..model.watch import plain, stored_query, taken
from ..text.late_pattern import late_pattern
from ..text.regions import Regions
from ..text.titles import say_the_same
from ..text.whole_words import find_whole
from .blocks import block_listings
from .entry_names import without_number
from .item_listings import item_listings
from .items import leading_links
from .likeness import State, is_alike, with_places
from .lines import line_listings
from .listing import IndexEntry, ListingForm, UnitIndex
from .page_units import Known, NamedUnits, PageUnits, may_list
from .rows import row_listings
from .sections import section_listings

_NOTHING: Known = MappingProxyType({})
#: How often a list may name what it lists and still be read: in itself, and more than once.
_MOST_LISTED = 8
_NEIGHBOUR = late_pattern(r"\W*(?:next|prev(?:ious)?|back)(?!\w)|\W*[←→]", re.IGNORECASE)
_WHOLE = frozenset({ListingForm.ITEM, ListingForm.LETTERED, ListingForm.ROW, ListingForm.CELL})
_READERS = (item_listings, row_listings, section_listings, block_listings, line_listings)


class ListingReader:
    """Reads the indexes of a curriculum's pages.

    ``known`` are units that entries were found to mean before their numbers changed.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        order: ReadingOrder | None = None,
        known: Known = _NOTHING,
    ) -> None:
        self.curriculum = curriculum
        self.order = order or order_of(curriculum)
        self._named, self._known = NamedUnits(curriculum, self.order, known), known
        self._read: dict[str, list[UnitIndex] | None] = {}
        #: How many entries the longest list of a page has.
        self._longest: dict[str, int] = {}
        self._shown: dict[str, tuple[Page, list[UnitIndex]]] = {}
        self._leading: dict[str, dict[int, str]] = {}
        self._lone: dict[str, list[UnitIndex]] = {}

    def everywhere(self) -> Iterator[UnitIndex]:
        """The indexes of all pages."""
        for page in self.curriculum.pages.values():
            yield from self.on(page)

    def linked_on(self, page: Page) -> set[str]:
        """The units that the page links to, also outside of indexes."""
        units = PageUnits(self.curriculum, page, self._named)
        return {place.unit.path for place in units.linked}

    def on(self, page: Page) -> list[UnitIndex]:
        """The indexes of a page that somebody wrote, outer ones first."""
        path = page.path
        if path not in self._read and not any(self._borrow(page, each) for each in _SHARED.kept):
            units = PageUnits(self.curriculum, page, self._named)
            self._read[path] = self._indexes_of(units) if units else None
        found = self._read[path]
        if found is None:
            return []
        # Whoever asks for the page itself has not looked at it for all others.
        taken(page, _indexes_on)
        known = self._shown.get(path)
        if known is None or known[0] is not page:
            known = self._shown[path] = page, [each._replace(page=page) for each in found]
        return known[1]

    def with_lone_on(self, page: Page) -> list[UnitIndex]:
        """The indexes, and lists of one entry that is only nearly called as a unit is, in order.

        Such a list is an index all the same where its entry is known.
        """
        found = self.on(page)
        lone = self._lone.get(page.path, [])
        return sorted([*found, *lone], key=lambda index: index.span.start)

    def leading_on(self, page: Page) -> dict[int, str]:
        """What stands before the first link of each item, in lists with links to whole units."""
        # Lists are at hand while the page's indexes are read, and only then.
        self.on(page)
        if page.path not in self._leading:
            self._leading[page.path] = leading_links(page)
        return self._leading[page.path]

    @cached_property
    def _state(self) -> State:
        return State(self.curriculum, self.order, self._named)

    @cached_property
    def _known_on(self) -> frozenset[str]:
        return frozenset(path for path, _ in self._known)

    def _borrow(self, page: Page, other: ListingReader) -> bool:
        """Take what was read on a page that is alike in another curriculum, if it was read."""
        path = page.path
        if path not in other._read or path in self._known_on:
            return False
        places = min(len(self.order.places), len(other.order.places))
        if other._longest.get(path, 0) > _MOST_LISTED * places:
            return False
        if not is_alike(page, other._state, self._state):
            return False
        found = other._read[path]
        self._read[path] = found and [with_places(each, self.order) for each in found]
        lone = other._lone.get(path, ())
        self._lone[path] = [with_places(each, self.order) for each in lone]
        self._longest[path] = other._longest.get(path, 0)
        if path in other._leading:
            self._leading[path] = other._leading[path]
        return True

    def _indexes_of(self, units: PageUnits) -> list[UnitIndex]:
        page = units.page = plain(units.page)
        whole = units.leading(0, len(page.document.text))
        if not (whole or units.may_name):
            self._leading[page.path] = {}
            return []
        if units.may_list:
            self._leading[page.path] = leading_links(page, whole) if whole else {}
        generated = Regions(region.span for region in page.document.generated)
        read = (
            listing
            for reader in (_READERS if units.may_list else (section_listings,))
            for listing in reader(page, units)
            if not generated.hold(listing.span.start)
        )
        found = [self._with_alike(listing) for listing in read]
        shown = [each for each in _without_inner(found) if each.is_index and _is_listing(each)]
        self._lone[page.path] = [each for each in shown if each.is_lone]
        return [each for each in shown if not each.is_lone]

    def _with_alike(self, listing: UnitIndex) -> UnitIndex:
        """Entries without a unit mean the one that is nearly called so, if no other does.

        Where no entry has the very name of a unit, all must be called nearly so and numbered so.
        """
        path, is_known = listing.page.path, bool(listing.units)
        self._longest[path] = max(self._longest.get(path, 0), len(listing.entries))
        if all(each.place or each.has_link for each in listing.entries):
            return listing
        listed = listing.listed
        free = [
            place
            for place in self._named.listable_on(listing.page)
            if place.unit.path not in listed
        ]
        entries = tuple(
            each if each.place or each.has_link else each._replace(alike=self._alike(each, free))
            for each in listing.entries[: _MOST_LISTED * len(self.order.places)]
            if is_known or each.number is not None
        )
        is_sure = is_known or (len(entries) > 0 and all(each.place for each in entries))
        is_lone = not is_known and len(entries) == 1
        return listing._replace(entries=entries, is_lone=is_lone) if is_sure else listing

    def _alike(self, entry: IndexEntry, free: list[UnitPlace]) -> UnitPlace | None:
        """The one unit that is called nearly so; of several, the one whose whole title is in it."""
        if entry.name is None:
            return None
        name = entry.name.text
        found = [place for place in free if self._is_alike(entry, name, place)]
        if len(found) > 1:
            whole = [(place, without_number(self._title(place))) for place in found]
            found = [place for place, title in whole if find_whole(name, title) >= 0]
        return found[0] if len(found) == 1 else None

    def _is_alike(self, entry: IndexEntry, name: str, place: UnitPlace) -> bool:
        """Whether the numbers do not differ, and the names hardly do."""
        number = place.module.name.number
        if entry.number is not None and place.unit is place.module and entry.number != number:
            return False
        title = self._title(place)
        return bool(title) and say_the_same(name, title)

    def _title(self, place: UnitPlace) -> str:
        home = self.curriculum.page(place.unit)
        return home.outline.title.text if home and home.outline.title else ""


#: Of a curriculum, and of what it is compared with: they borrow from each other.
_SHARED = PerCurriculum(ListingReader, most=3)


def reader_of(curriculum: Curriculum, known: Known = _NOTHING) -> ListingReader:
    """The reader of a curriculum: those that ask one after the other share it.

    One for which something is ``known`` is its own.
    """
    return ListingReader(curriculum, known=known) if known else _SHARED.of(curriculum)


@stored_query
def _indexes_on(curriculum: Curriculum, page: Page) -> list[UnitIndex]:
    return reader_of(curriculum).on(page)


def _is_listing(index: UnitIndex) -> bool:
    """Whether a unit's own readme lists units: what leads to its neighbours is no index."""
    if index.page.kind not in (Kind.MODULE, Kind.SUBSECTION):
        return True
    if any(_NEIGHBOUR.match(entry.line) for entry in index.entries):
        return False
    return index.form in _WHOLE or all(may_list(index.page, place) for _, place in index.units)


def _without_inner(found: list[UnitIndex]) -> Iterator[UnitIndex]:
    """Links on a line or lines of a block are no index of their own inside an entry of another."""
    whole = [each for each in found if each.form in _WHOLE and each.is_index]
    entries = Regions(entry.span for each in whole for entry in each.entries)
    for each in found:
        if each.form in _WHOLE or not entries.hold(each.span.start):
            yield each
