"""A new unit's entries in the indexes that people write, in the form of those beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...edits.edit import Edit, Fix, Safety
from ...listings.listing import IndexEntry, ListingForm, UnitEntry, UnitIndex, parent_of
from ...listings.page_units import place_of
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page, Unit
from ...model.overviews import overviews
from ...model.reading_order import UnitPlace
from ...parse.document import ListItem
from ..labels.index_labels import IndexLabels
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import agrees
from ..units.editions import Holds, everywhere
from .entry_line import Description, EntryLine, nth_of
from .entry_parts import headings_name_units
from .entry_text import is_numbered, number_width, own_number
from .grid_cells import with_cell
from .index_order import is_in_order, ranks_of
from .list_chains import Chain, chains_on
from .list_items import counts_on, item_text, marker_text, next_marker, with_marker

_WORD = re.compile(r"\w")
#: So many links to its siblings list units, in whatever form.
_LEAST_LINKS = 3
#: What may stand between two entries: blanks, rules, line breaks, and signs.
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_APART = {ListingForm.SECTION: "\n\n", ListingForm.BLOCK: "\n\n", ListingForm.INLINE: " "}


class NotListed(NamedTuple):
    """An index that should list the unit, but is written in a form that is not understood."""

    path: str
    line: int


class NewEntries:
    """Lists ``unit``, whose readme is there already, in the indexes around it.

    Those are indexes in its parent's readme and in overviews of its level. They hold most of its
    siblings, in their order. ``holds`` says which pages are in its language.
    """

    def __init__(
        self,
        curriculum: Curriculum,
        unit: Unit,
        title: str,
        described: Sequence[Description] = (),
        holds: Holds = everywhere,
    ) -> None:
        self._holds = holds
        self._reader = reader_of(curriculum)
        self._place = self._reader.order.places[unit.path]
        self._ranks = ranks_of(curriculum)
        self._line = EntryLine(curriculum, self._place, title, described)
        self._siblings = len(parent_of(self._place).children) - 1
        self._curriculum, self._grammar = curriculum, grammar_of(curriculum)

    def fixes(self) -> Iterator[Fix]:
        """One fix for each index whose form is understood."""
        for index in self._indexes():
            edits = self._edits(index)
            if edits:
                yield Fix(f"List {self._place.unit.label}", Safety.UNSAFE, edits)

    def not_listed(self) -> Iterator[NotListed]:
        """The other indexes, by the place of their first entry, and links in no form."""
        for index in self._indexes():
            if not self._edits(index):
                line = index.page.document.line(index.entries[0].start)
                yield NotListed(index.page.path, line)
        for page in self._pages():
            links = self._links_beside(page)
            if links and not any(map(self._is_of_siblings, self._reader.on(page))):
                yield NotListed(page.path, page.document.line(min(links.values())))

    def _links_beside(self, page: Page) -> dict[str, int]:
        """Where a page that links to most siblings of the unit, and not to itself, does so."""
        siblings = {each.path for each in parent_of(self._place).children}
        targets = self._curriculum.targets.get(page.path, ())
        found = {
            place.unit.path: target.link.span.start
            for target in reversed(targets)
            if (place := place_of(self._reader.order, target)) and place.unit.path in siblings
        }
        is_most = len(found) >= max(_LEAST_LINKS, self._siblings / 2)
        return found if is_most and self._place.unit.path not in found else {}

    def _is_of_siblings(self, index: UnitIndex) -> bool:
        return bool(self._beside(index))

    def _pages(self) -> Iterable[Page]:
        """The readme of its parent, the overviews of its level, and the lists of all modules."""
        level, known = self._place.level, self._curriculum.pages
        is_module = self._place.unit is self._place.module
        lists = self._curriculum.settings.order if is_module else ()
        pages = {path: known[path] for path in lists if path in known}
        pages |= {page.path: page for page, of in overviews(self._curriculum) if level in of}
        parent = self._curriculum.page(parent_of(self._place))
        pages |= {parent.path: parent} if parent else {}
        return [page for page in pages.values() if self._holds(page.path)]

    def _indexes(self) -> Iterator[UnitIndex]:
        for page in self._pages():
            chains = chains_on(self._reader, page)
            for index in self._reader.on(page):
                chain = next((each for each in chains if index in each.lists), None)
                is_around = any(each.stands_in(index) for each in chains)
                is_named = not is_around or headings_name_units(self._beside(index))
                if is_named and self._belongs_in(index, chain):
                    yield index

    def _belongs_in(self, index: UnitIndex, chain: Chain | None) -> bool:
        """Whether an index should list the unit, or of a chain of them the one of its place."""
        units = self._beside(index)
        listed = {place.unit.path for _, place in units}
        is_new = self._place.unit.path not in index.listed
        if chain is not None and listed and chain.in_order(self._ranks):
            is_new &= chain.list_for(self._place.unit.path, self._ranks) is index
            listed = set(chain.paths)
        is_most = 2 * len(listed) >= self._siblings
        if index.form is ListingForm.SECTION and not headings_name_units(units):
            labels = IndexLabels(self._grammar, index)
            is_other = any((label := labels.of(e)) and not agrees(label, e.place) for e in units)
            if len(index.units) == 1 or is_other:
                return False
        return bool(units) and is_new and is_most and is_in_order(units, self._ranks)

    def _beside(self, index: UnitIndex) -> tuple[UnitEntry, ...]:
        """The entries about siblings of the unit."""
        parent = parent_of(self._place).path
        return tuple(each for each in index.units if parent_of(each.place).path == parent)

    def _edits(self, index: UnitIndex) -> tuple[Edit, ...]:
        """The new entry, and the markers behind it; nothing where its form is not certain."""
        if index.holds_groups:
            return ()
        siblings = self._beside(index)
        before = [each for each in siblings if self._is_before(each.place)]
        model = before[-1] if before else siblings[0]
        anchor = self._anchor(index) if before else siblings[0].entry
        between = between_entries(index)
        text = self._line.entry(index, model, nth_of(self._reader, index))
        if text is not None and index.form is ListingForm.CELL:
            return with_cell(index, text, index.entries.index(anchor) + 1 if before else 0)
        if text is None or between is None:
            return ()
        text = marker_of_new(index, model.entry, self._place, is_behind=bool(before)) + text
        at, path = anchor.span.end if before else anchor.span.start, index.page.path
        insertion = Edit(path, at, at, between + text if before else text + between)
        return with_later(index, insertion, anchor, is_behind=bool(before))

    def _is_before(self, place: UnitPlace) -> bool:
        return self._ranks[place.unit.path] < self._ranks[self._place.unit.path]

    def _anchor(self, index: UnitIndex) -> IndexEntry:
        """The entry behind which the new one goes: the last that is read before it."""
        units = index.units if is_in_order(index.units, self._ranks) else self._beside(index)
        return [entry for entry, place in units if self._is_before(place)][-1]


def marker_of_new(index: UnitIndex, model: IndexEntry, place: UnitPlace, *, is_behind: bool) -> str:
    """The marker of a new entry beside ``model``, where it has one in front."""
    if model.marker is None or index.form is ListingForm.ROW:
        return ""
    marker = index.page.document.text[slice(*model.marker)]
    if is_numbered(index):
        return own_number(index.form, marker, place, number_width(index))
    if index.around is not None and counts_on(index.around) and is_behind:
        return next_marker(marker)
    return marker


def between_entries(index: UnitIndex) -> str | None:
    """What stands between two entries, if there are no words in it."""
    text, entries = index.page.document.text, index.entries
    if len(entries) > 1:
        between = text[entries[0].span.end : entries[1].span.start]
        return None if _WORD.search(_BREAK.sub("", between)) else between
    start = entries[0].span.start
    indent = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    return _APART.get(index.form, "\n" + indent) if not indent.strip() else None


def with_later(
    index: UnitIndex, insertion: Edit, anchor: IndexEntry, *, is_behind: bool
) -> tuple[Edit, ...]:
    """The insertion, and one more for the numbers of the items behind it, if they count."""
    around = index.around
    # Where the markers are the numbers of units, they have made room already.
    if around is None or is_numbered(index) or not counts_on(around):
        return (insertion,)
    later = [item for item in around.items if item.marker.start > anchor.span.start]
    if not is_behind:
        later = [item for item in around.items if item.marker.start >= anchor.span.start]
    return _counted_on(index, insertion, later)


def _counted_on(index: UnitIndex, insertion: Edit, later: Iterable[ListItem]) -> tuple[Edit, ...]:
    document = index.page.document
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
