"""Units at other places among their siblings: which of them get which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.curriculum import Curriculum, Kind, Skeleton, Unit
from ...model.numbering import counts_in_steps
from ...model.template import NameParts
from .refusal import Refusal
from .siblings import Siblings, modules_of, subsections_of

#: New names, by the paths of the units.
Names = dict[str, NameParts]


def moved(siblings: Siblings, unit: Unit, to: int) -> Names:
    """``unit`` at the place ``to``; those in between take the places beside theirs.

    Raises `Refusal`.
    """
    order = order_with(siblings, unit, to)
    if order is None:
        return {unit.path: siblings.renamed(unit.name, to)}
    return _changed(siblings, order, siblings.numbers)


def order_with(siblings: Siblings, unit: Unit, to: int) -> list[Unit] | None:
    """The units with ``unit`` at the place ``to``; ``None`` for a place that no unit has.

    Raises `Refusal`.
    """
    _refuse_repeats(siblings)
    numbers = siblings.numbers
    if not numbers[0] <= to <= numbers[-1]:
        first, last = siblings.shown(numbers[0]), siblings.shown(numbers[-1])
        places = first if first == last else f"{first} to {last}"
        raise Refusal(
            f"There is no {siblings.kind} {siblings.shown(to)} in {siblings.parent.path}: the "
            f"places are {places}."
        )
    if to not in numbers:
        return None
    order = list(siblings.units)
    order.insert(numbers.index(to), order.pop(order.index(unit)))
    return order


def with_room(skeleton: Skeleton, siblings: Siblings, at: int) -> Names:
    """The place ``at`` is free; those that follow without a gap go up by one.

    So do the modules of the next levels, where these go on with the numbers. Raises `Refusal`.
    """
    _refuse_repeats(siblings)
    numbers, highest = siblings.numbers, next_number(siblings)
    lowest = max(int(siblings.are_listed), numbers[0] - 1) if numbers else 0
    if not lowest <= at <= highest:
        raise Refusal(
            f"The next {siblings.kind} of {siblings.parent.path} would be "
            f"{siblings.shown(highest)}: write that, or a place before it."
        )
    if siblings.are_listed:
        return {}
    names: Names = {}
    taken = at
    for each in (siblings, *_continued(skeleton, siblings)):
        for unit, number in zip(each.units, each.numbers, strict=True):
            if number == taken:
                taken += 1
                names[unit.path] = each.renamed(unit.name, taken)
    return names


def _continued(skeleton: Skeleton, siblings: Siblings) -> Iterator[Siblings]:
    """The modules of the levels behind it, as long as each goes on with the numbers."""
    if siblings.kind is not Kind.MODULE or siblings.of is not None or siblings.are_listed:
        return
    last = max(siblings.numbers, default=0)
    levels = list(skeleton.levels)
    for level in levels[levels.index(siblings.parent) + 1 :]:
        following = modules_of(skeleton, level)
        if not following.units or following.numbers[0] != last + 1 or last == 0:
            return
        yield following
        last = following.numbers[-1]


def without_gap(skeleton: Skeleton, siblings: Siblings, gone: int) -> Names:
    """What follows the number ``gone`` goes down by one, also in levels that go on with it."""
    if siblings.are_listed:
        return {}
    names: Names = {}
    expected = gone + 1
    for each in (siblings, *_continued(skeleton, siblings)):
        for unit, number in zip(each.units, each.numbers, strict=True):
            if number == expected:
                names[unit.path] = each.renamed(unit.name, number - 1)
                expected += 1
    return names


def next_number(siblings: Siblings) -> int:
    """The number of one more: 40 behind 10, 20 and 30."""
    if not siblings.units:
        return siblings.first
    is_plain = siblings.kind is Kind.MODULE and siblings.of is None and not siblings.are_listed
    is_by_tens = is_plain and counts_in_steps(siblings.units)
    return siblings.numbers[-1] + (10 if is_by_tens else 1)


def closed(curriculum: Curriculum, scope: Unit | None) -> Names:
    """Numbers and letters without gaps and repeats, in today's order.

    ``scope`` is a level, or a module whose letters are meant; ``None`` means everything. Raises
    `Refusal`.
    """
    names: Names = {}
    if scope is None or scope.kind is Kind.LEVEL:
        names = dict(_closed_numbers(curriculum, scope))
    for level in curriculum.levels:
        for module in level.children:
            if scope in (None, level, module) and module.children:
                names |= _closed_letters(curriculum, module, names)
    return names


def _closed_numbers(curriculum: Curriculum, scope: Unit | None) -> Iterator[tuple[str, NameParts]]:
    """A level begins at 0 or 1, or goes on from the one before it. Tens leave room, and stay."""
    before: int | None = None
    after = 0
    for level in curriculum.levels:
        if not level.children:
            continue
        series = modules_of(curriculum.skeleton, level)
        numbers = series.numbers or [0]
        last = numbers[-1]
        if scope in (None, level) and not counts_in_steps(series.units):
            goes_on = before is not None and numbers[0] > max(before, 1)
            start = after + 1 if goes_on else min(numbers[0], 1)
            last = start + len(numbers) - 1
            yield from _changed(series, series.units, range(start, last + 1)).items()
        before, after = numbers[-1], last


def _closed_letters(curriculum: Curriculum, module: Unit, names: Names) -> Names:
    series = subsections_of(curriculum.skeleton, module)
    found = _changed(series, series.units, range(len(series.units)))
    number = names.get(module.path, module.name).number
    return {
        path: name if name.number is None else name._replace(number=number)
        for path, name in found.items()
    }


def _changed(siblings: Siblings, order: Iterable[Unit], numbers: Iterable[int]) -> Names:
    """The names of the units that get another number when they are counted in ``order``."""
    return {
        unit.path: siblings.renamed(unit.name, number)
        for unit, number in zip(order, numbers, strict=False)
        if siblings.number(unit) != number
    }


def _refuse_repeats(siblings: Siblings) -> None:
    numbers = siblings.numbers
    if len(set(numbers)) < len(numbers):
        raise Refusal(
            f"Two {siblings.kind}s of {siblings.parent.path} have the same place: run "
            "`curriculum-lint renumber` first."
        )
