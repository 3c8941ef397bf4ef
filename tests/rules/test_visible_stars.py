"""CL608: stars that make nothing strong, and what they were meant to make strong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.said import said_of


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("** bold ** text\n", {"3:1-11": "**bold** text\n"}),
        ("x\n** bold ** text\n", {"4:1-11": "x\n**bold** text\n"}),
        ("x\n  ** bold ** y\n", {"4:3-13": "x\n  **bold** y\n"}),
        ("- ** bold ** y\n", {"3:3-13": "- **bold** y\n"}),
        ("some **bold ** text\n", {"3:6-15": "some **bold** text\n"}),
        ("some ** bold** text\n", {"3:6-15": "some **bold** text\n"}),
        ("| ** bold ** | b |\n|---|---|\n| x ** bold ** | c |\n",
         {"3:3-13": "| **bold** | b |\n|---|---|\n| x ** bold ** | c |\n"}),
        ("x **bold **. and **b** c **one two ** d\n",
         {"3:3-12": "x **bold**. and **b** c **one two ** d\n",
          "3:26-38": "x **bold **. and **b** c **one two** d\n"}),
        ("** one **\n** two **\n",
         {"3:1-10": "**one**\n** two **\n", "4:1-10": "** one **\n**two**\n"}),
        ("**bold ** and 2 ** 3\n", {"3:1-10": None}),
        ("y**(x)**\n", {"3:2-9": "y(**x**)\n"}),
        ("**“x”**y\n", {"3:1-8": "“**x**”y\n"}),
        ("字**注意：**字\n", {"3:2-9": "字**注意**：字\n"}),
        ("x ** bold ** y\n", {}),
        ("x** bold** y\n", {}),
        ("x **bold **y\n", {}),
        ("2 ** 3 and 4 ** 5\n", {}),
        ("2 **3 ** 4\n", {}),
        ("a **b\nc ** d\n", {}),
    ],
)  # fmt: skip
def test_what_was_meant_to_be_strong(
    text: str, fixed: dict[str, str | None], tmp_path: Path
) -> None:
    said = said_of(tmp_path, "CL608", f"# T\n\n{text}")
    assert {each.where: each.fixed and each.fixed[5:] for each in said} == fixed
