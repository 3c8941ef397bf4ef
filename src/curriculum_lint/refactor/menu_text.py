"""A file of navigation, written anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from ..edits.compose import apply_edits
from ..edits.edit import Edit
from ..edits.line_ends import line_end_of
from ..listings.listing import parent_of
from ..text.source import Span
from .index_order import Rank
from .menu_items import MenuItem, MenuList, every_list
from .menu_units import MenuTitles, MenuUnit, names_readme
from .menu_words import KEY, PATH_KEY, TITLE, quoted, stripped
from .new_item import NewItem
from .path_search import PathMention


class Known(Protocol):
    """What is known of units; ``told`` and ``rewritten`` take what becomes of a file."""

    titles: MenuTitles
    told: list[str]
    rewritten: set[tuple[str, int]]

    @property
    def begun(self) -> Sequence[MenuUnit]:
        """The units that are new."""

    def unit(self, path: str) -> MenuUnit:
        """The unit that is at ``path`` before."""

    def name_edit(self, path: str, named: PathMention, text: str) -> Edit | None:
        """The edit that writes the new name of a folder or file."""


class _Part(NamedTuple):
    """An item as it is written: what stands before and behind it, and its unit.

    ``short`` is the item with only that for the readme of its unit in it, where others are too.
    """

    lead: str
    body: str
    between: str
    unit: MenuUnit | None
    short: str = ""


class MenuText:
    """One file of navigation."""

    def __init__(
        self,
        navigation: Known,
        path: str,
        text: str,
        lists: list[MenuList],
        named: Sequence[PathMention],
    ) -> None:
        self._navigation, self._path, self._text, self._lists = navigation, path, text, lists
        self._named = [each for each in named if self._is_listed(each, named)]
        self._edits: list[Edit] = []

    def _is_listed(self, named: PathMention, every: Sequence[PathMention]) -> bool:
        """Whether it stands in a list of several units."""
        for each in every_list(self._lists):
            items = each.items
            if items and items[0].start <= named.name.start < items[-1].end:
                paths = {o.path for o in every if items[0].start <= o.name.start < items[-1].end}
                if len(paths) > 1:
                    return True
        return False

    def written(self, known: Sequence[Edit]) -> str:
        """The file as it is afterwards; ``known`` are edits that are made in any case."""
        own = (self._navigation.name_edit(self._path, each, self._text) for each in self._named)
        names = [each for each in own if each is not None]
        self._navigation.rewritten |= {(self._path, each.start) for each in names}
        every = {*known, *names, *self._title_edits()}
        self._edits = sorted(every, key=lambda each: each.start)
        return self._rendered(0, len(self._text), self._lists)

    def _title_edits(self) -> Iterator[Edit]:
        for each in every_list(self._lists):
            for item in each.items:
                unit = self._unit(item)
                for span in self._titles(item) if unit else ():
                    old = self._text[slice(*span)]
                    new = self._navigation.titles.retitled(old, unit) if unit else old
                    if new != old:
                        yield Edit(self._path, *span, quoted(new, self._text, span))

    def _titles(self, item: MenuItem) -> Iterator[Span]:
        """Where an item says what it is called, outside of lists in it."""
        first = min((i.mark for each in item.inner for i in each.items), default=item.end)
        key = KEY.match(self._text, item.start, first)
        if key is not None and not PATH_KEY.match(self._text, item.start, first):
            yield Span(*key.span(key.lastgroup or 0))
        for match in TITLE.finditer(self._text, item.start, first):
            yield stripped(self._text, Span(*match.span("value")))

    def _unit(self, item: MenuItem) -> MenuUnit | None:
        """The unit that everything in an item belongs to."""
        words: dict[Span, str] = {}
        for each in self._named:
            if item.start <= each.name.start < item.end:
                words[each.word] = max(words.get(each.word, ""), each.path, key=len)
        units = {path: self._navigation.unit(path) for path in words.values()}
        modules = {u.old.module.path for u in units.values() if u.old}
        if len(units) == 1:
            return next(iter(units.values()))
        return self._navigation.unit(modules.pop()) if len(modules) == 1 else None

    def _plain(self, start: int, end: int) -> str:
        """A part of the text with the edits in it."""
        own = [e for e in self._edits if start <= e.start and e.end <= end and e.start < end]
        moved = [e._replace(start=e.start - start, end=e.end - start) for e in own]
        return apply_edits(self._text[start:end], moved)

    def _rendered(self, start: int, end: int, lists: Sequence[MenuList]) -> str:
        parts, at = [], start
        for each in filter(lambda one: one.items, lists):
            parts += [self._plain(at, each.items[0].mark), self._list(each)]
            at = each.items[-1].end
        return "".join([*parts, self._plain(at, end)])

    def _list(self, each: MenuList) -> str:
        parts = [self._part(each, at) for at in range(len(each.items))]
        if _is_rising([part.unit.ranks[0] for part in parts if part.unit and part.unit.old]):
            parts = _without_removed(parts)
            parts = _in_order(parts)
            for unit in self._navigation.begun:
                parts = self._with_new(each, parts, unit)
        return "".join(part.lead + part.body + part.between for part in parts)

    def _part(self, each: MenuList, at: int) -> _Part:
        item = each.items[at]
        end = each.items[at + 1].mark if at + 1 < len(each.items) else item.end
        return _Part(
            self._plain(item.mark, item.start),
            self._rendered(item.start, item.end, item.inner),
            self._plain(item.end, end),
            self._unit(item),
            self._short(item),
        )

    def _short(self, item: MenuItem) -> str:
        """An item with a list in it, of which only what leads to the readme of the unit is left."""
        unit = self._unit(item)
        place = unit.new if unit else None
        inner = item.inner[0].items if item.inner else []
        for each in inner if place and len(item.inner) == 1 else ():
            body = self._rendered(each.start, each.end, each.inner)
            if place and not each.inner and names_readme(body, place.unit):
                head = self._plain(item.start, inner[0].mark)
                tail = self._plain(inner[-1].end, item.end)
                return head + self._plain(each.mark, each.start) + body + tail
        return ""

    def _with_new(self, each: MenuList, parts: list[_Part], unit: MenuUnit) -> list[_Part]:
        """The items with one for a new unit, where most of those beside it are."""
        at = _place_of_new(parts, unit)
        if at is None:
            return parts
        model = parts[at - 1] if at and parts[at - 1].unit else parts[at]
        body = self._new_body(model, unit)
        if body is None:
            line = self._text.count("\n", 0, each.items[0].start) + 1
            label = unit.new.unit.label if unit.new else ""
            self._navigation.told.append(f"{self._path}:{line} lists no {label}: add it")
            return parts
        between = parts[0].between if len(parts) > 1 else line_end_of(self._text)
        between = line_end_of(self._text) if model.lead.strip() == "-" else between
        new = _Part(model.lead, body, "", unit)
        if at == len(parts):
            return [*parts[:-1], parts[-1]._replace(between=between), new]
        return [*parts[:at], new._replace(between=between), *parts[at:]]

    def _new_body(self, model: _Part, unit: MenuUnit) -> str | None:
        """An item as ``model`` is written, if it says nothing but a title and a path."""
        if model.unit is None:
            return None
        return NewItem(self._navigation.titles, model.unit, unit).written(model.short or model.body)


def _place_of_new(parts: Sequence[_Part], unit: MenuUnit) -> int | None:
    """Where a new unit belongs among items that list most of those beside it."""
    if unit.new is None or any(part.unit == unit for part in parts):
        return None
    parent, rank = parent_of(unit.new), unit.ranks[1]
    listed = {
        part.unit.new.unit.path
        for part in parts
        if part.unit and part.unit.new and parent_of(part.unit.new).path == parent.path
    }
    if rank is None or len(listed) < 2 or 2 * len(listed) < len(parent.children) - 1:
        return None
    ranks = [part.unit.ranks[1] if part.unit else None for part in parts]
    before = [at for at, each in enumerate(ranks) if each is not None and each < rank]
    later = [at for at, each in enumerate(ranks) if each is not None and each > rank]
    return before[-1] + 1 if before else later[0]


def _without_removed(parts: list[_Part]) -> list[_Part]:
    """The items without those of units that are there no more."""
    kept = [part for part in parts if part.unit is None or part.unit.new is not None]
    if kept and kept[-1] is not parts[-1]:
        kept[-1] = kept[-1]._replace(between=parts[-1].between)
    return kept or parts


def _in_order(parts: list[_Part]) -> list[_Part]:
    """The items of units in the order of these, in the places that they have among others."""
    places = [at for at, part in enumerate(parts) if part.unit and part.unit.ranks[1]]
    ordered = sorted((parts[at] for at in places), key=_rank_of)
    for at, part in zip(places, ordered, strict=True):
        parts[at] = parts[at]._replace(body=part.body, unit=part.unit)
    return parts


def _rank_of(part: _Part) -> Rank:
    rank = part.unit.ranks[1] if part.unit else None
    return rank or (0, 0, 0, "")


def _is_rising(ranks: Sequence[Rank | None]) -> bool:
    """Whether several units follow each other in order."""
    found = [rank for rank in ranks if rank is not None]
    return len(set(found)) > 1 and found == sorted(found)
