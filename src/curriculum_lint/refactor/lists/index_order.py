"""Indexes that have units in their order keep it when units move, and so do their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...edits.edit import Edit, Fix, Safety
from ...edits.moves import Moves
from ...listings.listing import ListingForm, UnitEntry, UnitIndex, parent_of
from ...listings.page_units import Known
from ...listings.read import ListingReader, reader_of
from ...model.curriculum import Curriculum
from ...model.per_curriculum import PerCurriculum
from ...model.reading_order import UnitPlace
from ..units.editions import Holds, everywhere
from .entry_text import number_width, numbered_units, placed_text

#: Where units stand in the whole curriculum: the level first, then their keys.
Rank = tuple[int, int, int, str]
#: What an index is known by while units move: its page, its form, and the units it lists.
_Key = tuple[str, ListingForm, frozenset[str]]


class _State(NamedTuple):
    """What is true of an index as it ``stands``: which ``series`` are in order, by their parents.

    ``numbered`` are the units whose entries say their numbers.
    """

    stands: UnitIndex
    in_order: bool
    series: frozenset[str]
    numbered: frozenset[str]


class IndexOrder:
    """Which indexes are in order and say the numbers of units, so that they can do so again."""

    def __init__(self, curriculum: Curriculum, holds: Holds = everywhere) -> None:
        self._holds = holds
        self._known: dict[_Key, list[_State]] = {}
        #: The units that entries mean by their words, by page and words.
        self._names: dict[tuple[str, str], str] = {}
        self._ranks = ranks = ranks_of(curriculum)
        for index in _indexes(reader_of(curriculum), holds):
            self._known.setdefault(_key(index), []).append(_state(index, ranks))
            for entry, place in index.units:
                if entry.name is not None and not entry.leads:
                    self._names[index.page.path, entry.name.text] = place.unit.path

    def names(self, moves: Moves) -> Known:
        """The units that entries mean by their words, where ``moves`` have led."""
        return {
            (moves.new(page), words): moves.new(path) for (page, words), path in self._names.items()
        }

    def fixes(self, after: Curriculum, moves: Moves) -> Iterator[Fix]:
        """The fixes that make them so in ``after``, where ``moves`` have led."""
        ranks = ranks_of(after)
        led = {key for key in self._known if self._is_led(key[2], ranks, moves)}
        known = {_moved(key, moves): list(self._known[key]) for key in led}
        pages, reader = {key[0] for key in known}, reader_of(after, self.names(moves))
        for index in _indexes(reader, lambda path: path in pages and self._holds(path)):
            states = known.get(_key(index))
            if states:
                edits = tuple(_edits(index, states.pop(0), ranks, moves))
                if edits:
                    yield Fix("Put the entries in order", Safety.UNSAFE, edits)

    def _is_led(self, paths: frozenset[str], ranks: Mapping[str, Rank], moves: Moves) -> bool:
        """Whether units have other names or another order: else all is what it was."""
        if any(moves.new(path) != path for path in paths):
            return True
        there = [path for path in sorted(paths, key=self._ranks.__getitem__) if path in ranks]
        found = [ranks[path] for path in there]
        return found != sorted(found)


def _indexes(reader: ListingReader, holds: Holds) -> Iterator[UnitIndex]:
    for page in reader.curriculum.pages.values():
        if holds(page.path):
            yield from reader.with_lone_on(page)


def _ranks(curriculum: Curriculum) -> Mapping[str, Rank]:
    found: dict[str, Rank] = {}
    listed = {path: at for at, path in enumerate(curriculum.skeleton.order, 1)}
    for at, level in enumerate(curriculum.levels):
        for module in level.children:
            for unit in (module, *module.children):
                place = UnitPlace(level, module, unit)
                number, part, letter = place.key
                if listed and module.name.number is None:
                    number = listed.get(module.path, len(listed) + 1)
                found[unit.path] = (at, number, part, letter)
    return found


#: Of a curriculum, and of what it becomes.
_RANKS = PerCurriculum(_ranks, most=2)


def ranks_of(curriculum: Curriculum) -> Mapping[str, Rank]:
    """Where each unit stands in the curriculum, by its path."""
    return _RANKS.of(curriculum)


def is_in_order(units: Sequence[UnitEntry], ranks: Mapping[str, Rank]) -> bool:
    """Whether no unit stands behind one that is read later."""
    found = [ranks[place.unit.path] for _, place in units]
    return found == sorted(found)


def wanted_order(
    index: UnitIndex, ranks: Mapping[str, Rank], *, whole: bool, parents: frozenset[str]
) -> list[UnitEntry]:
    """The entries of ``index`` as they should follow each other: all, or those of ``parents``."""
    units = list(index.units)
    groups = [range(len(units))] if whole else [_positions(units, path) for path in parents]
    for group in groups:
        ordered = sorted((units[at] for at in group), key=lambda unit: ranks[unit.place.unit.path])
        for at, unit in zip(group, ordered, strict=True):
            units[at] = unit
    return units


def _positions(units: Sequence[UnitEntry], parent: str) -> list[int]:
    return [at for at, (_, place) in enumerate(units) if parent_of(place).path == parent]


def _key(index: UnitIndex) -> _Key:
    paths = frozenset(place.unit.path for _, place in index.units)
    return index.page.path, index.form, paths


def _moved(key: _Key, moves: Moves) -> _Key:
    page, form, paths = key
    return moves.new(page), form, frozenset(map(moves.new, paths))


def _state(index: UnitIndex, ranks: Mapping[str, Rank]) -> _State:
    if index.holds_groups:
        return _State(index, False, frozenset(), numbered_units(index))
    in_order = {
        parent_of(each.units[0].place).path
        for each in index.series()
        if is_in_order(each.units, ranks)
    }
    whole = is_in_order(index.units, ranks)
    return _State(index, whole, frozenset(in_order), numbered_units(index))


def _edits(
    index: UnitIndex, state: _State, ranks: Mapping[str, Rank], moves: Moves
) -> Iterator[Edit]:
    """Edits that give each position the entry that belongs there, or none if one does not fit."""
    index = index.in_places_of(state.stands)
    parents = frozenset(map(moves.new, state.series))
    wanted = wanted_order(index, ranks, whole=state.in_order, parents=parents)
    numbered, width = frozenset(map(moves.new, state.numbered)), number_width(index)
    edits = []
    for there, unit in zip(index.units, wanted, strict=True):
        own_width = width if unit.place.unit.path in numbered else -1
        text = placed_text(index, there.entry, unit, own_width)
        if text is None:
            return
        if text != index.page.document.text[slice(*there.entry.span)]:
            edits.append(Edit(index.page.path, *there.entry.span, text))
    yield from edits
