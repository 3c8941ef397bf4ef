"""What was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.text.suggest import close_matches, closest

KEYS = ["select", "severity", "sections", "schemas", "ignore", "extend-select", "exclude"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("selct", "select"),
        ("Ignore", "ignore"),
        ("extend-selct", "extend-select"),
        ("section", "sections"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_one_that_is_meant(word, meant):
    assert closest(word, KEYS) == meant


def test_nothing_is_suggested_where_two_could_be_meant():
    assert closest("step-3", ["step-1", "step-2"]) is None
    assert close_matches("step-3", ["step-2", "step-1"]) == ["step-1", "step-2"]


def test_an_equal_word_in_other_case_beats_a_close_one():
    assert closest("readme.MD", ["readme.md", "readme2.md"]) == "readme.md"


def test_at_most_three_are_given_the_closest_first():
    assert close_matches("abcd", ["abcx", "abcd", "abc", "abcde", "abxy"]) == [
        "abcd",
        "abcde",
        "abc",
    ]


def test_hostile_lengths_are_not_compared():
    assert close_matches("x" * 60_000, ["x" * 60_000]) == []
    assert closest("abc", ["x" * 60_000, "abd"]) == "abd"


def test_of_very_many_those_of_like_length_are_compared():
    crowd = [f"{number:0100d}" for number in range(20_000)]
    assert closest("readm.md", [*crowd, "readme.md"]) == "readme.md"


@given(st.text("ab-", max_size=6), st.lists(st.text("ab-", max_size=6), max_size=6))
def test_order_of_the_candidates_does_not_matter(word, candidates):
    matches = close_matches(word, candidates)
    assert matches == close_matches(word, sorted(candidates, reverse=True))
    assert set(matches) <= set(candidates)
    assert closest(word, candidates) in (None, *matches[:1])
