"""Two versions of a curriculum → what has changed, in reading order."""

from __future__ import annotations

import posixpath
from collections.abc import Hashable, Iterator, Mapping

from .item import ItemChange, ItemKind, change_of
from .pairing import Pairing
from .version import ExerciseItem, UnitVersion, Version

_KINDS = (ItemKind.LEVEL, ItemKind.MODULE, ItemKind.SUBSECTION)


def compare(before: Version, after: Version) -> list[ItemChange]:
    """Every unit and exercise that is not as it was; what was removed comes last."""
    was = _paired_units(before, after)
    now = {old.path: path for path, old in was.items()}
    exercises = _Exercises(before, after, was)
    found: list[ItemChange] = []
    for unit in after.units:
        found += _unit_change(unit, was.get(unit.path), now)
        found += exercises.of(unit.path)
    for unit in before.units:
        if unit.path not in now:
            found.append(change_of(unit.item, None))
            found += exercises.removed_with(unit.path)
    return found


def _unit_change(
    unit: UnitVersion, was: UnitVersion | None, now: Mapping[str, str]
) -> Iterator[ItemChange]:
    if was is None:
        yield change_of(None, unit.item)
        return
    moved = now.get(was.parent, was.parent) != unit.parent or _is_carried(was, unit)
    is_same = not moved and (was.number, was.slug) == (unit.number, unit.slug)
    # A readme that is as it was need not be read.
    if is_same and was.digest == unit.digest:
        return
    change = change_of(was.item, unit.item, moved=moved)
    if change.changes:
        yield change


def _is_carried(was: UnitVersion, unit: UnitVersion) -> bool:
    """Whether a level is in another folder: everything in it has moved along."""
    places = (posixpath.dirname(each.told(each.path)) for each in (was, unit))
    return unit.kind is ItemKind.LEVEL and len(set(places)) > 1


def _paired_units(before: Version, after: Version) -> dict[str, UnitVersion]:
    """The unit of the base for each unit that was there, by the path it has now."""
    was: dict[str, UnitVersion] = {}
    for kind in _KINDS:
        now = {old.path: path for path, old in was.items()}
        pairing = Pairing(
            [unit for unit in before.units if unit.kind is kind],
            [unit for unit in after.units if unit.kind is kind],
        )
        _pair(pairing, now)
        was |= {new.path: old for old, new in pairing.pairs}
    return was


def _pair(units: Pairing[UnitVersion], now: Mapping[str, str]) -> None:
    for key in (_numbered_slug, _slug):
        units.by_key(
            lambda unit, key=key: key(unit, now.get(unit.parent, unit.parent)),  # type: ignore[misc]
            lambda unit, key=key: key(unit, unit.parent),  # type: ignore[misc]
        )
    for alike in (lambda unit: unit.slug, lambda unit: unit.digest, _title, lambda u: u.path):
        units.by_key(alike, alike)
    units.by_likeness(lambda unit: unit.title)
    units.by_likeness(lambda unit: "\n".join(each.item.title for each in unit.exercises))


def _numbered_slug(unit: UnitVersion, parent: str) -> Hashable:
    return (parent, unit.slug, unit.number) if unit.slug else None


def _slug(unit: UnitVersion, parent: str) -> Hashable:
    return (parent, unit.slug) if unit.slug else None


def _title(unit: UnitVersion) -> str:
    return unit.title.casefold()


class _Exercises:
    """The exercises of all units whose readmes differ, each with what it was."""

    def __init__(self, before: Version, after: Version, was: Mapping[str, UnitVersion]) -> None:
        self._changes: dict[str, list[ItemChange]] = {}
        self._removed: dict[str, list[ItemChange]] = {}
        old = {unit.path: unit for unit in before.units}
        pairs: dict[ExerciseItem, ExerciseItem] = {}
        left: Pairing[ExerciseItem] = Pairing([], [])
        units: list[UnitVersion] = []
        for unit in after.units:
            base = was.get(unit.path)
            if base is not None:
                old.pop(base.path)
                if base.digest == unit.digest:
                    continue
            units.append(unit)
            here = Pairing(base.exercises if base else [], unit.exercises)
            _pair_exercises(here)
            pairs |= {new: was for was, new in here.pairs}
            left.before += here.before
            left.after += here.after
        left.before += [each for unit in old.values() for each in unit.exercises]
        self._pair_across(left, pairs, units, {base.path: path for path, base in was.items()})

    def of(self, unit: str) -> list[ItemChange]:
        """What changed in a unit that is there."""
        return self._changes.get(unit, [])

    def removed_with(self, unit: str) -> list[ItemChange]:
        """What went with a unit that is gone, by the path it had."""
        return self._removed.get(unit, [])

    def _pair_across(
        self,
        left: Pairing[ExerciseItem],
        pairs: dict[ExerciseItem, ExerciseItem],
        units: list[UnitVersion],
        now: Mapping[str, str],
    ) -> None:
        left.by_key(_digest, _digest)
        left.by_key(_name, _name)
        moved = {new: old for old, new in left.pairs}
        for unit in units:
            for each in unit.exercises:
                base = pairs.get(each) or moved.get(each)
                change = change_of(base.item if base else None, each.item, moved=each in moved)
                if change.changes:
                    self._changes.setdefault(unit.path, []).append(change)
        for gone in left.before:
            place = self._changes if gone.unit in now else self._removed
            change = change_of(gone.item, None)
            place.setdefault(now.get(gone.unit, gone.unit), []).append(change)


def _pair_exercises(here: Pairing[ExerciseItem]) -> None:
    here.in_turn(lambda each: _name(each) and (each.item.number, _name(each)))
    here.in_turn(_name)
    here.in_turn(_digest)
    here.by_likeness(lambda each: each.item.title)
    here.in_turn(lambda each: "" if each.item.title else each.item.number)


def _name(each: ExerciseItem) -> str:
    return each.item.title.casefold()


def _digest(each: ExerciseItem) -> str:
    return each.digest
