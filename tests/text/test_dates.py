"""Dates are found as people write them."""

from __future__ import annotations

import pytest

from curriculum_lint.text.dates import find_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 8 Jan on", [("8 Jan", (0, 1, 8))]),
        ("January 9th, 2025: start", [("January 9th, 2025", (2025, 1, 9))]),
        ("(due 2025-01-08)", [("2025-01-08", (2025, 1, 8))]),
        ("am 15.01. und 3. März", [("15.01.", (0, 1, 15)), ("3. März", (0, 3, 3))]),
        ("le 5 février, el 6 de agosto", [("5 février", (0, 2, 5)), ("6 de agosto", (0, 8, 6))]),
        ("1/15", [("1/15", (0, 1, 15))]),
        ("3.2.2025", [("3.2.2025", (2025, 2, 3))]),
        ("1.2 and v1.2.3 and 1/2/3/4 and 45 Jan and 13/13", []),
    ],
)
def test_dates_are_read(text: str, found: list[tuple[str, tuple[int, int, int]]]) -> None:
    dates = list(find_dates(text))
    assert [
        (text[slice(*each.span)], each.readings[0] or each.readings[1]) for each in dates
    ] == found


def test_what_has_two_readings_has_both() -> None:
    (date,) = find_dates("3/2/2025")
    assert date.readings == ((2025, 2, 3), (2025, 3, 2))
