from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.text.natural import natural_key


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (["10_b", "9_a", "1_c"], ["1_c", "9_a", "10_b"]),
        (["a10", "a9b", "a9"], ["a9", "a9b", "a10"]),
        (["01", "1", "2"], ["01", "1", "2"]),
        (["b", "A", "a", "B"], ["A", "a", "B", "b"]),
        (["file", "7"], ["7", "file"]),
    ],
)
def test_numbers_sort_by_value_and_letters_without_case(
    names: list[str], ordered: list[str]
) -> None:
    assert sorted(names, key=natural_key) == ordered


def test_numbers_with_more_digits_than_int_accepts_are_compared() -> None:
    assert natural_key("9" * 5000) < natural_key("1" + "0" * 5000)


@given(st.lists(st.text()))
def test_different_names_never_share_a_place(names: list[str]) -> None:
    assert len({natural_key(name) for name in names}) == len(set(names))
