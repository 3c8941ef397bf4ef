"""Which modules count, and which numbers leave room on purpose."""

from __future__ import annotations

import pytest

from curriculum_lint.model.curriculum import Kind, Unit
from curriculum_lint.model.numbering import (
    counted_modules,
    counts_in_steps,
    letter,
    letter_number,
)
from curriculum_lint.model.template import NameParts


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
