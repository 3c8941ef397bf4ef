"""Which sentences stand for their text."""

from __future__ import annotations

import pytest

from curriculum_lint.text.telling import tells


@pytest.mark.parametrize(
    "sentence",
    [
        "Build a small HTTP server.",
        "Goal: build a server that answers every request.",
        "Goes deeper.",
        "Import a module and export a function.",
        "Next we build a server.",
        "Index your tables well.",
        "[Node.js](https://example.org) runs JavaScript on a server.",
        "Hereditary data structures, and how they grow.",
        "学习变量与函数。",
        "See how a server starts.",
    ],
)
def test_it_says_something(sentence: str) -> None:
    assert tells(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Video: https://example.org/watch",
        "https://example.org",
        "Below are 20 exercises for you.",
        "::::::::: objectives",
        "{% include video.html %}",
        "[TOC]",
        "import Video from './video'",
        "← Previous | Next →",
        "Back to top",
        "Day 3 of 30",
        "Contents",
        "Here you will find the slides.",
        "Welcome to Module 2 of the course.",
        "¡Bienvenidos a la semana 3!",
        "TODO",
        "TBD: write this.",
        "Duration: 2 hours",
        "You will learn:",
        "It is planned, and this page says how.",
        "…",
    ],
)
def test_it_says_nothing_of_what_it_is_about(sentence: str) -> None:
    assert not tells(sentence)
