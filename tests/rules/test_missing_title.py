"""CL103: a readme has one title, and it says something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.said import Said, said_of

UNIT, PAGE = "a_level/1_x/readme.md", "notes.md"


def _other(level: int, what: str = "module") -> str:
    return f"This {what} has no title: it begins with a heading of level {level}."


def _second(text: str) -> str:
    return f"A second level-1 heading, “{text}”: a readme has one title."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n", []),
        ("A\n=\n", []),
        ("# ![a](b.png)\n", []),
        ("# <img src='b.png' alt='x'>\n", []),
        ("---\ntitle: A\n---\n\nx\n", []),
        ("x\n\n# A\n", []),
        ("# A\n\n> # B\n", []),
        ("#\n\nx\n", [Said("1:1-2", "The title is empty.")]),
        ("#\n\n![a](b.png)\n", [Said("1:1-2", "The title is empty.")]),
        ("x\n", [Said("1:1-2", "This module has no title.")]),
        ("", [Said("1:1-1", "This module has no title.")]),
        ("x\n\n## A\n", [Said("1:1-2", "This module has no title.")]),
        ("> # A\n\nx\n", [Said("1:3-6", "This module has no title.")]),
        ("## A\n", [Said("1:1-5", _other(2))]),
        ("### A\n", [Said("1:1-6", _other(3))]),
        ("<!-- c -->\n\n## A\n", [Said("3:1-5", _other(2))]),
        ("# A\n\n# B\n\n# C\n", [Said("3:1-4", _second("B")), Said("5:1-4", _second("C"))]),
    ],
)
def test_a_readme(text: str, expected: list[Said], tmp_path: Path) -> None:
    assert said_of(tmp_path, "CL103", text, UNIT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A\n", [Said("1:1-5", _other(2, "page"))]),
        ("<!-- c -->\n\n## A\n", [Said("3:1-5", _other(2, "page"))]),
        ("#\n", []),
        ("x\n\n## A\n", []),
        ("> # A\n", []),
        ("x\n", []),
        ("", []),
        ("# A\n\n# B\n", []),
    ],
)
def test_a_page_that_is_no_unit(text: str, expected: list[Said], tmp_path: Path) -> None:
    assert said_of(tmp_path, "CL103", text, PAGE) == expected


def test_a_template_of_the_platform_needs_none(tmp_path: Path) -> None:
    assert said_of(tmp_path, "CL103", "## A\n", ".github/notes.md") == []
