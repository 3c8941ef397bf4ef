"""Indexes that people write: lists in the readmes of the root and of levels that name units."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...model.curriculum import Curriculum, Kind, Page
from ...model.list_entries import ListEntry, entries
from ...model.reading_order import ReadingOrder, UnitPlace
from ...parse.document import LetteredItem, List, ListItem
from ...text.regions import Regions
from ...text.source import Span
from ._entry_names import EntryName, entry_name, is_leading, name_keys

#: How often a list may name what it lists and still be read: in itself, and more than once.
_MOST_LISTED = 8


class IndexEntry(NamedTuple):
    """One line of an index: a list item, or a lettered line that melts into one.

    ``linked`` are the units that it links to, ``named`` is the one whose name it has, and
    ``leads`` is true where it begins with a link to a unit.
    """

    item: ListItem
    name: EntryName | None
    linked: tuple[UnitPlace, ...]
    named: UnitPlace | None
    has_link: bool
    leads: bool

    @property
    def place(self) -> UnitPlace | None:
        """The unit that the entry is about."""
        return self.linked[0] if self.leads else self.named


class Index(NamedTuple):
    """A list of which at least half of the items name units."""

    around: List
    entries: tuple[IndexEntry, ...]

    @property
    def first(self) -> Span:
        """The marker of its first item."""
        return self.around.items[0].marker

    @property
    def listed(self) -> set[str]:
        """The paths of the units that it lists."""
        return {
            place.unit.path
            for entry in self.entries
            for place in (*entry.linked, *filter(None, [entry.named]))
        }

    def claimed(self, entry: IndexEntry, order: ReadingOrder) -> UnitPlace | None:
        """The module that has the number of an entry without a unit, and is not listed."""
        levels = {each.place.level.path for each in self.entries if each.place is not None}
        for place in order.places.values():
            is_same = place.unit is place.module and place.module.name.number == entry.item.number
            if is_same and place.level.path in levels and place.unit.path not in self.listed:
                return place
        return None


def claimed_units(indexes: Iterable[Index], order: ReadingOrder) -> set[str]:
    """The units that indexes list, also those that only the number of an entry can mean."""
    found: set[str] = set()
    for index in indexes:
        found |= index.listed
        for entry in index.entries:
            place = index.claimed(entry, order) if entry.place is None else None
            found |= {place.unit.path} if place else set()
    return found


class IndexReader:
    """Reads the indexes of one page."""

    def __init__(self, curriculum: Curriculum, page: Page, order: ReadingOrder) -> None:
        self._page = page
        self._generated = Regions(region.span for region in page.document.generated)
        self._names = _names(curriculum, page, order)
        self._led_to = [
            (target.link.span.start, place)
            for target in curriculum.targets.get(page.path, ())
            if (place := order.by_readme.get(target.path) or order.places.get(target.path))
            and _may_list(page, place)
        ]
        self._links = sorted(link.span.start for link in page.document.links)
        self._starts = [start for start, _ in self._led_to]
        self._inner = _inner_items(page)
        self._lettered: dict[int, list[LetteredItem]] = {}
        for line in page.document.lettered:
            self._lettered.setdefault(line.item, []).append(line)

    def linked_anywhere(self) -> set[str]:
        """The units that the page links to, also outside of indexes."""
        return {place.unit.path for _, place in self._led_to}

    def indexes(self) -> Iterator[Index]:
        """The indexes, without generated ones."""
        if not self._names and not self._led_to:
            return
        found: dict[Span, list[ListEntry]] = {}
        for entry in entries(self._page):
            if not self._generated.hold(entry.around.span.start):
                found.setdefault(entry.around.span, []).append(entry)
        for around in found.values():
            # Half of an index are units, and nobody lists one over and over.
            if len(around) > _MOST_LISTED * (len(self._names) + len(self._led_to)):
                continue
            read = [each for entry in around for each in self._read(entry.item, entry.start)]
            about = sum(1 for each in read if each.place is not None)
            if 2 * about >= len(read):
                yield Index(around[0].around, tuple(read))

    def _read(self, item: ListItem, start: int) -> Iterator[IndexEntry]:
        lettered = self._lettered.get(item.span.start, [])
        ends = [*(line.span.start for line in lettered if not line.leads), self._own_end(item)]
        yield self._entry(item, item.text.partition("\n")[0], start, ends[0])
        texts = [line for line in item.text.split("\n")[1:] if _is_lettered(line)]
        for at, (line, text) in enumerate(zip(_following(lettered), texts, strict=False)):
            end = ends[at + 1] if at + 1 < len(ends) else line.span.end
            yield self._entry(item, text.lstrip(), line.span.start, end)

    def _own_end(self, item: ListItem) -> int:
        """Where the first item inside ``item`` begins, or where it ends."""
        at = bisect_left(self._inner, item.marker.end)
        inner = self._inner[at] if at < len(self._inner) else item.span.end
        return min(inner, item.span.end)

    def _entry(self, item: ListItem, line: str, start: int, end: int) -> IndexEntry:
        name = entry_name(line, start)
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        linked = tuple(place for _, place in self._led_to[first:last])
        has_link = bisect_left(self._links, start) < bisect_left(self._links, end)
        named = self._find(name.text) if name is not None else None
        leads = bool(linked) and is_leading(line[: self._starts[first] - start])
        return IndexEntry(item, name, linked, named, has_link, leads)

    def _find(self, name: str) -> UnitPlace | None:
        """The one unit of that name."""
        for key in name_keys(name):
            places = self._names.get(key, [])
            if len(places) == 1:
                return places[0]
        return None


def _is_lettered(line: str) -> bool:
    return re.match(r"[ \t]*(?:\*\*|__)?[a-z][.)](?:\*\*|__)?[ \t]", line) is not None


def _following(lettered: Sequence[LetteredItem]) -> list[LetteredItem]:
    return [line for line in lettered if not line.leads]


def _inner_items(page: Page) -> list[int]:
    return sorted(item.span.start for each in page.document.lists for item in each.items)


def _may_list(page: Page, place: UnitPlace) -> bool:
    """Whether the page is about the unit: a level's readme is about its own."""
    return page.kind is Kind.ROOT or place.level.readme == page.path


def _names(curriculum: Curriculum, page: Page, order: ReadingOrder) -> dict[str, list[UnitPlace]]:
    """The units that the page may list, by the words of their titles and folders."""
    found: dict[str, list[UnitPlace]] = {}
    for place in order.places.values():
        if not _may_list(page, place):
            continue
        home = curriculum.page(place.unit)
        title = home.outline.title if home else None
        texts = [place.unit.name.slug, *([title.text] if title else [])]
        for key in {key for text in texts for key in name_keys(text)}:
            found.setdefault(key, []).append(place)
    return found


def index_pages(curriculum: Curriculum) -> Iterator[Page]:
    """The readmes of the root and of levels."""
    paths = [curriculum.skeleton.root_readme, *(level.readme for level in curriculum.levels)]
    for path in dict.fromkeys(path for path in paths if path):
        page = curriculum.pages.get(path)
        if page is not None:
            yield page
