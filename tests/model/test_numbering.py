"""Which modules count, and which numbers leave room on purpose."""

from __future__ import annotations

import pytest

from curriculum_lint.model.curriculum import Kind, Skeleton, Unit
from curriculum_lint.model.numbering import (
    counted_modules,
    counts_in_steps,
    has_last_number,
    is_subsection,
    letter,
    letter_number,
    letter_series,
    module_series,
    part_series,
)
from curriculum_lint.model.sequence import Breaks, Gap, Repeat
from curriculum_lint.model.template import NameParts, Template


def modules(numbers: tuple[int, ...]) -> list[Unit]:
    return [
        Unit(Kind.MODULE, f"{number}_x", NameParts(number=number), None, True) for number in numbers
    ]


@pytest.mark.parametrize(
    ("numbers", "counted"),
    [
        ((1, 2, 3), 3),
        ((1, 2, 99), 2),
        ((1, 99, 999), 1),
        ((1, 999), 1),
        ((1, 98), 2),
        ((1, 100), 2),
        ((97, 98, 99), 3),
        ((97, 99), 1),
        ((99,), 0),
        ((), 0),
    ],
)
def test_a_99_behind_a_gap_only_comes_last(numbers: tuple[int, ...], counted: int) -> None:
    units = modules(numbers)
    assert counted_modules(units) == tuple(units[:counted])


@pytest.mark.parametrize(
    ("numbers", "in_steps"),
    [
        ((10, 20, 30), True),
        ((0, 10, 20), True),
        ((10, 30, 70), True),
        ((10, 20), False),
        ((10,), False),
        ((10, 20, 31), False),
        ((10, 20, 31, 40), False),
        ((5, 10, 15), True),
        ((4, 8, 12), False),
        ((10, 11, 20, 30, 40), True),
        ((10, 11, 20, 30), False),
    ],
)
def test_three_steps_are_a_scheme(numbers: tuple[int, ...], in_steps: bool) -> None:
    assert counts_in_steps(modules(numbers)) is in_steps


@pytest.mark.parametrize(
    ("number", "expected"), [(-1, None), (0, "a"), (1, "b"), (25, "z"), (26, None), (99, None)]
)
def test_the_alphabet_has_26_letters(number: int, expected: str | None) -> None:
    assert letter(number) == expected
    assert expected is None or letter_number(NameParts(letter=expected)) == number


def skeleton(
    *levels: list[NameParts], template: str = "{number}_{slug}", follows: bool = True
) -> Skeleton:
    units = tuple(
        Unit(
            Kind.LEVEL,
            str(at),
            NameParts(),
            None,
            True,
            tuple(
                Unit(Kind.MODULE, f"{at}/{n}", each, None, follows) for n, each in enumerate(names)
            ),
        )
        for at, names in enumerate(levels)
    )
    return Skeleton(None, units, (), Template(template), Template("{letter}_{slug}"))


@pytest.mark.parametrize(
    ("levels", "gaps"),
    [
        (((1, 2), (3, 4)), ["", ""]),
        (((1, 2), (1, 2)), ["", ""]),
        (((0, 1), (0, 2)), ["", "1-1"]),
        (((1, 2), (4,)), ["", "3-3"]),
        (((1, 2), (), (3,)), ["", "", ""]),
        (((1, 2), (), (4,)), ["", "", "3-3"]),
        (((100, 101), (200, 201)), ["", ""]),
        (((101, 103),), ["102-102"]),
        (((102, 103),), ["1-101"]),
        (((99, 100),), ["1-98"]),
        (((2,),), ["1-1"]),
    ],
)
def test_a_level_goes_on_from_the_last_or_begins_anew(
    levels: tuple[tuple[int, ...], ...], gaps: list[str]
) -> None:
    found = skeleton(*([NameParts(number) for number in level] for level in levels))
    shown = [
        " ".join(f"{gap.first}-{gap.last}" for gap in series.breaks.gaps)
        for _, series in module_series(found)
    ]
    assert shown == gaps


