"""The units that one page leads to or may name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ..model.curriculum import Curriculum, Kind, Page, Unit
from ..model.reading_order import ReadingOrder, UnitPlace
from ..model.target import Outcome, Target
from ..parse.document import LinkKind
from ..text.regions import first_in
from ..text.source import Span
from .entry_names import EntryName, entry_name, is_leading, name_keys, without_number
from .leading_lines import may_lead
from .listing import IndexEntry

#: How many letters of its longest word a name is looked for by.
_STEM = 4

#: A web address has a path where it most probably shows a document that is here.
_LED_TO = frozenset({Outcome.FOUND, Outcome.EXTERNAL})

#: The units that entries of pages were found to mean, by the page's path and the entry's words.
Known = Mapping[tuple[str, str], str]


def place_of(order: ReadingOrder, target: Target) -> UnitPlace | None:
    """The unit that a link leads to as a whole, or by the address of its file on GitHub."""
    if target.outcome not in _LED_TO or target.fragment:
        return None
    return order.place_at(target.path)


class NamedUnits:
    """The units of a curriculum by the words of their titles and folders."""

    def __init__(self, curriculum: Curriculum, order: ReadingOrder, known: Known) -> None:
        self.order, self._curriculum, self._known = order, curriculum, known
        self._keys: dict[str, set[str]] = {}
        #: For each page that was asked about, the units that it may list by what they are called.
        self._by_key: dict[str, dict[str, list[UnitPlace]]] = {}

    def find(self, page: Page, name: str) -> UnitPlace | None:
        """The one unit of that name that the page may list."""
        path = self._known.get((page.path, name))
        if path is not None:
            return self.order.places.get(path)
        called = self._called_on(page)
        for key in name_keys(name):
            places = called.get(key, ())
            if len(places) == 1:
                return places[0]
        return None

    def _called_on(self, page: Page) -> Mapping[str, Sequence[UnitPlace]]:
        if page.path not in self._by_key:
            called = self._by_key[page.path] = {}
            for place in self.listable_on(page):
                for key in self._keys_of(place.unit):
                    called.setdefault(key, []).append(place)
        return self._by_key[page.path]

    def _keys_of(self, unit: Unit) -> set[str]:
        if unit.path not in self._keys:
            home = self._curriculum.page(unit)
            title = home.outline.title if home else None
            titles = [title.text, without_number(title.text, unit.name.number)] if title else []
            texts = [unit.name.slug, *titles]
            self._keys[unit.path] = {key for each in texts for key in name_keys(each)}
        return self._keys[unit.path]

    def listable_on(self, page: Page) -> Sequence[UnitPlace]:
        """The units that the page may list, in order."""
        if page.kind is Kind.ROOT:
            return list(self.order.places.values())
        return self._listable.get(page.path, ())

    @cached_property
    def _listable(self) -> dict[str, list[UnitPlace]]:
        return _listable(self.order)

    def stems_on(self, page: Page) -> tuple[str, ...] | None:
        """What a plain line about a unit of the module's readme holds, ``None`` on other pages."""
        if page.kind is not Kind.MODULE:
            return None
        children = self.order.by_readme[page.path].module.children
        keys = {key for unit in children for key in self._keys_of(unit)}
        return tuple({max(key.split(), key=len)[:_STEM] for key in keys})

    def may_be_named_on(self, page: Page) -> bool:
        """Whether the page may list any unit by its name."""
        if page.kind is Kind.MODULE:
            return bool(self.order.by_readme[page.path].module.children)
        return page.kind in (Kind.ROOT, Kind.LEVEL)


def _listable(order: ReadingOrder) -> dict[str, list[UnitPlace]]:
    """The units that readmes of levels and modules may list, by the paths of these."""
    found: dict[str, list[UnitPlace]] = {}
    for place in order.places.values():
        owners = {place.level.readme, place.module.readme if place.unit is not place.module else ""}
        for readme in owners:
            if readme:
                found.setdefault(readme, []).append(place)
    return found


def may_list(page: Page, place: UnitPlace) -> bool:
    """Whether the page is about the unit: a level's readme is about its own."""
    if page.kind is Kind.ROOT or place.level.readme == page.path:
        return True
    return place.unit is not place.module and place.module.readme == page.path


