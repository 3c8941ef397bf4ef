"""CL124, CL125, CL129: headings and lists that blanks or their marks make into text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.said import said_of

T = "# T\n\n"


@pytest.mark.parametrize(
    ("text", "where", "fixed", "is_unsafe"),
    [
        ("Go on:\n2. A\n3. B\n", "4:1-5", "Go on:\n\n2. A\n3. B\n", False),
        ("Go on\n2. A\n3. B\n4. C\n", "4:1-5", "Go on\n\n2. A\n3. B\n4. C\n", True),
        ("Go on.\n2. A\n3. B\n", "4:1-5", "Go on.\n\n2. A\n3. B\n", True),
        ("Go on:\n2. A\n", "4:1-5", "Go on:\n\n2. A\n", False),
        ("Go on:\n2. A\nand\n3. B\n", "4:1-5", "Go on:\n\n2. A\nand\n3. B\n", False),
        ("So\ngo on:\n2. A\n", "5:1-5", "So\ngo on:\n\n2. A\n", False),
        ("x:\n   2. A\n   3. B\n", "4:4-8", "x:\n\n   2. A\n   3. B\n", False),
        ("x:\n    2. A\n    3. B\n", "4:5-9", "x:\n\n2. A\n3. B\n", True),
        ("x:\n    - A\n", "4:5-8", "x:\n\n- A\n", True),
        ("x:\n\t- A\n\t- B\n", "4:2-5", "x:\n\n- A\n- B\n", True),
        ("- x:\n      - A\n", "4:7-10", None, False),
        ("> x:\n>     - A\n>     - B\n", "4:7-10", None, False),
    ],
)
def test_lines_that_were_meant_as_a_list(
    text: str, where: str, fixed: str | None, is_unsafe: bool, tmp_path: Path
) -> None:
    (said,) = said_of(tmp_path, "CL125", T + text)
    assert (said.where, said.is_unsafe) == (where, is_unsafe)
    assert said.fixed == (fixed and T + fixed)
    reason = "it begins with 2" if text.count("    ") + text.count("\t") == 0 else "it is indented"
    assert said.message.endswith(f"is not an item of a list: it follows a paragraph, and {reason}.")


@pytest.mark.parametrize(
    "text",
    [
        "Go on\n2. A\n",
        "Go on\n2. A\n3. B\n",
        "Go on.\n2. A\n",
        "Go on:\n2. A\n4. B\n",
        "Go on:\n2. A\n3) B\n",
        "2. A\n",
        "Go on:\n1. A\n2. B\n",
        "Go on:\n- A\n",
        "born in\n1986. It was\n",
    ],
)
def test_lines_that_are_text_or_a_list_already(text: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, "CL125", T + text) == []


@pytest.mark.parametrize(
    ("text", "where", "fixed"),
    [
        ("##Set up\n", "3:1-3", "## Set up\n"),
        ("#Set up\n", "3:1-2", "# Set up\n"),
        ("   ##Set up\n", "3:4-6", "   ## Set up\n"),
        ("######Set up\n", "3:1-7", "###### Set up\n"),
        ("text\n##Set up\n", "4:1-3", "text\n## Set up\n"),
        ("`x`\n##Set `y` up\n", "4:1-3", "`x`\n## Set `y` up\n"),
        ("> ##Set up\n", "3:3-5", "> ## Set up\n"),
        ("##12\n", "3:1-3", "## 12\n"),
    ],
)
def test_lines_that_were_meant_as_a_heading(
    text: str, where: str, fixed: str, tmp_path: Path
) -> None:
    (said,) = said_of(tmp_path, "CL124", T + text)
    # Below other text a single mark may be a hashtag.
    assert (said.where, said.fixed, said.is_unsafe) == (where, T + fixed, text.count("#") == 1)
    marks = "#" * (text.count("#"))
    assert said.message.endswith(f"is not a heading: no blank follows the `{marks}`.")


@pytest.mark.parametrize(
    "text",
    [
        "#Node\n",
        "text\n#Set up\n",
        "- #Set up\n",
        "#######Set up\n",
        "##\n",
        "## Set up\n",
        "#!x y\n",
        "\\##Set up\n",
        "text\n    ##Set up\n",
        "#include <a b>\n",
        "#1 thing to do\n",
        "`##Set up`\n",
    ],
)
def test_lines_that_are_no_heading(text: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, "CL124", T + text) == []


@pytest.mark.parametrize(
    ("text", "where", "fixed"),
    [
        ("• a\n• b\n", "3:1-2", "- a\n- b\n"),
        ("x:\n・読む\n・書く\n", "4:1-2", "x:\n- 読む\n- 書く\n"),
        ("● **a**\n  ○ b\nand c\n", "3:1-2", "- **a**\n  - b\nand c\n"),
        ("•\t`a`  \n•\u00a0[b](c)\n• d\n", "3:1-2", "- `a`  \n- [b](c)\n- d\n"),
        ("x:\n• a<br>\n• b\n", "4:1-2", "x:\n- a<br>\n- b\n"),
        ("• 1. a\n• b\n", "3:1-2", None),
        ("• ---\n• b\n", "3:1-2", None),
        ("• # a\n• b\n", "3:1-2", None),
        ("> • a\n> • b\n", "3:3-4", None),
        ("- x\n  • a\n  • b\n", "4:3-4", None),
        ("x\n    • a\n    • b\n", "4:5-6", None),
    ],
)
def test_lines_with_typed_bullets(text: str, where: str, fixed: str | None, tmp_path: Path) -> None:
    (said,) = said_of(tmp_path, "CL129", T + text)
    assert (said.where, said.fixed) == (where, fixed and T + fixed)
    assert not said.is_unsafe


@pytest.mark.parametrize(
    "text",
    [
        "• a\n\n• b\n",
        "• a  \n• b\\\n• c\n",
        "x • a\ny • b\n",
        "• a\nb\n",
        "```\n• a\n• b\n```\n",
        "`x\n• a\n• b`\n",
        "| x |\n| - |\n• a\n• b\n",
        "Markdown does not know\n• this\n• or that.\n",
    ],
)
def test_bullets_that_are_shown_as_they_were_meant(text: str, tmp_path: Path) -> None:
    assert not said_of(tmp_path, "CL129", T + text)