def breaks_of(*names: NameParts, template: str = "{number}_{slug}", follows: bool = True) -> Breaks:
    ((level, series),) = module_series(skeleton(list(names), template=template, follows=follows))
    assert set(series.units) <= set(level.children)
    return series.breaks


def test_a_range_stands_for_all_of_its_numbers_and_no_number_for_none() -> None:
    assert breaks_of(NameParts(1, more=2), NameParts(4)) == Breaks()
    assert breaks_of(NameParts(1, more=2), NameParts(5)).gaps == (Gap(3, 4, 4),)
    assert breaks_of(NameParts(1), NameParts(slug="x"), NameParts(2)) == Breaks()


def test_modules_repeat_each_other_where_all_that_numbers_them_is_the_same() -> None:
    one, two = NameParts(1, track="a", part=1), NameParts(1, track="b", part=1)
    assert breaks_of(one, two) == Breaks()
    assert breaks_of(one, two._replace(track="a")).repeats == (Repeat(1, 0, 2),)
    assert breaks_of(one, one._replace(part=2)) == Breaks()
    # Of a name that was guessed nobody knows the rest.
    guessed = (NameParts(1), NameParts(1))
    assert breaks_of(*guessed, follows=False).repeats == (Repeat(1, 0, 2),)
    for template in ("{number}_{part}_{slug}", "{number}_{track}_{slug}"):
        assert breaks_of(*guessed, template=template, follows=False) == Breaks()
        assert breaks_of(*guessed, template=template).repeats == (Repeat(1, 0, 2),)


def parts_of(*names: NameParts) -> list[tuple[int, str, list[int | None], tuple[Gap, ...]]]:
    (level,) = skeleton(list(names)).levels
    return [
        (each.number, each.track, [u.name.part for u in each.series.units], each.series.breaks.gaps)
        for each in part_series(level)
    ]


def test_parts_are_counted_by_track_unless_tracks_share_a_count() -> None:
    def part(number: int, part: int | None, track: str = "") -> NameParts:
        return NameParts(number, part=part, track=track)

    assert parts_of(part(1, 2), part(1, 1), part(2, 3), part(3, None), NameParts(part=1)) == [
        (1, "", [1, 2], ()),
        (2, "", [3], (Gap(0, 1, 2),)),
    ]
    assert parts_of(part(6, 1, "a"), part(6, 3, "b"), part(6, 2, "a")) == [(6, "", [1, 2, 3], ())]
    assert parts_of(part(6, 1, "a"), part(6, 1, "b"), part(6, 3, "b")) == [
        (6, "a", [1], ()),
        (6, "b", [1, 3], (Gap(1, 2, 2),)),
    ]


def lettered(letters: str, *, follows: bool = True) -> Unit:
    children = tuple(
        Unit(
            Kind.SUBSECTION, f"{at}", NameParts(letter=each if each != "-" else None), None, follows
        )
        for at, each in enumerate(letters)
    )
    return Unit(Kind.MODULE, "m", NameParts(1), None, True, children)


@pytest.mark.parametrize(
    ("letters", "follows", "counted", "gaps"),
    [
        ("abc", True, 3, ()),
        ("ac", True, 2, (Gap(1, 1, 1),)),
        ("b", True, 1, (Gap(0, 0, 0),)),
        ("-a", True, 1, ()),
        ("e", False, 0, ()),
        ("b", False, 0, ()),
        ("ab", False, 2, ()),
        ("ac", False, 1, ()),
    ],
)
def test_subsections_are_counted_from_a_unless_they_only_look_lettered(
    letters: str, follows: bool, counted: int, gaps: tuple[Gap, ...]
) -> None:
    module = lettered(letters, follows=follows)
    series = letter_series(module)
    assert (len(series.units), series.breaks.gaps) == (counted, gaps)
    assert all(is_subsection(unit, module.children) for unit in series.units)


def test_a_last_number_may_mean_no_more() -> None:
    assert [has_last_number(each) for each in modules((98, 99, 100, 999, 9))] == [
        *(False, True, False, True, False)
    ]
