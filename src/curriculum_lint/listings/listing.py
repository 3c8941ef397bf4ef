"""An index of units as data: its form, its entries, and the unit that each entry is about."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum, auto
from typing import NamedTuple

from ..model.curriculum import Kind, Page, Unit
from ..model.reading_order import ReadingOrder, UnitPlace
from ..model.watch import OFFSETS
from ..parse.document import List
from ..text.source import Span
from .entry_names import EntryName


class ListingForm(StrEnum):
    """The ways in which a text lists units."""

    ITEM = auto()
    #: Lines such as ``a) …`` that melt into the item above them.
    LETTERED = auto()
    ROW = auto()
    #: Cells of a table with several units in a row.
    CELL = auto()
    SECTION = auto()
    #: Paragraphs that begin with a unit, and what stands below each.
    BLOCK = auto()
    #: Lines of one paragraph, or of a block of HTML.
    LINE = auto()
    #: Links beside each other on one line.
    INLINE = auto()


class IndexEntry(NamedTuple):
    """One entry. ``span`` is all of it, ``start`` where its text begins, and ``line`` that line.

    ``number`` and ``marker`` are what numbers it: the marker of an item, the number in a cell.
    ``linked`` are the units that it links to, ``named`` is the one whose name it has, ``alike`` one
    whose name is nearly the same, ``link`` the offset of its first link (-1 without one), and
    ``leads`` is true where it begins with a link to a unit.
    """

    span: Span
    start: int
    line: str
    number: int | None = None
    marker: Span | None = None
    name: EntryName | None = None
    linked: tuple[UnitPlace, ...] = ()
    named: UnitPlace | None = None
    alike: UnitPlace | None = None
    link: int = -1
    leads: bool = False

    @property
    def place(self) -> UnitPlace | None:
        """The unit that the entry is about."""
        return self.linked[0] if self.leads else self.named or self.alike

    @property
    def has_link(self) -> bool:
        """Whether it has a link of any kind."""
        return self.link >= 0


OFFSETS[IndexEntry] = ("start", "link")


class UnitEntry(NamedTuple):
    """An entry with the unit that it is about."""

    entry: IndexEntry
    place: UnitPlace


class UnitIndex(NamedTuple):
    """The entries of one index; ``around`` is the list where its form is one."""

    page: Page
    form: ListingForm
    span: Span
    entries: tuple[IndexEntry, ...]
    around: List | None = None
    #: Whether its one entry is only nearly called as a unit is: it may as well list something else.
    is_lone: bool = False

    @property
    def first(self) -> Span:
        """Where a finding about the whole index points: what begins its first entry."""
        entry = self.entries[0]
        return entry.marker if entry.marker and self.form is ListingForm.ITEM else entry.span

    @property
    def units(self) -> tuple[UnitEntry, ...]:
        """The entries that are about units."""
        return tuple(UnitEntry(each, each.place) for each in self.entries if each.place)

    @property
    def listed(self) -> set[str]:
        """The paths of the units that it lists."""
        return {
            place.unit.path
            for entry in self.entries
            for place in (*entry.linked, *filter(None, [entry.named, entry.alike]))
        }

    @property
    def is_index(self) -> bool:
        """Whether at least half of its entries are about units."""
        return len(self.entries) <= 2 * len(self.units)

    @property
    def holds_groups(self) -> bool:
        """Whether an entry is about several units: ``Week 1: [Start](…), [Files](…)``."""
        own = {place.unit.path for _, place in self.units}
        return any(
            place.unit.path not in own for entry, _ in self.units for place in entry.linked[1:]
        )

    def series(self) -> Iterator[UnitIndex]:
        """Its entries by what they are counted with: the modules of each level, and so on."""
        found: dict[str, list[IndexEntry]] = {}
        for entry, place in self.units:
            found.setdefault(parent_of(place).path, []).append(entry)
        for entries in found.values():
            yield self._replace(entries=tuple(entries))

    def in_places_of(self, other: UnitIndex) -> UnitIndex:
        """With its entries in the order in which those of ``other``, as many, stand in its text."""
        if len(self.entries) != len(other.entries):
            return self
        starts = sorted(each.start for each in other.entries)
        found = sorted(self.entries, key=lambda each: each.start)
        entries = tuple(found[starts.index(each.start)] for each in other.entries)
        return self._replace(entries=entries)

    def claimed(self, entry: IndexEntry, order: ReadingOrder) -> UnitPlace | None:
        """The module that has the number of an entry without a unit, and is not listed."""
        levels = {place.level.path for _, place in self.units}
        for place in order.places.values():
            is_same = place.unit is place.module and place.module.name.number == entry.number
            if is_same and place.level.path in levels and place.unit.path not in self.listed:
                return place
        return None


def parent_of(place: UnitPlace) -> Unit:
    """The unit that the unit is counted in: its level, or its module."""
    return place.level if place.unit.kind is Kind.MODULE else place.module
