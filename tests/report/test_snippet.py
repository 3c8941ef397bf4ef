from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.report.snippet import WIDTH, snippet

from .strategies import hostile


@pytest.mark.parametrize(
    ("line", "start", "end", "source", "carets"),
    [
        ("See [x](y).", 4, 10, "See [x](y).", "    ^^^^^^"),
        ("ends here", 9, 9, "ends here", "         ^"),
        ("short", 50, 60, "short", "     ^"),
        ("backwards", 4, 2, "backwards", "    ^"),
        ("kept\r\n", 0, 4, "kept", "^^^^"),
        ("\tab\tc", 4, 5, "    ab  c", "        ^"),
        ("日本 x", 0, 2, "日本 x", "^^^^"),
        ("日本 x", 3, 4, "日本 x", "     ^"),
        ("e\u0301e\u0301 x", 5, 6, "e\u0301e\u0301 x", "   ^"),
        ("e\u0301", 1, 2, "e\u0301", " ^"),
        ("a\u200bb", 1, 2, "a\\u200bb", " ^^^^^^"),
        ("a\u200bb", 2, 3, "a\\u200bb", "       ^"),
        ("## ##[x] y", 9, 10, "## #\\x23[x] y", "            ^"),
        ("ｗｉｄｅ", 1, 2, "ｗｉｄｅ", "  ^^"),
    ],
)
def test_carets_stand_under_the_span(
    line: str, start: int, end: int, source: str, carets: str
) -> None:
    assert snippet(line, start, end) == (source, carets)


def test_a_line_that_just_fits_is_not_cut() -> None:
    line = "x" * WIDTH
    assert snippet(line, 0, 1).source == line
    assert snippet(line, WIDTH - 1, WIDTH).source == line


@pytest.mark.parametrize("start", [0, 1, 50, 500, 10_000, 19_990])
def test_a_long_line_is_cut_around_the_span(start: int) -> None:
    line = "".join(chr(ord("a") + index % 26) for index in range(20_000))
    source, carets = snippet(line, start, start + 10)
    at = carets.index("^")
    assert source[at : at + 10] == line[start : start + 10]
    assert carets.count("^") == 10
    assert len(source) <= WIDTH + 2
    assert source.startswith("…") == (start > 34)
    assert source.endswith("…") == (start < 19_900)


def test_the_carets_of_a_long_span_end_with_what_is_shown() -> None:
    source, carets = snippet("x" * 1_000, 200, 900)
    assert len(carets) == len(source) - 1
    assert source.endswith("…")


def _columns(text: str) -> int:
    marks = {"Mn", "Me"}
    wide = {"W", "F"}
    return sum(
        0 if unicodedata.category(c) in marks else 1 + (unicodedata.east_asian_width(c) in wide)
        for c in text
    )


@given(hostile, st.integers(0, 60), st.integers(0, 60))
def test_a_snippet_is_narrow_harmless_and_marked(line: str, start: int, end: int) -> None:
    source, carets = snippet(line, start, end)
    assert "##[" not in source
    assert not set(source) & set("\x1b\n\r\t\x85\u2028\u202e")
    assert _columns(source) <= WIDTH + 2
    assert carets.strip(" ").strip("^") == ""
    assert carets.endswith("^")
    assert len(carets) <= _columns(source) + 1
