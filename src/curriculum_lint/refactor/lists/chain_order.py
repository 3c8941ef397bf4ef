"""A unit that moves past others comes to the list where it belongs, where several are in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...edits.edit import Edit, Fix, Safety
from ...edits.moves import Moves
from ...listings.listing import IndexEntry, ListingForm, UnitEntry, UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum
from ..units.editions import Holds
from .index_order import Rank, ranks_of
from .list_chains import Chain, chains_on
from .new_entry import between_entries, marker_of_new, with_later
from .removal import taken_out


class ChainOrder:
    """Which chains are in order, so that a unit which moves comes to the list where it belongs."""

    def __init__(self, curriculum: Curriculum, holds: Holds) -> None:
        ranks, reader = ranks_of(curriculum), reader_of(curriculum)
        self._known: dict[str, list[frozenset[str]]] = {}
        for page in filter(lambda each: holds(each.path), curriculum.pages.values()):
            for chain in chains_on(reader, page):
                if chain.in_order(ranks):
                    self._known.setdefault(page.path, []).append(chain.paths)

    def fixes(self, after: Curriculum, moves: Moves, moved: str) -> Iterator[Fix]:
        """The fixes that take the entry of the unit ``moved`` to another list."""
        ranks, reader = ranks_of(after), reader_of(after)
        for path, known in self._known.items():
            page = after.pages.get(moves.new(path))
            wanted = [frozenset(map(moves.new, paths)) for paths in known]
            for chain in chains_on(reader, page) if page else ():
                is_known = chain.paths in wanted and moved in chain.paths
                if is_known and not chain.in_order(ranks) and chain.in_order(ranks, moved):
                    edits = _edits(chain, moved, ranks)
                    if edits:
                        yield Fix("Take it to another list", Safety.UNSAFE, edits)


def _edits(chain: Chain, moved: str, ranks: Mapping[str, Rank]) -> tuple[Edit, ...]:
    """The entry out of its list and into the one where it belongs; none where it is alone."""
    (source, unit) = next(
        (index, each)
        for index in chain.lists
        for each in index.units
        if each.place.unit.path == moved
    )
    others = [each for each in chain.units if each.place.unit.path != moved]
    before = [each for each in others if ranks[each.place.unit.path] < ranks[moved]]
    model = before[-1] if before else others[0]
    target = next(index for index in chain.lists if model in index.units)
    between = between_entries(target)
    if target is source or len(source.entries) == 1 or between is None:
        return ()
    text = _entry_text(source, unit, target, model.entry, is_behind=bool(before))
    at = model.entry.span.end if before else model.entry.span.start
    insertion = Edit(target.page.path, at, at, between + text if before else text + between)
    gone = [entry is unit.entry for entry in source.entries]
    into = with_later(target, insertion, model.entry, is_behind=bool(before))
    return tuple(sorted([*taken_out(source, gone), *into]))


def _entry_text(
    source: UnitIndex, unit: UnitEntry, target: UnitIndex, model: IndexEntry, *, is_behind: bool
) -> str:
    """The entry with the marker that it has in its new list."""
    text, entry = source.page.document.text, unit.entry
    if entry.marker is None or target.form is ListingForm.ROW:
        return text[slice(*entry.span)]
    marker = marker_of_new(target, model, unit.place, is_behind=is_behind)
    return marker + text[entry.marker.end : entry.span.end]
