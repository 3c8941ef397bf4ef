"""A unit goes to another level or module: ``move`` with ``--level`` or ``--of``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..edits.edit import Edit, Fix, Safety
from ..edits.moves import Moves
from ..listings.listing import parent_of
from ..listings.read import reader_of
from ..model.curriculum import Curriculum, Kind, Unit
from ..text.sentences import shortened
from .labels.unit_grammar import grammar_of
from .list_indents import mend_indents
from .lists.index_order import IndexOrder
from .lists.new_entry import NewEntries
from .order_steps import (
    children_of,
    give_names,
    keep_in_order,
    leave_neighbours,
    merged,
    neighbours_kept,
    unit_at,
)
from .proofs.proof import Meant
from .renumber import Renumbering
from .restructuring import Restructuring
from .transfer import descriptions, moves_of, new_place, parent_links
from .units.editions import Edition
from .units.new_numbers import transferred
from .units.new_order import next_number, with_room, without_gap
from .units.refusal import Refusal
from .units.siblings import siblings_of
from .words.unit_words import UnitWords

#: As much as is quoted of an entry.
_MOST_WORDS = 80


class _Way(NamedTuple):
    """Where a unit goes, in the language of an edition: from its ``path`` below ``parent``."""

    edition: Edition | None
    path: str
    parent: str


def transfer_unit(work: Restructuring, path: str, parent: str, to: str | None) -> None:
    """Bring the unit at ``path`` to the level or module ``parent``, to the place ``to`` there.

    Without one it comes behind the last. What follows where it was goes down by one. Its
    translations go along where the level or module is translated too.
    """
    unit = unit_at(work.curriculum, path)
    old = siblings_of(work.curriculum, unit)
    if old.parent.path == parent:
        raise Refusal(f"{path} is in {parent} already: write --to with its new place there.")
    work.leave_apart(path, parent)
    mend_indents(work, parent, old.parent.path)
    ways = _ways(work, path, parent)
    own, around = _units_of(work, ways), _around(work, [*ways, *_ways(work, path, old.parent.path)])
    for edition in (*work.beside(), *(way.edition for way in ways[1:])):
        leave_neighbours(work, edition, own)
    with neighbours_kept(work) as begin:
        _bring(work, path, parent, to)
        moved = unit_at(work.curriculum, work.moves.new(path))
        for each in _readmes_of(work, moved.path) if moved.kind is unit.kind else ():
            begin(each)
    work.mean(Meant(transferred=own, around=around | frozenset(map(work.moves.new, around))))
    back = "--level" if old.kind is Kind.MODULE else "--of"
    above, was = work.moves.new(old.parent.path), old.shown(old.number(unit))
    work.undo_by("move", moved.path, back, above, "--to", was)


def _ways(work: Restructuring, path: str, parent: str) -> list[_Way]:
    """The way of a unit, and those of its translations in folders of their own."""
    found = [_Way(None, path, parent)]
    for edition in work.apart():
        own = work.seen(edition)
        unit, around = (edition.like(own, work.curriculum, each) for each in (path, parent))
        if unit is not None and around is not None:
            found.append(_Way(edition, unit.path, around.path))
    return found


def _units_of(work: Restructuring, ways: Iterable[_Way]) -> frozenset[str]:
    """The paths of what goes: units, and the subsections in them."""
    units = [unit_at(work.seen(way.edition), way.path) for way in ways]
    return frozenset(path for unit in units for path in _paths_of(unit))


def _paths_of(unit: Unit) -> list[str]:
    return [unit.path, *(child.path for child in unit.children)]


def _around(work: Restructuring, ways: Iterable[_Way]) -> frozenset[str]:
    """The paths and readmes of what is around units."""
    found: set[str] = set()
    for way in ways:
        for edition in work.beside() if way.edition is None else [way.edition]:
            found |= {way.parent, unit_at(work.seen(edition), way.parent).readme or ""}
    return frozenset(found)


def _readmes_of(work: Restructuring, path: str) -> Iterator[str]:
    """The readmes of a unit in all languages."""
    for edition in (None, *work.editions):
        own = work.seen(edition)
        unit = edition.like(own, work.curriculum, path) if edition else unit_at(own, path)
        if unit is not None and unit.readme:
            yield unit.readme


def _bring(work: Restructuring, path: str, parent: str, to: str | None) -> None:
    """Make room for it, move it there, and close the gap that it leaves."""
    children = children_of(work.curriculum, parent)
    number = next_number(children) if to is None else children.read(to)
    old = siblings_of(work.curriculum, unit_at(work.curriculum, path)).parent.path
    give_names(work, with_room(work.curriculum.skeleton, children, number))
    gap = children_of(work.curriculum, work.moves.new(old))
    gone = gap.number(unit_at(work.curriculum, work.moves.new(path)))
    for way in _ways(work, work.moves.new(path), work.moves.new(parent)):
        _transfer(work, way, number)
    left = children_of(work.curriculum, work.moves.new(old))
    give_names(work, without_gap(work.curriculum.skeleton, left, gone))


def _transfer(work: Restructuring, way: _Way, number: int) -> None:
    """Move it where there is room; its entries, and links back, go with it."""
    editions = work.beside() if way.edition is None else [way.edition]
    transfers = [_Transfer(work, each, way, number) for each in editions]
    for each in transfers:
        each.take_entries_out()
    orders = [(each, IndexOrder(work.seen(each), work.holds(each))) for each in editions]
    moves = work.do(lambda _: [merged([each.fix() for each in transfers])])
    for each in transfers:
        each.lead_back(moves)
    for edition, order in orders:
        keep_in_order(work, order, moves, edition)


class _Transfer:
    """A unit goes ``way``, as an edition has it. Raises `Refusal`."""

    def __init__(
        self, work: Restructuring, edition: Edition | None, way: _Way, number: int
    ) -> None:
        self._work, self._edition, self._way = work, edition, way
        curriculum = work.seen(edition)
        unit, self._target = (unit_at(curriculum, each) for each in (way.path, way.parent))
        self._place = reader_of(curriculum).order.places[way.path]
        self._source = parent_of(self._place)
        siblings = children_of(curriculum, way.parent)
        self._new = new_place(curriculum, self._place, siblings, number)
        self._title, moves = _title(curriculum, unit), moves_of(curriculum, self._place, self._new)
        self._found = descriptions(curriculum, unit, self._target, moves, work.holds(edition))

    def take_entries_out(self) -> None:
        """Take its entries out of the indexes where it was."""
        edits = tuple(sorted(self._found.edits))
        self._work.make([Fix("Take the entries out", Safety.UNSAFE, edits)] if edits else [])

    def fix(self) -> Fix:
        """The unit at its new place. Raises ``CannotRewriteError``."""
        curriculum = self._work.seen(self._edition)
        place = reader_of(curriculum).order.places[self._way.path]
        holds = self._work.holds(self._edition)
        renumbering = Renumbering(curriculum, holds)
        units, _ = transferred(curriculum, place, self._new)
        words = UnitWords(curriculum, {path: each.new for path, each in units.items()}, holds)
        return self._work.follow_words(
            words, lambda more: renumbering.transfer_fix(place, self._new, "Transfer", more)
        )

    def lead_back(self, moves: Moves) -> None:
        """Let it lead back to what is around it now, and list it there."""
        curriculum = self._work.seen(self._edition)
        moved = unit_at(curriculum, moves.new(self._way.path))
        self._work.make(parent_links(curriculum, moved, self._source, self._target))
        curriculum = self._work.seen(self._edition)
        holds = self._work.holds(self._edition)
        entries = NewEntries(curriculum, moved, self._title, self._found.descriptions, holds)
        self._work.note(
            f"{path}:{line} lists no {moved.label}: add it" for path, line in entries.not_listed()
        )
        listing = list(entries.fixes())
        self._work.note(self._unsaid([edit for fix in listing for edit in fix.edits], moved))
        self._work.make(listing)

    def _unsaid(self, entries: Sequence[Edit], unit: Unit) -> Iterator[str]:
        """What the entries that were taken out said, and none of the new ones says."""
        written = "".join(edit.text for edit in entries)
        for each in self._found.descriptions:
            words = shortened(each.lost_in(written), _MOST_WORDS)
            if words:
                yield f"the entry that was in {each.path}:{each.line} said “{words}”"
        again = {edit.path for edit in entries}
        lost = [p for p in dict.fromkeys(e.path for e in self._found.edits) if p not in again]
        # What listed it where it was has no place for it, but what lists everything should have.
        if again or len(lost) > 1:
            lost = [path for path in lost if path != self._source.readme]
        for path in lost:
            yield f"the entry in {path} is taken out, and nothing there lists {unit.path}"


def _title(curriculum: Curriculum, unit: Unit) -> str:
    """The title of a unit without its label."""
    page = curriculum.page(unit)
    title = page.outline.title.text if page and page.outline.title else unit.name.slug
    grammar = grammar_of(curriculum)
    return (grammar.parts(title).name if grammar.read(title) else "") or title
