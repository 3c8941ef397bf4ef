"""A unit goes to another level or module: ``move`` with ``--level`` or ``--of``."""

from __future__ import annotations

from ..edits.edit import Fix, Safety
from ..edits.moves import Moves
from ..listings.listing import parent_of
from ..listings.read import reader_of
from ..model.curriculum import Curriculum, Kind, Unit
from ..model.reading_order import UnitPlace
from ..text.sentences import shortened
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
    around |= {unit_at(work.curriculum, each).readme or "" for each in around}
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
    curriculum = work.curriculum
    unit, target = unit_at(curriculum, path), unit_at(curriculum, parent)
    place = reader_of(curriculum).order.places[path]
    source = parent_of(place)
    new = new_place(curriculum, place, children_of(work, parent), number)
    found = descriptions(curriculum, unit, target, Moves(transferred(curriculum, place, new)[1]))
    edits = tuple(sorted(found.edits))
    work.make([Fix("Take the entries out", Safety.UNSAFE, edits)] if edits else [])
    order = IndexOrder(work.curriculum, work.holds(None))
    moves = work.do(lambda _: [_renumbered(work, path, new)])
    moved = unit_at(work.curriculum, moves.new(path))
    work.make(parent_links(work.curriculum, moved, source, target))
    _list(work, moved, found, _title(curriculum, unit))
    keep_in_order(work, order, moves)


def _title(curriculum: Curriculum, unit: Unit) -> str:
    """The title of a unit without its label."""
    page = curriculum.page(unit)
    title = page.outline.title.text if page and page.outline.title else unit.name.slug
    grammar = LabelGrammar(curriculum.skeleton)
    return (grammar.parts(title).name if grammar.read(title) else "") or title


def _list(work: Restructuring, unit: Unit, found: Described, title: str) -> None:
    """Write the entries where the unit is now, and tell what none of them says."""
    entries = NewEntries(work.curriculum, unit, title, found.descriptions)
    work.note(f"{path}:{line} lists no {unit.label}: add it" for path, line in entries.not_listed())
    listing = list(entries.fixes())
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
