from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.edits.edit import Edit
from curriculum_lint.edits.line_ends import fit_line_ends, line_end_of


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", "\n"),
        ("a", "\n"),
        ("a\nb\n", "\n"),
        ("a\r\nb\r\n", "\r\n"),
        ("a\rb\r", "\r"),
        ("a\r\nb\n", "\n"),
        ("a\r\nb\r\nc\n", "\r\n"),
    ],
)
def test_the_line_ending_of_a_text_is_the_most_frequent(text: str, end: str) -> None:
    assert line_end_of(text) == end


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_inserted_lines_end_like_the_others(end: str) -> None:
    text = f"one{end}two{end}"
    edits = fit_line_ends(text, [Edit("a.md", 3, 3, "\nnew\r\nlines\n")])
    assert apply_edits(text, edits) == f"one{end}new{end}lines{end}{end}two{end}"


@given(st.text("ab\r\n"), st.text("x\r\n"))
def test_fitting_twice_changes_nothing(text: str, inserted: str) -> None:
    once = fit_line_ends(text, [Edit("a.md", 0, 0, inserted)])
    assert fit_line_ends(text, once) == once
