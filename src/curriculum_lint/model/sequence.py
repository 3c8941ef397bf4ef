"""Numbers that should follow each other: what is missing, used twice, or out of place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import NamedTuple


class Gap(NamedTuple):
    """The numbers ``first`` to ``last`` are missing; the item at ``at`` has the next one."""

    at: int
    first: int
    last: int


class Repeat(NamedTuple):
    """The item at ``at`` is numbered as the one at ``earlier``; ``free`` would be unused."""

    at: int
    earlier: int
    free: int


class Misplaced(NamedTuple):
    """The item at ``at`` stands behind a larger number, or before a smaller one: ``other``."""

    at: int
    other: int


class Breaks(NamedTuple):
    """Every place where a sequence does not go on as it should."""

    gaps: tuple[Gap, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()


def read_sequence(
    numbers: Sequence[int], starts: Collection[int], keys: Sequence[Hashable] | None = None
) -> Breaks:
    """Compare ``numbers``, in the order in which they stand, with start, start + 1, ….

    Two items repeat each other when their ``keys`` are equal (by default: their numbers). A
    number that is missing right beside a repeated one is not a gap: it is what one of the two
    should have had.
    """
    if not numbers:
        return Breaks()
    repeated = _repeated(numbers if keys is None else keys)
    gaps, filled = _without_filled(_gaps(numbers, starts), [numbers[i] for i, _ in repeated])
    later = {index for index, _ in repeated}
    kept = [index for index in range(len(numbers)) if index not in later]
    return Breaks(
        tuple(gaps),
        tuple(_offered(numbers, repeated, filled)),
        tuple(_misplaced(numbers, kept)),
    )


def start_of(numbers: Iterable[int], starts: Collection[int]) -> int:
    """The one of ``starts`` that leaves the fewest numbers missing before the smallest."""
    first = min(numbers)
    return max((start for start in starts if start <= first), default=first)


def _gaps(numbers: Sequence[int], starts: Collection[int]) -> list[Gap]:
    where = {number: index for index, number in reversed(list(enumerate(numbers)))}
    found: list[Gap] = []
    expected = start_of(numbers, starts)
    for number in sorted(where):
        if number > expected:
            found.append(Gap(where[number], expected, number - 1))
        expected = number + 1
    return found


def _repeated(keys: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Index of each later holder of a key, with the index of the first."""
    first: dict[Hashable, int] = {}
    pairs = [(index, first.setdefault(key, index)) for index, key in enumerate(keys)]
    return [(index, earlier) for index, earlier in pairs if index != earlier]


def _without_filled(
    gaps: Iterable[Gap], repeated: Iterable[int]
) -> tuple[list[Gap], list[int | None]]:
    """The gaps that repeats do not explain, and for each repeat the number it should have had."""
    left = list(gaps)
    behind = {gap.first - 1: at for at, gap in enumerate(left)}
    before = {gap.last + 1: at for at, gap in enumerate(left)}
    filled: list[int | None] = []
    for number in repeated:
        at = next(
            (at for at in (behind.get(number), before.get(number)) if _is_open(left, at)), None
        )
        if at is None:
            filled.append(None)
        elif behind.get(number) == at:
            filled.append(left[at].first)
            left[at] = left[at]._replace(first=left[at].first + 1)
        else:
            filled.append(left[at].last)
            left[at] = left[at]._replace(last=left[at].last - 1)
    return [gap for gap in left if gap.first <= gap.last], filled


def _is_open(gaps: Sequence[Gap], at: int | None) -> bool:
    return at is not None and gaps[at].first <= gaps[at].last


def _offered(
    numbers: Sequence[int], repeated: Sequence[tuple[int, int]], filled: Sequence[int | None]
) -> Iterable[Repeat]:
    """Each repeat with a free number: the missing one beside it, or an unused one above it."""
    taken = {*numbers, *filled}
    unused = 0
    for (index, earlier), missing in zip(repeated, filled, strict=True):
        if missing is not None:
            yield Repeat(index, earlier, missing)
            continue
        # It only rises: looking from each number anew would take very long on a hostile file.
        unused = max(unused, numbers[index]) + 1
        while unused in taken:
            unused += 1
        yield Repeat(index, earlier, unused)


def _misplaced(numbers: Sequence[int], indexes: Sequence[int]) -> Iterable[Misplaced]:
    """The fewest of ``indexes`` without which the numbers do not fall."""
    ordered = _longest_rise(numbers, indexes)
    placed = set(ordered)
    for index in indexes:
        if index in placed:
            continue
        at = bisect_right(ordered, index)
        before = ordered[at - 1] if at else None
        if before is not None and numbers[before] > numbers[index]:
            yield Misplaced(index, before)
        else:
            yield Misplaced(index, ordered[at])


def _longest_rise(numbers: Sequence[int], indexes: Sequence[int]) -> list[int]:
    """The most indexes, in order, whose numbers do not fall."""
    ends: list[int] = []
    last: list[int] = []
    previous: dict[int, int] = {}
    for index in indexes:
        at = bisect_right(ends, numbers[index])
        if at:
            previous[index] = last[at - 1]
        ends[at : at + 1] = [numbers[index]]
        last[at : at + 1] = [index]
    chain = last[-1:]
    while chain and chain[-1] in previous:
        chain.append(previous[chain[-1]])
    return chain[::-1]
