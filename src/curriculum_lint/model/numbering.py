"""The numbers and letters of units as sequences: what is missing in them, and what is double."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from typing import NamedTuple

from .curriculum import Skeleton, Unit
from .sequence import Breaks, read_sequence
from .template import NameParts

_FROM_ZERO_OR_ONE = (0, 1)
#: Numbers of a module that is only meant to come last.
_LAST = frozenset({99, 999})
#: What leaves room counts by it, or by twice as much.
_STEP = 5
#: So many of the numbers are multiples of the step.
_IN_STEPS = 0.8
_A = ord("a")


class Series(NamedTuple):
    """Units in the order of their numbers, and where that order breaks."""

    units: tuple[Unit, ...]
    breaks: Breaks


class PartSeries(NamedTuple):
    """The parts of one module number, all of one ``track`` if it is not empty."""

    number: int
    track: str
    series: Series


def module_series(skeleton: Skeleton) -> Iterator[tuple[Unit, Series]]:
    """Each level with its modules. A level begins at 0, 1 or a hundred, or goes on from the last.

    A module whose name holds a range stands once for each of its numbers.
    """
    has_more = bool(skeleton.module_template.fields & {"track", "part"})
    last: int | None = None
    for level in skeleton.levels:
        places = [(unit, number) for unit in level.children for number in _numbers(unit)]
        units, numbers = tuple(unit for unit, _ in places), [number for _, number in places]
        starts = [*_FROM_ZERO_OR_ONE, *_hundreds(numbers)]
        starts += [] if last is None else [last + 1]
        keys = [_key(unit, number, has_more=has_more) for unit, number in places]
        yield level, Series(units, read_sequence(numbers, starts, keys))
        last = max(numbers, default=last)


def _hundreds(numbers: Sequence[int]) -> list[int]:
    """Where courses begin whose modules are numbered 100, 101, …, and 200, 201, …."""
    first = min(numbers, default=0)
    return [first] if first >= 100 and first % 100 in _FROM_ZERO_OR_ONE else []


def part_series(level: Unit) -> Iterator[PartSeries]:
    """The parts of each number. Tracks count by themselves, unless they share one count."""
    by_number: dict[int, dict[str, list[Unit]]] = {}
    for unit in level.children:
        if unit.name.number is not None and unit.name.part is not None:
            tracks = by_number.setdefault(unit.name.number, {})
            tracks.setdefault(unit.name.track, []).append(unit)
    for number, tracks in by_number.items():
        if _share_a_count(list(tracks.values())):
            together = [unit for units in tracks.values() for unit in units]
            yield PartSeries(number, "", _parts(together))
        else:
            for track, units in tracks.items():
                yield PartSeries(number, track, _parts(units))


def letter_series(module: Unit) -> Series:
    """The subsections of a module: a, b, c, …."""
    units = tuple(unit for unit in module.children if is_subsection(unit, module.children))
    return Series(units, read_sequence([letter_number(unit.name) for unit in units], (0,)))


def letter_number(name: NameParts) -> int:
    """The place of the name's letter in the alphabet, counted from 0."""
    return ord(name.letter or "a") - _A


def letter(number: int) -> str | None:
    """The letter with that place in the alphabet, counted from 0."""
    return chr(_A + number) if 0 <= number < 26 else None


def is_subsection(unit: Unit, siblings: Collection[Unit]) -> bool:
    """Whether the unit is lettered: `e-commerce` alone in a module only looks as if it were."""
    return unit.name.letter is not None and (
        unit.follows or ord(unit.name.letter) - _A < len(siblings)
    )


def has_last_number(unit: Unit) -> bool:
    """Whether the module's number may only say that it comes last: 99."""
    return unit.name.number in _LAST


def counted_modules(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The modules without those that are only meant to come last: a 99 behind a gap."""
    end = len(units)
    while end and has_last_number(units[end - 1]) and not _goes_on(units, end - 1):
        end -= 1
    return tuple(units[:end])


def counts_in_steps(units: Sequence[Unit]) -> bool:
    """Whether the modules are numbered 10, 20, 30, … or 5, 10, 15, …, to leave room.

    Some of the room may have been taken: 10, 11, 20, 30, 40.
    """
    numbers = [unit.name.number or 0 for unit in units]
    in_steps = sum(number % _STEP == 0 for number in numbers)
    return len(numbers) > 2 and in_steps >= _IN_STEPS * len(numbers)


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    return at > 0 and (units[at].name.number or 0) - (units[at - 1].name.number or 0) == 1


def _numbers(unit: Unit) -> range:
    """The numbers that a module has: several where its name holds a range."""
    first = unit.name.number
    return range(0) if first is None else range(first, first + unit.name.more + 1)


def _key(unit: Unit, number: int, *, has_more: bool) -> Hashable:
    """What no two modules may share. A name that was only guessed has no track and no part."""
    if has_more and not unit.follows:
        return unit.path
    return (number, unit.name.track, unit.name.part)


def _share_a_count(tracks: Sequence[Sequence[Unit]]) -> bool:
    """Whether no part belongs to two tracks: `06-core-01`, `06-core-02`, `06-extra-03`."""
    parts = [{unit.name.part for unit in units} for units in tracks]
    return sum(map(len, parts)) == len(set().union(*parts))


def _parts(units: list[Unit]) -> Series:
    ordered = tuple(sorted(units, key=lambda unit: unit.name.part or 0))
    numbers = [unit.name.part or 0 for unit in ordered]
    return Series(ordered, read_sequence(numbers, _FROM_ZERO_OR_ONE))
