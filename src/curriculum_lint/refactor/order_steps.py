"""What every restructuring does to units: other numbers, with their order said everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..edits.edit import Fix
from ..edits.moves import Moves
from ..model.curriculum import Curriculum, Kind, Unit
from .index_order import IndexOrder
from .neighbour_order import NeighbourOrder
from .new_order import Names
from .renumber import Renumbering
from .restructuring import Restructuring
from .siblings import Siblings, modules_of, subsections_of
from .unit_words import UnitWords

#: How deep an index may be inside of an entry of another one.
_DEPTH = 6


def unit_at(curriculum: Curriculum, path: str) -> Unit:
    """The unit that is there."""
    return next(unit for unit in curriculum.units() if unit.path == path)


def children_of(work: Restructuring, path: str) -> Siblings:
    """The modules of the level at ``path``, or the subsections of the module there."""
    parent, skeleton = unit_at(work.curriculum, path), work.curriculum.skeleton
    of = modules_of if parent.kind is Kind.LEVEL else subsections_of
    return of(skeleton, parent)


def _renumbering(work: Restructuring, curriculum: Curriculum, names: Names) -> Fix:
    renumbering = Renumbering(curriculum)
    words = UnitWords(curriculum, renumbering.changed(names))
    return work.follow_words(words, renumbering.certain_fix(names, "Renumber"))


@contextmanager
def neighbours_kept(work: Restructuring) -> Iterator[NeighbourOrder]:
    """What pages rightly say about the next and the previous unit is right again afterwards."""
    neighbours, before = NeighbourOrder(work.curriculum), work.moves
    yield neighbours
    moves = work.moves.since(before)
    work.make(neighbours.exchanges(work.curriculum, moves))
    work.make(neighbours.fixes(work.curriculum, moves))
    work.note(neighbours.left(work.curriculum, moves))
    work.note(neighbours.left_at_end(work.curriculum, moves))


def give_names(work: Restructuring, names: Names) -> None:
    """Rename units; indexes that had them in order have them so again."""
    if not names:
        return
    order = IndexOrder(work.curriculum)
    moves = work.do(lambda curriculum: [_renumbering(work, curriculum, names)])
    keep_in_order(work, order, moves)


def keep_in_order(work: Restructuring, order: IndexOrder, moves: Moves) -> None:
    """Put the entries of indexes in their order again, outer ones first."""
    for _ in range(_DEPTH):
        fixes = list(order.fixes(work.curriculum, moves))
        if not fixes:
            return
        work.make(fixes)
