"""Which headings number an exercise, and what the number is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.model.exercise_number import read_number

WORDS = frozenset({"exercise", "task", "aufgabe", "übung"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3) Print", ("3", "Print")),
        ("3. Print", ("3", "Print")),
        ("3: Print", ("3", "Print")),
        ("3 - Print", ("3", "Print")),
        ("3 – Print", ("3", "Print")),
        ("3) – Print", ("3", "Print")),
        ("03) Print", ("03", "Print")),
        ("3a) Print", ("3a", "Print")),
        ("1.3 Print", ("1.3", "Print")),
        ("1.3*: Print", ("1.3", "Print")),
        ("Exercise 2★ Print", ("2", "Print")),
        ("4a.3 Print", ("4a.3", "Print")),
        ("4a.3) Print", ("4a.3", "Print")),
        ("1.2.3 Print", ("1.2.3", "Print")),
        ("10.12 Print", ("10.12", "Print")),
        ("3)", ("3", "")),
        ("3.", ("3", "")),
        ("Exercise 3", ("3", "")),
        ("Exercise 3: Print", ("3", "Print")),
        ("exercise 3. Print", ("3", "Print")),
        ("EXERCISE 3) Print", ("3", "Print")),
        ("Exercise 3 - Print", ("3", "Print")),
        ("Exercise 3 — Print", ("3", "Print")),
        ("Exercise 3 Print", ("3", "Print")),
        ("Exercise #3: Print", ("3", "Print")),
        ("Exercise 4a.3: Print", ("4a.3", "Print")),
        ("Exercise 3b: Print", ("3b", "Print")),
        ("Task 3: Print", ("3", "Print")),
        ("Übung 3: Print", ("3", "Print")),
        ("Exercise3: Print", ("3", "Print")),
    ],
)
def test_number_and_title_are_read(text: str, expected: tuple[str, str]) -> None:
    found = read_number(text, WORDS)
    assert found is not None
    assert (found.written, found.title) == expected
    assert text[found.start : found.end] == found.written


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "Print", "Exercise", "Exercises", "Exercise: Print", "Exercise three"),
        *("3 Print", "3", "3rd party", "3D models", "3)Print", "3.Print", "3:00 at night"),
        *("2024 in review", "HTTP 3: QUIC", "Step 3: Print", "Exercise x3", "v1.2 notes"),
        *("1234567) Print", "-3) Print", "(3) Print", "Exercise 3rd", "Exercise 3_x"),
        *("3.14159 is pi", "1.5x faster", "Exercises 3: Print"),
    ],
)
def test_other_headings_have_no_number(text: str) -> None:
    assert read_number(text, WORDS) is None


@given(
    prefix=st.lists(st.from_regex(r"[0-9]{1,3}[a-z]?\.", fullmatch=True), max_size=2).map("".join),
    ordinal=st.integers(0, 999_999),
    suffix=st.sampled_from(["", "a", "z"]),
    word=st.sampled_from(["Exercise ", "Task #", "aufgabe "]),
    mark=st.sampled_from([": ", ") ", ". ", " - ", " – "]),
    title=st.from_regex(r"[A-Z][a-z ]{0,10}[a-z]", fullmatch=True),
)
def test_what_is_written_is_what_is_read(
    prefix: str, ordinal: int, suffix: str, word: str, mark: str, title: str
) -> None:
    text = f"{word}{prefix}{ordinal}{suffix}{mark}{title}"
    found = read_number(text, WORDS)
    assert found is not None
    assert (found.prefix, found.ordinal, found.suffix) == (prefix, ordinal, suffix)
    assert (found.title, found.named) == (title, True)
    assert text[found.start : found.end] == found.written


@given(st.text(max_size=40) | st.from_regex(r"[0-9a-z. #)–:-]{0,20}", fullmatch=True))
def test_any_heading_is_read_without_failing(text: str) -> None:
    found = read_number(text, WORDS)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert found.ordinal >= 0
