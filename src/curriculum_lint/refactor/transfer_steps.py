"""A unit goes to another level or module: ``move`` with ``--level`` or ``--of``."""

from __future__ import annotations

from ..edits.edit import Fix, Safety
from ..listings.listing import parent_of
from ..model.curriculum import Kind
from ..model.reading_order import ReadingOrder, UnitPlace
from .index_order import IndexOrder
from .new_entry import NewEntries
from .new_order import next_number, with_room, without_gap
from .order_steps import (
    children_of,
    give_names,
    keep_in_order,
    merged,
    neighbours_kept,
    unit_at,
)
from .proof import Meant
from .refusal import Refusal
from .renumber import Renumbering
from .restructuring import Restructuring
from .siblings import siblings_of
from .transfer import descriptions, new_place, parent_links
from .unit_labels import LabelGrammar


def transfer_unit(work: Restructuring, path: str, parent: str, to: str | None) -> None:
    """Bring the unit at ``path`` to the level or module ``parent``, to the place ``to`` there.

    Without one it comes behind the last. What follows where it was goes down by one.
    """
    unit = unit_at(work.curriculum, path)
    old = siblings_of(work.curriculum, unit)
    if old.parent.path == parent:
        raise Refusal(f"{path} is in {parent} already: write --to with its new place there.")
    work.leave_apart(path)
    was = (path, old.parent.path, old.shown(old.number(unit)))
    children = children_of(work, parent)
    number = next_number(children) if to is None else children.read(to)
    with neighbours_kept(work):
        give_names(work, with_room(work.curriculum.skeleton, children, number))
        gap = children_of(work, work.moves.new(old.parent.path))
        gone = gap.number(unit_at(work.curriculum, work.moves.new(path)))
        _transfer(work, path, parent, number)
        left = children_of(work, work.moves.new(old.parent.path))
        give_names(work, without_gap(work.curriculum.skeleton, left, gone))
    back = "--level" if old.kind is Kind.MODULE else "--of"
    work.undo = ("move", work.moves.new(path), back, work.moves.new(was[1]), "--to", was[2])


def _transfer(work: Restructuring, path: str, parent: str, number: int) -> None:
    """Move it where there is room; its entries, and links back, go with it."""
    path, parent = work.moves.new(path), work.moves.new(parent)
    curriculum = work.curriculum
    unit, target = unit_at(curriculum, path), unit_at(curriculum, parent)
    children = children_of(work, parent)
    place = ReadingOrder(curriculum).places[path]
    source = parent_of(place)
    around = {source.path, target.path, source.readme or "", target.readme or ""}
    work.mean(Meant(transferred=frozenset({path}), around=frozenset(around)))
    page = curriculum.page(unit)
    title = page.outline.title.text if page and page.outline.title else unit.name.slug
    described, edits = descriptions(curriculum, unit, target, target.readme or parent)
    work.make([Fix("Take the entries out", Safety.UNSAFE, tuple(sorted(edits)))] if edits else [])
    order = IndexOrder(work.curriculum, work.holds(None))
    place = ReadingOrder(work.curriculum).places[path]
    new = new_place(work.curriculum, place, children, number)
    moves = work.do(lambda _: [_renumbered(work, place, new)])
    moved_to = moves.new(path)
    work.make(parent_links(work.curriculum, unit_at(work.curriculum, moved_to), source, target))
    grammar = LabelGrammar(curriculum.skeleton)
    name = grammar.parts(title).name if grammar.read(title) else title
    entries = NewEntries(
        work.curriculum, unit_at(work.curriculum, moved_to), name or title, described
    )
    work.note(f"{path}:{line} lists no {unit.label}: add it" for path, line in entries.not_listed())
    listing = list(entries.fixes())
    written = {edit.path for fix in listing for edit in fix.edits}
    work.note(
        f"the entry in {edit.path}:{curriculum.pages[edit.path].document.line(edit.end - 1)} is "
        f"taken out, and nothing there lists {moved_to}"
        for edit in edits
        if edit.path not in written
    )
    work.make(listing)
    keep_in_order(work, order, moves)


def _renumbered(work: Restructuring, old: UnitPlace, new: UnitPlace) -> Fix:
    """The unit at its new place, in the curriculum and in its translations in the same folders."""
    fixes = []
    for edition in work.beside():
        curriculum = work.seen(edition)
        place = ReadingOrder(curriculum).places[old.unit.path]
        renumbering = Renumbering(curriculum, work.holds(edition))
        fixes.append(renumbering.transfer_fix(place, new, "Transfer"))
    return merged(fixes)
