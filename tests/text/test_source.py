"""Ranges of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.text.source import Span

_offsets = st.integers(0, 12)


@given(_offsets, _offsets, _offsets)
def test_a_span_holds_the_characters_that_slicing_takes(start: int, end: int, at: int) -> None:
    assert Span(start, end).holds(at) == (at in range(12 + 1)[start:end])
