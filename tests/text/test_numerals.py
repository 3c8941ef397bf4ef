"""Numbers in labels are written as they were: with zeros, as words, in other digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.text.numerals import numeral_like, read_numeral

MODELS = ("3", "003", "3rd", "III", "Three", "drei", "DOS", "un", "三", "3️⃣")


@pytest.mark.parametrize(
    ("written", "four"),
    [
        ("3", "4"),
        ("03", "04"),
        ("1st", "4th"),
        ("III", "IV"),
        ("Three", "Four"),
        ("ONE", "FOUR"),
        ("une", "quatre"),
        ("Once", "Cuatro"),
        ("十一", "四"),
        ("1️⃣0️⃣", "4️⃣"),
    ],
)
def test_the_manner_is_kept(written: str, four: str) -> None:
    assert numeral_like(written, 4) == four


@pytest.mark.parametrize("written", ["", "IIX", "iv", "loop", "十十", "x", "三四"])
def test_what_is_no_number_is_not_read(written: str) -> None:
    assert read_numeral(written) is None


@given(st.sampled_from(MODELS), st.integers(1, 99))
def test_what_is_written_is_read_back(model: str, number: int) -> None:
    assert read_numeral(numeral_like(model, number)) == number
