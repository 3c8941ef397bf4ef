"""Which lines differ between two versions of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.edits.changed_lines import changed_lines

LINES = st.lists(st.sampled_from("abc"), max_size=8)


@given(LINES, LINES)
def test_what_does_not_change_is_equal_and_stands_between_what_does(
    old: list[str], new: list[str]
) -> None:
    at_old = at_new = 0
    for change in changed_lines(old, new):
        assert old[at_old : change.old_start] == new[at_new : change.new_start]
        assert old[change.old_start : change.old_end] != new[change.new_start : change.new_end]
        assert change.old_start > at_old or change.old_start == 0
        at_old, at_new = change.old_end, change.new_end
    assert old[at_old:] == new[at_new:]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("", "", []),
        ("abc", "abc", []),
        ("", "ab", [(0, 0, 0, 2)]),
        ("ab", "", [(0, 2, 0, 0)]),
        ("abcd", "axcy", [(1, 2, 1, 2), (3, 4, 3, 4)]),
        ("aa", "aaa", [(2, 2, 2, 3)]),
        ("xabcy", "abc", [(0, 1, 0, 0), (4, 5, 3, 3)]),
    ],
)
def test_changes(old: str, new: str, changes: list[tuple[int, ...]]) -> None:
    assert changed_lines(old, new) == changes


@pytest.mark.parametrize(("count", "parts"), [(2_500, 2), (2_501, 1)])
def test_of_very_many_lines_all_that_differ_count_as_one(count: int, parts: int) -> None:
    old = [f"line {number}" for number in range(count)]
    new = ["first", *old[1:-1], "last"]
    assert len(changed_lines(old, new)) == parts
