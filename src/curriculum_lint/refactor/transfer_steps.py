"""A unit goes to another level or module: ``move`` with ``--level`` or ``--of``."""

from __future__ import annotations

from typing import NamedTuple

from ..edits.edit import Fix, Safety
from ..edits.moves import Moves
from ..listings.listing import parent_of
from ..listings.read import reader_of
from ..model.curriculum import Curriculum, Kind, Unit
from ..model.reading_order import UnitPlace
from ..text.sentences import shortened
from .editions import Edition
from .index_order import IndexOrder
from .new_entry import NewEntries
from .new_numbers import transferred
from .new_order import next_number, with_room, without_gap
from .order_steps import (
    children_of,
    give_names,
    keep_in_order,
    leave_neighbours,
    merged,
    neighbours_kept,
    unit_at,
)
from .proof import Meant
from .refusal import Refusal
from .renumber import Renumbering
from .restructuring import Restructuring
from .siblings import siblings_of
from .transfer import Described, descriptions, new_place, parent_links
from .unit_labels import LabelGrammar

#: As much as is quoted of an entry.
_MOST_WORDS = 80


def transfer_unit(work: Restructuring, path: str, parent: str, to: str | None) -> None:
    """Bring the unit at ``path`` to the level or module ``parent``, to the place ``to`` there.

    Without one it comes behind the last. What follows where it was goes down by one.
    """
    unit = unit_at(work.curriculum, path)
    old = siblings_of(work.curriculum, unit)
    if old.parent.path == parent:
        raise Refusal(f"{path} is in {parent} already: write --to with its new place there.")
    work.leave_apart(path)
    around = {old.parent.path, parent}
    seen = [work.seen(edition) for edition in work.beside()]
    around |= {unit_at(each, place).readme or "" for each in seen for place in tuple(around)}
    own = frozenset({path, *(child.path for child in unit.children)})
    for edition in work.beside():
        leave_neighbours(work, edition, own)
    with neighbours_kept(work) as neighbours:
        _bring(work, path, parent, to)
        moved = unit_at(work.curriculum, work.moves.new(path))
        if moved.kind is unit.kind and moved.readme:
            neighbours.begin(moved.readme)
    around |= set(map(work.moves.new, around))
    work.mean(Meant(transferred=own, around=frozenset(around)))
    back = "--level" if old.kind is Kind.MODULE else "--of"
    above, was = work.moves.new(old.parent.path), old.shown(old.number(unit))
    work.undo_by("move", moved.path, back, above, "--to", was)


def _bring(work: Restructuring, path: str, parent: str, to: str | None) -> None:
    """Make room for it, move it there, and close the gap that it leaves."""
    children = children_of(work, parent)
    number = next_number(children) if to is None else children.read(to)
    old = siblings_of(work.curriculum, unit_at(work.curriculum, path)).parent.path
    give_names(work, with_room(work.curriculum.skeleton, children, number))
    gap = children_of(work, work.moves.new(old))
    gone = gap.number(unit_at(work.curriculum, work.moves.new(path)))
    _transfer(work, path, parent, number)
    left = children_of(work, work.moves.new(old))
    give_names(work, without_gap(work.curriculum.skeleton, left, gone))


def _transfer(work: Restructuring, path: str, parent: str, number: int) -> None:
    """Move it where there is room; its entries, and links back, go with it."""
    path, parent = work.moves.new(path), work.moves.new(parent)
    place = reader_of(work.curriculum).order.places[path]
    new = new_place(work.curriculum, place, children_of(work, parent), number)
    leads = Moves(transferred(work.curriculum, place, new)[1])
    sides = [_side(work, edition, path, parent, leads) for edition in work.beside()]
    edits = tuple(sorted({edit for side in sides for edit in side.found.edits}))
    work.make([Fix("Take the entries out", Safety.UNSAFE, edits)] if edits else [])
    orders = [IndexOrder(work.seen(side.edition), work.holds(side.edition)) for side in sides]
    moves = work.do(lambda _: [_renumbered(work, path, new)])
    for side, order in zip(sides, orders, strict=True):
        seen = work.seen(side.edition)
        moved = unit_at(seen, moves.new(path))
        work.make(parent_links(seen, moved, side.source, side.target))
        _list(work, side, moved)
        keep_in_order(work, order, moves, side.edition)


class _Side(NamedTuple):
    """A transfer in the curriculum, or in a translation in the same folders: as it was."""

    edition: Edition | None
    source: Unit
    target: Unit
    title: str
    found: Described


def _side(
    work: Restructuring, edition: Edition | None, path: str, parent: str, moves: Moves
) -> _Side:
    curriculum, holds = work.seen(edition), work.holds(edition)
    unit, target = unit_at(curriculum, path), unit_at(curriculum, parent)
    found = descriptions(curriculum, unit, target, moves, holds)
    source = parent_of(reader_of(curriculum).order.places[path])
    return _Side(edition, source, target, _title(curriculum, unit), found)


def _title(curriculum: Curriculum, unit: Unit) -> str:
    """The title of a unit without its label."""
    page = curriculum.page(unit)
    title = page.outline.title.text if page and page.outline.title else unit.name.slug
    grammar = LabelGrammar(curriculum.skeleton)
    return (grammar.parts(title).name if grammar.read(title) else "") or title


def _list(work: Restructuring, side: _Side, unit: Unit) -> None:
    """Write the entries where the unit is now, and tell what none of them says."""
    holds, found = work.holds(side.edition), side.found
    entries = NewEntries(work.seen(side.edition), unit, side.title, found.descriptions)
    places = (each for each in entries.not_listed() if holds(each.path))
    work.note(f"{path}:{line} lists no {unit.label}: add it" for path, line in places)
    listing = [fix for fix in entries.fixes() if all(holds(edit.path) for edit in fix.edits)]
    written = "".join(edit.text for fix in listing for edit in fix.edits)
    for each in found.descriptions:
        words = shortened(each.lost_in(written), _MOST_WORDS)
        if words:
            work.note((f"the entry that was in {each.path}:{each.line} said “{words}”",))
    changed = {edit.path for fix in listing for edit in fix.edits}
    for path in dict.fromkeys(edit.path for edit in found.edits if edit.path not in changed):
        work.note((f"the entry in {path} is taken out, and nothing there lists {unit.path}",))
    work.make(listing)


def _renumbered(work: Restructuring, path: str, new: UnitPlace) -> Fix:
    """The unit at its new place, in the curriculum and in its translations in the same folders."""
    fixes = []
    for edition in work.beside():
        curriculum = work.seen(edition)
        place = reader_of(curriculum).order.places[path]
        renumbering = Renumbering(curriculum, work.holds(edition))
        fixes.append(renumbering.transfer_fix(place, new, "Transfer"))
    return merged(fixes)
