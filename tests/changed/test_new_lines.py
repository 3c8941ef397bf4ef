"""Which lines are new, and which places they touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.check.diagnostic import Place
from curriculum_lint.text.source import Position
from curriculum_lint.views.changed.lines import NewLines, split_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\n", ["a\n"]),
        ("a\nb", ["a\n", "b"]),
        ("a\n\n", ["a\n", "\n"]),
        ("a\r\nb\rc\n", ["a\n", "b\n", "c\n"]),
    ],
)
def test_every_line_has_its_end(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines


@given(st.text(alphabet="ab\n"))
def test_lines_are_the_text(text: str) -> None:
    assert "".join(split_lines(text)) == text


def place(first: int, last: int, column: int = 2) -> Place:
    return Place("a.md", Position(first, 1), Position(last, column))


#: Lines 2, 3 and 6 are new; 4 of the old ones went.
OLD = ["a", "d", "e", "x", "g"]
NEW = ["a", "B", "C", "d", "e", "F", "g"]


@pytest.mark.parametrize(
    ("first", "last", "column", "touched"),
    [
        (1, 1, 2, False),
        (1, 2, 2, True),
        (1, 2, 1, False),
        (1, 3, 1, True),
        (2, 2, 1, True),
        (3, 3, 2, True),
        (3, 5, 2, True),
        (4, 5, 2, False),
        (4, 6, 1, False),
        (4, 6, 2, True),
        (5, 7, 2, True),
        (7, 7, 2, False),
        (7, 8, 1, False),
        (8, 8, 1, False),
    ],
)
def test_a_place_is_touched_by_a_new_line_in_it(
    first: int, last: int, column: int, touched: bool
) -> None:
    assert NewLines(OLD, NEW).touch(place(first, last, column)) is touched


def test_what_is_behind_a_new_last_line_is_on_it() -> None:
    assert NewLines(["a"], ["a", "b"]).touch(place(3, 3, 1))
    assert not NewLines(["a", "b"], ["a"]).touch(place(1, 1))
    assert not NewLines(["a"], []).touch(place(1, 1))


def test_lines_that_are_gone_touch_nothing() -> None:
    gone = NewLines(["a", "x", "b"], ["a", "b"])
    assert not any(gone.touch(place(first, last)) for first, last in ((1, 1), (1, 2), (2, 2)))
