"""The quick answers about offsets are those of looking at every one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.text.regions import first_in
from curriculum_lint.text.source import Span

OFFSETS = st.lists(st.integers(0, 12), max_size=6).map(sorted)


@given(OFFSETS, st.integers(0, 12), st.integers(0, 12))
def test_the_first_in_a_span_is_at_its_start_or_behind_and_before_its_end(
    offsets: list[int], start: int, end: int
) -> None:
    expected = next((each for each in offsets if start <= each < end), None)
    assert first_in(Span(start, end), offsets) == expected
