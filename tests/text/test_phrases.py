"""Parts of sentences are said in one way everywhere."""

from __future__ import annotations

import pytest

from curriculum_lint.text.phrases import counted, listed


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (1000, "1,000 errors")],
)
def test_what_is_counted_agrees_with_its_number(count: int, said: str) -> None:
    assert counted(count, "error") == said


def test_a_plural_of_its_own_is_taken() -> None:
    assert counted(1, "criterion", "criteria") == "1 criterion"
    assert counted(2, "criterion", "criteria") == "2 criteria"


@pytest.mark.parametrize(
    ("words", "said"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_the_last_word_of_a_list_is_joined_by_a_word(words: tuple[str, ...], said: str) -> None:
    assert listed(words) == said


def test_the_joint_of_a_list_can_be_another() -> None:
    assert listed(iter("abc"), "or") == "a, b or c"