class PageUnits:
    """Reads what the entries of one page are about, which ``may_name`` units without a link."""

    def __init__(self, curriculum: Curriculum, page: Page, named: NamedUnits) -> None:
        self.page, self._named = page, named
        targets = curriculum.targets.get(page.path, ())
        self._led_to = sorted(_led_to(page, targets, named.order), key=lambda each: each[0])
        self._starts = [start for start, _, _ in self._led_to]
        self.may_name = named.may_be_named_on(page)
        self._stems = named.stems_on(page) if self.may_name else ()
        self._links = sorted(link.span.start for link in page.document.links)

    def __bool__(self) -> bool:
        """Whether it has several links to units, or may list units by name."""
        return len(self._led_to) > 1 or self.may_name

    @property
    def linked(self) -> Iterator[UnitPlace]:
        """The units that it links to, anywhere."""
        return (place for _, place, _ in self._led_to)

    def leading(self, start: int, end: int) -> list[int]:
        """The offsets between two of links that lead to whole units."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [at for at, _, is_whole in self._led_to[first:last] if is_whole]

    @cached_property
    def may_list(self) -> bool:
        """Whether it may list units in any other form than that of sections: a quick look."""
        text = self.page.document.text
        return self.may_name or may_lead(text, self.leading(0, len(text)))

    def may_fill(self, span: Span, entries: int) -> bool:
        """Whether so many entries can be an index: half of them have to be about units."""
        return self.may_name or 2 * len(self.leading(*span)) >= entries

    def may_name_in(self, span: Span) -> bool:
        """Whether what stands there may name a unit, or links to one."""
        is_linked = first_in(span, self._starts) is not None
        return is_linked or self._may_mean(self.page.document.text[slice(*span)])

    def entry(
        self, span: Span, start: int, line: str, end: int, *, is_cell: bool = False
    ) -> IndexEntry:
        """What stands from ``start`` to ``end``, beginning with ``line``, as an entry."""
        first, last = (bisect_left(self._starts, at) for at in (start, end))
        link = first_in(Span(start, end), self._links)
        link = -1 if link is None else link
        linked = self._led_to[first:last]
        if not linked and not self._may_mean(line):
            return IndexEntry(span, start, line, link=link)
        name = entry_name(line, start)
        before = line[: linked[0][0] - start] if linked else ""
        leads = bool(linked) and linked[0][2] and (is_cell or is_leading(before))
        named = self._find(name)
        places = tuple(place for _, place, _ in linked)
        return IndexEntry(span, start, line, None, None, name, places, named, None, link, leads)

    def _may_mean(self, line: str) -> bool:
        """Whether what has no link can name a unit: a quick look before a close one."""
        if not self.may_name or self._stems is None or not line.isascii():
            return self.may_name
        plain = line.casefold()
        return any(stem in plain for stem in self._stems)

    def about(self, cell: Span) -> UnitPlace | None:
        """The unit that what stands in a cell is about."""
        text = self.page.document.text[slice(*cell)]
        return self.entry(cell, cell.start, text, cell.end, is_cell=True).place

    def linked_by(self, cell: Span) -> UnitPlace | None:
        """The unit that the first link in a cell leads to."""
        return next((place for at, place, whole in self._led_to if whole and cell.holds(at)), None)

    def _find(self, name: EntryName | None) -> UnitPlace | None:
        if name is None or not self.may_name:
            return None
        return self._named.find(self.page, name.text)


def _led_to(
    page: Page, targets: Sequence[Target], order: ReadingOrder
) -> Iterator[tuple[int, UnitPlace, bool]]:
    """The offsets of links to units, the units, and whether they lead to all of it."""
    defined: dict[str | None, tuple[UnitPlace, bool]] = {}
    for target in targets:
        place = order.place_at(target.path)
        if place is None:
            continue
        is_whole = place_of(order, target) is not None
        if target.link.kind is LinkKind.DEFINITION:
            defined.setdefault(target.link.label, (place, is_whole))
        else:
            yield target.link.span.start, place, is_whole
    for link in page.document.links if defined else ():
        if link.kind is LinkKind.REFERENCE and link.label in defined:
            yield link.span.start, *defined[link.label]
