"""A new unit's entries in the lists that people write, made as those beside it are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..edits.edit import Edit, Fix, Safety
from ..links.rewrite import with_path
from ..model.curriculum import Curriculum, Unit
from ..model.reading_order import ReadingOrder, UnitPlace
from ..parse.document import Link, ListItem
from .entry_labels import text_start
from .list_items import counts_on, item_text, marker_text, next_marker, with_marker, with_number
from .list_order import ListedUnit, UnitList, unit_lists
from .unit_labels import LabelGrammar, agrees, labelled_like, right_label

_LINE_END = re.compile(r"[\r\n]|\Z")
_WORD = re.compile(r"\w")
_BRACKET = re.compile(r"[\[\]]")


def entry_fixes(curriculum: Curriculum, unit: Unit, title: str) -> Iterator[Fix]:
    """The fixes that list ``unit``, whose readme is there already, in indexes by hand.

    Those are lists in the readmes around it that hold most of its siblings, in their order.
    """
    order = ReadingOrder(curriculum)
    place = order.places[unit.path]
    entries = _Entries(curriculum, place, title)
    for each in unit_lists(curriculum, order):
        if entries.belong_in(each):
            edits = entries.edits(each)
            if edits:
                yield Fix(f"List {unit.label}", Safety.UNSAFE, edits)


class _Entries:
    def __init__(self, curriculum: Curriculum, place: UnitPlace, title: str) -> None:
        self.curriculum, self.place, self.title = curriculum, place, title
        self.parent = place.level if place.unit is place.module else place.module
        self.grammar = LabelGrammar(curriculum.skeleton)

    def belong_in(self, each: UnitList) -> bool:
        """Whether the list is an index that misses the unit."""
        root = self.curriculum.skeleton.root_readme
        pages = {root, self.place.level.readme, self.parent.readme}
        if each.parent != self.parent.path or each.page.path not in pages or not each.is_in_order:
            return False
        listed = {unit.place.unit.path for unit in each.units}
        others = len(self.parent.children) - 1
        is_index = 2 * len(listed) >= max(others, len(each.around.items))
        return is_index and self.place.unit.path not in listed

    def edits(self, each: UnitList) -> tuple[Edit, ...]:
        """The new item, and the markers behind it; nothing where its form is not certain."""
        document, path = each.page.document, each.page.path
        before = [unit for unit in each.units if unit.place.key < self.place.key]
        model = before[-1] if before else each.units[0]
        line = self._line(each, model)
        between = _between(each)
        if line is None or between is None:
            return ()
        item, marker = model.item, marker_text(document, model.item)
        # Where the markers are the numbers of units, they have made room already.
        counts = counts_on(each.around) and not each.is_numbered
        if each.is_numbered:
            marker = with_number(marker, self.place.key[0])
        elif counts and before:
            marker = next_marker(marker)
        start = item.marker.start + (len(item_text(document, item)) if before else 0)
        new = between + marker + line if before else marker + line + between
        later = each.around.items[each.around.items.index(item) + bool(before) :]
        return _with_later(each, Edit(path, start, start, new), later if counts else ())

    def _line(self, each: UnitList, model: ListedUnit) -> str | None:
        """What stands behind the marker."""
        text, link = each.page.document.text, _link_at(each, model.link_start)
        if link is None or text_start(link) < 0:
            return None
        lead = text[model.item.marker.end : model.link_start]
        blanks = lead[: len(lead) - len(lead.lstrip())]
        label = self.grammar.read(lead.strip())
        lead = lead[len(blanks) :]
        if label is not None and agrees(label, model.place):
            end = label.start + len(label.text)
            lead = lead[: label.start] + right_label(label, self.place) + lead[end:]
        title = _BRACKET.sub(r"\\\g<0>", self.title)
        name = labelled_like(link.text, self.grammar, model.place, self.place, title)
        destination = self._destination(each, model, link)
        return f"{blanks}{lead}[{name}]({destination}){_tail(each)}"

    def _destination(self, each: UnitList, model: ListedUnit, link: Link) -> str:
        target = next(
            target
            for target in self.curriculum.targets[each.page.path]
            if target.link.span == link.span
        )
        unit = self.place.unit
        is_readme = target.path == model.place.unit.readme
        path = (unit.readme or unit.path) if is_readme else unit.path
        return with_path(link, each.page.path, path, target.path, folder=not is_readme)


def _between(each: UnitList) -> str | None:
    """What stands between two items: a line ending, perhaps a blank line, and the indentation."""
    document = each.page.document
    items, text = each.around.items, document.text
    if len(items) > 1:
        end = items[0].marker.start + len(item_text(document, items[0]))
        between = text[end : items[1].marker.start]
        return between if not between.strip() else None
    start = items[0].marker.start
    indent = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    return "\n" + indent if not indent.strip() else None


def _tail(each: UnitList) -> str:
    """What follows the links of all units alike, such as “(optional)”, or marks of emphasis."""
    text = each.page.document.text
    tails = set()
    for unit in each.units:
        link = _link_at(each, unit.link_start)
        end = link.span.end if link else unit.link_start
        match = _LINE_END.search(text, end)
        tails.add(text[end : match.start() if match else end].rstrip())
    tail = tails.pop() if len(tails) == 1 else ""
    return tail if len(each.units) > 1 or not _WORD.search(tail) else ""


def _link_at(each: UnitList, start: int) -> Link | None:
    links = each.page.document.links
    return next((link for link in links if link.span.start == start), None)


def _with_later(each: UnitList, insertion: Edit, later: Iterable[ListItem]) -> tuple[Edit, ...]:
    """The insertion, and one more for the numbers of the items behind it."""
    document = each.page.document
    edits = [insertion]
    for item in later:
        old, marker = item_text(document, item), marker_text(document, item)
        text = with_marker(old, marker, next_marker(marker))
        if text is None:
            return ()
        edit = Edit(insertion.path, item.marker.start, item.marker.start + len(old), text)
        if edit.start == insertion.start:
            edits[0] = edit._replace(text=insertion.text + text)
        else:
            edits.append(edit)
    return tuple(edits)
