"""Words of messages: what is long is cut, and says so."""

from __future__ import annotations

import pytest

from curriculum_lint.rules.wording import excerpt, first_few, number_range, quoted_list


@pytest.mark.parametrize(("length", "is_whole"), [(0, True), (60, True), (61, False), (900, False)])
def test_a_long_text_is_shown_by_its_beginning(length: int, is_whole: bool) -> None:
    text = "x" * length
    assert excerpt(text) == (text if is_whole else "x" * 60 + "…")


def test_words_that_do_not_fit_are_counted() -> None:
    assert first_few(["a"], 2) == "a"
    assert first_few(["a", "b"], 2) == "a and b"
    assert first_few(["a", "b", "c"], 2) == "a, b and 1 more"
    assert first_few(["a", "b", "c", "d"], 2) == "a, b and 2 more"


def test_lists_and_ranges() -> None:
    assert quoted_list(["a"]) == "“a”"
    assert quoted_list(["a", "b", "c"]) == "“a”, “b” or “c”"
    assert quoted_list(["a", "b"], "and") == "“a” and “b”"
    assert number_range("3", "3") == "3"
    assert number_range("3", "4", adjacent=True) == "3 and 4"
    assert number_range("3", "7") == "3 to 7"
