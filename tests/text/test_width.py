"""The room that text takes on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.text.escape import visible
from curriculum_lint.text.width import cut_to_width, padded, text_width


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("e\u0301", 1), ("变量", 4), ("ａ", 2), ("é–…", 3)]
)
def test_wide_signs_count_twice_and_marks_not_at_all(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "columns", "cut"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("abcd efg", 6, "abcd…"),
        ("变量和", 6, "变量和"),
        ("变量和数", 6, "变量…"),
        ("e" + "\u0301" * 99, 6, "e" + "\u0301" * 17 + "…"),
    ],
)
def test_what_is_too_wide_is_cut(text: str, columns: int, cut: str) -> None:
    assert cut_to_width(text, columns) == cut


@given(st.text().map(visible), st.integers(1, 30))
def test_it_fits_and_is_a_beginning(text: str, columns: int) -> None:
    cut = cut_to_width(text, columns)
    assert text_width(cut) <= columns
    assert cut == text or text.startswith(cut.removesuffix("…"))
    assert text_width(padded(cut, columns)) == columns
