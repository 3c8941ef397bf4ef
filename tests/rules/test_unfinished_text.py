"""CL116: marks that stand for text, and texts that stop in mid-sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.said import Said, said_of

UNIT = "a_level/1_x/readme.md"


@pytest.mark.parametrize(
    ("text", "where", "ending"),
    [
        ("As you see,", "3:11-12", "As you see,"),
        ("Use the", "3:7-8", "Use the"),
        ("One. Two and\n\n", "3:12-13", "One. Two and"),
        ("We then (  ", "3:9-10", "We then ("),
        ("One line\nand another with", "4:16-17", "and another with"),
        ("This one is a sentence of a length that is too long to show of", "3:62-63",
         "ength that is too long to show of"[-30:]),
    ],
)  # fmt: skip
def test_a_text_that_stops(text: str, where: str, ending: str, tmp_path: Path) -> None:
    said = said_of(tmp_path, "CL116", f"# T\n\n{text}\n", UNIT)
    assert said == [Said(where, f"The text stops in mid-sentence: “…{ending}”.")]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("TODO", ["3:1-5"]),
        ("Write it. TODO: more", ["3:11-15"]),
        ("(TBD) and [TBA]", ["3:2-5", "3:12-15"]),
        ("## FIXME", ["3:4-9"]),
        ("Lorem ipsum, lorem ipsum.", ["3:1-12", "3:14-25"]),
        ("[to be written]", ["3:1-16"]),
        ("Say <insert your name>.", ["3:5-23"]),
    ],
)
def test_a_mark_that_stands_for_text(text: str, where: list[str], tmp_path: Path) -> None:
    said = said_of(tmp_path, "CL116", f"# T\n\n{text}\n", UNIT)
    assert [each.where for each in said] == where


@pytest.mark.parametrize(
    "text",
    [
        "It is:",
        "Read on.",
        "A TODO app",
        "Build the `TODO` list: `TBD`",
        "#TODO",
        "TODO-list",
        "```text\nTODO\n```",
        "Use the\n\n- keys",
        "Use\n\n```text\nthe\n```",
    ],
)
def test_what_is_finished(text: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, "CL116", f"# T\n\n{text}\n", UNIT) == []


def test_only_readmes_of_the_curriculum_are_looked_at(tmp_path: Path) -> None:
    assert said_of(tmp_path, "CL116", "# T\n\nTODO\n\nUse the\n") == []
