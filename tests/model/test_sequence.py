from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.model.sequence import Breaks, Gap, Misplaced, Repeat, read_sequence, start_of

STARTS = (0, 1)
NUMBERS = st.lists(st.integers(0, 12), max_size=9)


def _rises(numbers: list[int]) -> bool:
    return numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("numbers", "gaps"),
    [
        ([1, 2, 3], ()),
        ([0, 1, 2], ()),
        ([1, 2, 4], (Gap(2, 3, 3),)),
        ([1, 3, 6], (Gap(1, 2, 2), Gap(2, 4, 5))),
        ([3], (Gap(0, 1, 2),)),
        ([8, 9, 10], (Gap(0, 1, 7),)),
        ([1, 999_999_999], (Gap(1, 2, 999_999_998),)),
    ],
)
def test_missing_numbers_are_named_where_the_next_one_stands(
    numbers: list[int], gaps: tuple[Gap, ...]
) -> None:
    assert read_sequence(numbers, STARTS) == Breaks(gaps)


def test_a_sequence_may_go_on_from_another() -> None:
    assert read_sequence([11, 12], (*STARTS, 11)) == Breaks()
    assert read_sequence([13], (*STARTS, 11)).gaps == (Gap(0, 11, 12),)
    assert start_of([5], (0, 1, 11)) == 1


@pytest.mark.parametrize(
    ("numbers", "repeats"),
    [
        ([1, 2, 2, 3], (Repeat(2, 1, 4),)),
        ([1, 2, 2, 4], (Repeat(2, 1, 3),)),
        ([1, 2, 4, 4], (Repeat(3, 2, 3),)),
        ([1, 2, 2, 2, 5], (Repeat(2, 1, 3), Repeat(3, 1, 4))),
        ([1, 1, 1], (Repeat(1, 0, 2), Repeat(2, 0, 3))),
        ([2, 2], (Repeat(1, 0, 1),)),
    ],
)
def test_a_missing_number_beside_a_repeated_one_is_offered_and_not_a_gap(
    numbers: list[int], repeats: tuple[Repeat, ...]
) -> None:
    assert read_sequence(numbers, STARTS) == Breaks((), repeats)


def test_a_repeat_does_not_hide_a_gap_elsewhere() -> None:
    assert read_sequence([1, 2, 2, 3, 6], STARTS) == Breaks((Gap(4, 4, 5),), (Repeat(2, 1, 4),))


def test_equal_numbers_with_different_keys_are_no_repeat() -> None:
    assert read_sequence([4, 4, 5], (4,), [(4, "a"), (4, "b"), (5, "")]) == Breaks()


@pytest.mark.parametrize(
    ("numbers", "misplaced"),
    [
        ([1, 2, 5, 3, 4, 6], (Misplaced(2, 3),)),
        ([1, 3, 4, 2, 5], (Misplaced(3, 2),)),
        ([4, 1, 2, 3], (Misplaced(0, 1),)),
    ],
)
def test_only_what_has_to_move_is_out_of_place(
    numbers: list[int], misplaced: tuple[Misplaced, ...]
) -> None:
    assert read_sequence(numbers, STARTS) == Breaks((), (), misplaced)


@given(NUMBERS)
def test_numbers_gaps_and_offers_beside_gaps_make_the_whole_range(numbers: list[int]) -> None:
    breaks = read_sequence(numbers, STARTS)
    missing = [n for gap in breaks.gaps for n in range(gap.first, gap.last + 1)]
    offered = [repeat.free for repeat in breaks.repeats]
    assert not set(numbers) & {*missing, *offered}
    assert len(offered) == len(set(offered)) == len(numbers) - len(set(numbers))
    if numbers:
        whole = set(range(start_of(numbers, STARTS), max(numbers) + 1))
        assert whole <= {*numbers, *missing, *offered}
        assert all(numbers[gap.at] > gap.last for gap in breaks.gaps)


@given(NUMBERS)
def test_the_fewest_items_are_out_of_place(numbers: list[int]) -> None:
    numbers = list(dict.fromkeys(numbers))
    found = read_sequence(numbers, STARTS).misplaced
    left = [n for index, n in enumerate(numbers) if index not in {each.at for each in found}]
    assert _rises(left)
    longest = max(
        size
        for size in range(len(numbers) + 1)
        if any(_rises(list(each)) for each in combinations(numbers, size))
    )
    assert len(left) == longest
    for index, other in found:
        assert (numbers[other] > numbers[index]) == (other < index)


@given(st.integers(0, 1), st.integers(0, 30))
def test_an_unbroken_sequence_has_no_breaks(start: int, count: int) -> None:
    assert read_sequence(list(range(start, start + count)), STARTS) == Breaks()


def test_many_repeats_and_gaps_take_a_moment_only() -> None:
    numbers = [n for n in range(0, 60_000, 2) for _ in range(2)]
    assert len(read_sequence(numbers, STARTS).repeats) == 30_000
