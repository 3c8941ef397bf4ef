"""What every restructuring does to units: other numbers, with their order said everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from ..edits.edit import Fix
from ..edits.moves import Moves
from ..model.curriculum import Curriculum, Kind, Unit
from .lists.chain_order import ChainOrder
from .lists.index_order import IndexOrder
from .neighbours.neighbour_order import NeighbourOrder
from .renumber import Renumbering
from .restructuring import Restructuring
from .units.editions import Edition, everywhere
from .units.new_order import Names
from .units.refusal import Refusal
from .units.siblings import Siblings, modules_of, subsections_of
from .words.unit_words import UnitWords

#: How deep an index may be inside of an entry of another one.
_DEPTH = 6


def unit_at(curriculum: Curriculum, path: str) -> Unit:
    """The unit that is there. Raises `Refusal` for a name that no pattern has."""
    for unit in curriculum.units():
        if unit.path == path:
            return unit
    modules, parts = curriculum.skeleton.module_template, curriculum.skeleton.subsection_template
    raise Refusal(
        f"{path} would be no unit: modules are called `{modules.text}` here, and "
        f"subsections `{parts.text}`."
    )


def beside_of(work: Restructuring, unit: Unit) -> Sequence[Unit]:
    """The units in the same level or module, with the unit itself."""
    parents = (each for each in work.curriculum.units() if unit in each.children)
    return next((each.children for each in parents), ())


def children_of(curriculum: Curriculum, path: str, at: str | None = None) -> Siblings:
    """The modules of the level at ``path``, or the subsections of the module there.

    Where names have parts, those that are counted with the place ``at``.
    """
    parent, skeleton = unit_at(curriculum, path), curriculum.skeleton
    if parent.kind is Kind.LEVEL:
        return modules_of(skeleton, parent, at)
    return subsections_of(skeleton, parent)


@contextmanager
def neighbours_kept(work: Restructuring) -> Iterator[Callable[[str], None]]:
    """What pages rightly say about the next and the previous unit is right again afterwards.

    All that one says has to be right whose path is given to what is yielded.
    """
    kept = [(each, NeighbourOrder(work.seen(each))) for each in (None, *work.editions)]
    before = work.moves

    def begin(path: str) -> None:
        for _, neighbours in kept:
            neighbours.begin(path)

    yield begin
    moves = work.moves.since(before)
    for edition, neighbours in kept:
        if edition in (None, *work.editions):
            work.make(neighbours.exchanges(work.seen(edition), moves))
            work.make(neighbours.fixes(work.seen(edition), moves))
            work.note(neighbours.left(work.seen(edition), moves))
            work.note(neighbours.left_at_end(work.seen(edition), moves))


def leave_neighbours(
    work: Restructuring, edition: Edition | None, gone: frozenset[str]
) -> list[str]:
    """Let pages name their neighbours as if units were gone already; what does not is told."""
    neighbours, still = NeighbourOrder(work.seen(edition)), Moves()
    work.make(neighbours.exchanges(work.seen(edition), still, gone))
    work.make(neighbours.fixes(work.seen(edition), still, gone))
    return list(neighbours.left(work.seen(edition), still, gone))


def give_names(work: Restructuring, names: Names, moved: str = "") -> None:
    """Rename units; indexes that had them in order have them so again. Translations follow.

    The unit that is ``moved`` past others also comes to another list, where several are in order.
    """
    if not names:
        return
    apart = [(each, names_like(work, each, names)) for each in work.apart()]
    like = {e.key: e.like(work.seen(e), work.curriculum, moved) for e, _ in apart}
    _give(work, work.beside(), names, moved)
    for edition, own in apart:
        unit = like[edition.key]
        try:
            _give(work, [edition], own, unit.path if unit else "")
        except Refusal as refusal:
            work.note((f"the translation in {edition.place} stays as it is: {refusal}",))


def names_like(work: Restructuring, edition: Edition, names: Names) -> Names:
    """What the units of a translation will be called that translate those in ``names``."""
    found: Names = {}
    own = work.seen(edition)
    for path, name in names.items():
        unit = edition.like(own, work.curriculum, path)
        if unit is not None:
            number, part, letter = name.number, name.part, name.letter
            found[unit.path] = unit.name._replace(number=number, part=part, letter=letter)
    return found


def _give(
    work: Restructuring, editions: Sequence[Edition | None], names: Names, moved: str
) -> None:
    """Rename units that are in one folder for all of the editions."""
    if not names:
        return
    _follow_order(
        work,
        editions,
        lambda: work.do(lambda _: [merged([_renumbering(work, each, names) for each in editions])]),
        moved,
    )


def give_order(work: Restructuring, modules: Sequence[str], moved: str = "") -> None:
    """Put modules whose names hold no numbers in another order: lists of them follow."""

    def put_in_order() -> Moves:
        work.put_in_order(modules)
        return Moves()

    _follow_order(work, [None, *work.editions], put_in_order, moved)


def _follow_order(
    work: Restructuring,
    editions: Sequence[Edition | None],
    act: Callable[[], Moves],
    moved: str,
) -> None:
    """Let indexes that have units in order before ``act`` have them so afterwards."""
    if moved and None in editions:
        work.move_past(moved)
    known = [(each, work.seen(each), work.holds(each)) for each in editions]
    orders = [(edition, IndexOrder(own, holds)) for edition, own, holds in known]
    chains = [(edition, ChainOrder(own, holds)) for edition, own, holds in known if moved]
    moves = act()
    for edition, order in orders:
        keep_in_order(work, order, moves, edition)
    for edition, chain in chains:
        work.make(chain.fixes(work.seen(edition), moves, moves.new(moved)))


def merged(fixes: Sequence[Fix]) -> Fix:
    """One fix of several that make the same moves."""
    edits = {edit for fix in fixes for edit in fix.edits}
    return fixes[0]._replace(edits=tuple(sorted(edits)))


def _renumbering(work: Restructuring, edition: Edition | None, names: Names) -> Fix:
    curriculum, holds = work.seen(edition), work.holds(edition)
    renumbering = Renumbering(curriculum, holds, everywhere if edition is None else holds)
    words = UnitWords(curriculum, renumbering.changed(names), holds)
    return work.follow_words(words, lambda more: renumbering.certain_fix(names, "Renumber", more))


def keep_in_order(
    work: Restructuring, order: IndexOrder, moves: Moves, edition: Edition | None = None
) -> None:
    """Put the entries of indexes in their order again, outer ones first."""
    for _ in range(_DEPTH):
        fixes = list(order.fixes(work.seen(edition), moves))
        if not fixes:
            return
        work.make(fixes)
