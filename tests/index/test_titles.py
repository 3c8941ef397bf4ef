"""Titles that say again what the label says."""

from __future__ import annotations

import pytest

from curriculum_lint.index.titles import without_number


@pytest.mark.parametrize(
    ("title", "label", "shown"),
    [
        ("Module 4: Loops", "4", "Loops"),
        ("04. Loops", "4", "Loops"),
        ("Week 3 | Arrays", "3", "Arrays"),
        ("M03: Arrays", "3", "Arrays"),
        ("Day 1 - Intro", "1", "Intro"),
        ("4b Monitoring", "4b", "Monitoring"),
        ("第3章 変数", "3", "変数"),
        ("4 Ways to loop", "4", "4 Ways to loop"),
        ("Module 5: Loops", "4", "Module 5: Loops"),
        ("2.5 million requests", "2", "2.5 million requests"),
        ("Part 3 of the app", "3", "Part 3 of the app"),
        ("C4 Models", "4", "C4 Models"),
        ("HTTP 2: more", "2", "HTTP 2: more"),
        ("Chapter 2", "2", "Chapter 2"),
        ("Loops", "", "Loops"),
    ],
)
def test_a_title_does_not_repeat_the_label(title: str, label: str, shown: str) -> None:
    assert without_number(title, label) == shown
