"""A file of navigation, written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from ...edits.compose import apply_edits
from ...edits.edit import Edit
from ...edits.line_ends import line_end_of
from ...listings.listing import parent_of
from ...model.unit_order import letters_of
from ...text.source import Span
from ..lists.index_order import Rank
from ..paths.path_search import PathMention
from .menu_chain import Listed, chains_in
from .menu_items import MenuItem, MenuList, every_list
from .menu_parts import MenuPart, in_order, is_in_lines, with_new, without
from .menu_units import MenuTitles, MenuUnit, names_readme
from .menu_words import KEY, PATH_KEY, TITLE, quoted, stripped
from .new_item import NewItem

_DIGITS = re.compile(r"\d+")
#: What stands behind the last item of a list on its line: a comma, a comment.
_LAST = re.compile(r"(?:[ \t]*,)?(?P<comment>[ \t]*(?:#|//)[^\r\n]*)?")


class Known(Protocol):
    """What is known of units; ``told`` and ``rewritten`` take what becomes of a file."""

    titles: MenuTitles
    told: list[str]
    rewritten: set[tuple[str, int]]

    @property
    def moved(self) -> MenuUnit | None:
        """The unit that comes to another place, past others."""

    @property
    def begun(self) -> Sequence[MenuUnit]:
        """The units that are new."""

    def unit(self, path: str) -> MenuUnit:
        """The unit that is at ``path`` before."""

    def name_edit(self, path: str, named: PathMention, text: str) -> Edit | None:
        """The edit that writes the new name of a folder or file."""


class MenuText:
    """One file of navigation; one that ``is_order`` may list a single unit."""

    def __init__(
        self,
        navigation: Known,
        path: str,
        text: str,
        lists: list[MenuList],
        named: Sequence[PathMention],
        *,
        is_order: bool = False,
    ) -> None:
        self._navigation, self._path, self._text, self._lists = navigation, path, text, lists
        self._named = [each for each in named if is_order or self._is_listed(each, named)]
        self._edits: list[Edit] = []
        self._chains = chains_in(lists, self._unit)
        carried = (each.carried(navigation.moved) for each in self._chains.values())
        self._carried = next((each for each in carried if each is not None), None)

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
            unit = next(iter(units.values()))
            return None if self._is_part(item, unit) else unit
        return self._navigation.unit(modules.pop()) if len(modules) == 1 else None

    def _is_part(self, item: MenuItem, unit: MenuUnit) -> bool:
        """Whether an item is a part of several lessons by its title, which has only one now."""
        written = [self._text[slice(*span)] for span in self._titles(item)]
        titles = list(filter(None, map(letters_of, written)))
        if len(item.inner) != 1 or len(item.inner[0].items) != 1 or not titles:
            return False
        number = str(unit.old.module.name.number) if unit.old else ""
        if any(number == each.lstrip("0") for title in written for each in _DIGITS.findall(title)):
            return False
        names = [letters_of(each) for each in (unit.titles[0], self._basename(unit))]
        return not any(one in other or other in one for one in titles for other in names if other)

    @staticmethod
    def _basename(unit: MenuUnit) -> str:
        return unit.old.unit.basename if unit.old else ""

    def _plain(self, start: int, end: int) -> str:
        """A part of the text with the edits in it."""
        own = [e for e in self._edits if start <= e.start and e.end <= end and e.start < end]
        moved = [e._replace(start=e.start - start, end=e.end - start) for e in own]
        return apply_edits(self._text[start:end], moved)

    def _rendered(self, start: int, end: int, lists: Sequence[MenuList]) -> str:
        parts, at = [], start
        for each in filter(lambda one: one.items, lists):
            parts += [self._plain(at, each.items[0].mark), self._list(each)]
            at = self._end(each)
        return "".join([*parts, self._plain(at, end)])

    def _end(self, each: MenuList) -> int:
        """Where a list ends, with a comment behind its last item."""
        at = self._item_end(each.items[-1])
        match = _LAST.match(self._text, at)
        return match.end() if match else at

    def _item_end(self, item: MenuItem) -> int:
        """Where an item ends, with a comment behind the last one in it."""
        return max([item.end, *(self._end(each) for each in item.inner if each.items)])

    def _list(self, each: MenuList) -> str:
        parts = self._parts(each)
        old = [part.unit.ranks[0] for part in parts if part.unit and part.unit.old]
        chains = [chain for chain in self._chains.values() if chain.holds(each)]
        if (_is_rising(old) or any(c.is_rising for c in chains)) and is_in_lines(parts):
            gone = [part.unit is not None and part.unit.new is None for part in parts]
            moved = self._navigation.moved
            if all(gone):
                line = self._text.count("\n", 0, each.items[0].start) + 1
                self._navigation.told.append(f"{self._path}:{line} lists nothing else: remove it")
                return "".join(part.text for part in parts)
            parts = without(parts, gone)
            parts = self._with_carried(each, in_order(parts, moved))
            for unit in self._navigation.begun:
                parts = self._with_new(each, parts, unit)
        return "".join(part.text for part in parts)

    def _parts(self, each: MenuList) -> list[MenuPart]:
        parts, notes, indent = [], "", ""
        for at, item in enumerate(each.items):
            end = each.items[at + 1].mark if at + 1 < len(each.items) else self._end(each)
            lead = indent + self._plain(item.mark, item.start)
            body = self._rendered(item.start, self._item_end(item), item.inner)
            part = MenuPart(lead, body, self._unit(item), self._short(item), notes=notes)
            part, notes, indent = part.behind(self._plain(self._item_end(item), end))
            parts.append(part)
        return parts

    def _with_carried(self, each: MenuList, parts: list[MenuPart]) -> list[MenuPart]:
        """The items without the one that goes to another list, or with one that comes."""
        carried = self._carried
        if carried and carried.source.around is each:
            return without(parts, [part.unit == carried.source.unit for part in parts])
        at = _position(parts, carried.model.unit) if carried else None
        if carried is None or carried.model.around is not each or at is None:
            return parts
        source, item = carried.source, carried.source.item
        body = self._rendered(item.start, self._item_end(item), item.inner)
        shift = self._column(carried.model.item) - self._column(item)
        new = MenuPart(parts[at].lead, _shifted(body, shift), source.unit)
        placed = self._placed(each, parts, new)
        if "\n" in placed.rest:
            comment = _LAST.match(self._text, self._item_end(item))
            placed = placed._replace(trail=comment["comment"] or "" if comment else "")
        return with_new(parts, placed, at + carried.is_behind)

    def _column(self, item: MenuItem) -> int:
        """How far an item is indented, if it begins its line."""
        start = self._text.rfind("\n", 0, item.mark) + 1
        return item.start - start if not self._text[start : item.mark].strip() else 0

    def _placed(self, each: MenuList, parts: Sequence[MenuPart], new: MenuPart) -> MenuPart:
        """A new item with what stands behind one of its list that is not the last."""
        if len(parts) > 1:
            return new._replace(comma=parts[0].comma, rest=parts[0].rest)
        if new.lead.strip() == "-":
            return new._replace(rest=line_end_of(self._text))
        start = each.items[0].start
        before = self._text[self._text.rfind("[", 0, start) + 1 : start]
        return new._replace(comma=",", rest=before if before and not before.strip() else " ")

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

    def _with_new(self, each: MenuList, parts: list[MenuPart], unit: MenuUnit) -> list[MenuPart]:
        """The items with one for a new unit, where the list is the one that it belongs to."""
        found = self._place_of_new(each, unit)
        at = _position(parts, found[0].unit) if found else None
        if found is None or at is None:
            return parts
        body = self._new_body(parts[at], unit)
        if body is None:
            line = self._text.count("\n", 0, each.items[0].start) + 1
            label = unit.new.unit.label if unit.new else ""
            self._navigation.told.append(f"{self._path}:{line} lists no {label}: add it")
            return parts
        new = self._placed(each, parts, MenuPart(parts[at].lead, body, unit))
        return with_new(parts, new, at + found[1])

    def _new_body(self, model: MenuPart, unit: MenuUnit) -> str | None:
        """An item as ``model`` is written, if it says nothing but a title and a path."""
        if model.unit is None:
            return None
        return NewItem(self._navigation.titles, model.unit, unit).written(model.short or model.body)

    def _place_of_new(self, each: MenuList, unit: MenuUnit) -> tuple[Listed, bool] | None:
        """Beside which item of a list a new unit belongs, where most of its siblings are listed."""
        parent = parent_of(unit.new) if unit.new else None
        chain = self._chains.get(parent.path) if parent else None
        if parent is None or chain is None or unit in chain.units:
            return None
        listed, siblings = len({id(u) for u in chain.units if u.new}), len(parent.children) - 1
        found = chain.beside(unit)
        is_most = listed >= min(2, siblings) and 2 * listed >= siblings
        return found if found and found[0].around is each and is_most else None


def _position(parts: Sequence[MenuPart], unit: MenuUnit) -> int | None:
    """Where the items are about a unit, the last time."""
    return next((at for at, part in reversed(list(enumerate(parts))) if part.unit == unit), None)


def _shifted(body: str, by: int) -> str:
    """An item of several lines that is indented otherwise."""
    first, *lines = body.splitlines(keepends=True) or [""]
    moved = [" " * by + line if by > 0 else _dedented(line, -by) for line in lines]
    return "".join([first, *moved])


def _dedented(line: str, by: int) -> str:
    return line[min(by, len(line) - len(line.lstrip(" "))) :]


def _is_rising(ranks: Sequence[Rank | None]) -> bool:
    """Whether several units follow each other in order."""
    found = [rank for rank in ranks if rank is not None]
    return len(set(found)) > 1 and found == sorted(found)
