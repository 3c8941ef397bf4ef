"""Findings whose place, words or silence no example shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import diagnostics_on, write_files
from tests.rules.said import said_of

LEVEL = "first_level"


def exercises(*numbers: str) -> str:
    return "".join(f"### {each} Do it\n\n**Goal:** x\n\n" for each in numbers)


@pytest.mark.parametrize(
    ("text", "where", "fixed"),
    [
        ("字**名（注）**字", "3:2-10", "字**名**（注）字"),
        ("字**名：（注）**字", "3:2-11", "字**名：**（注）字"),
    ],
)
def test_a_group_at_the_end_of_strong_words(
    text: str, where: str, fixed: str, tmp_path: Path
) -> None:
    (said,) = said_of(tmp_path, "CL608", f"# T\n\n{text}\n")
    assert (said.where, said.fixed) == (where, f"# T\n\n{fixed}\n")


def test_what_is_wrong_in_code_is_one_character(tmp_path: Path) -> None:
    (said,) = said_of(tmp_path, "CL605", '# T\n\n```json\n{"a": 1,, "b": 2}\n```\n')
    assert said.where == "4:9-10"


@pytest.mark.parametrize("words", ["exercise 1", "exercise 2"])
def test_exercises_that_count_on_are_in_the_level(words: str, tmp_path: Path) -> None:
    files = {
        f"{LEVEL}/1_start/readme.md": f"# Start\n\n## Exercises\n\n{exercises('1.', '2.')}",
        f"{LEVEL}/2_next/readme.md": (
            f"# Next\n\n## Exercises\n\n{exercises('3.', '4.')}See {words} and exercise 5.\n"
        ),
    }
    write_files(tmp_path, files)
    found = [d.message for d in diagnostics_on(tmp_path) if "There is no exercise" in d.message]
    assert found == ["There is no exercise 5 in this readme: the last one is 4."]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (("4.1",), "The exercise here is numbered 4.1, but this is module 1."),
        (
            ("4.1", "4.2", "4.3"),
            "The exercises here are numbered 4.1 to 4.3, but this is module 1.",
        ),
    ],
)
def test_exercises_of_another_module(numbers: tuple[str, ...], said: str, tmp_path: Path) -> None:
    text = f"# Start\n\n## Exercises\n\n{exercises(*numbers)}"
    write_files(tmp_path, {f"{LEVEL}/1_start/readme.md": text})
    assert said in [d.message for d in diagnostics_on(tmp_path)]


@pytest.mark.parametrize(
    ("gap", "parts"),
    [(" ", "A blank parts"), ("\n", "A line break parts"), (" \n", "A line break")],
)
def test_what_parts_a_link(gap: str, parts: str, tmp_path: Path) -> None:
    (said,) = said_of(tmp_path, "CL316", f"# T\n\n[the text]{gap}(https://example.org)\n")
    assert said.message.startswith(parts)


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "This code fence does"), (2, "This code fence and another do"), (4, "and 3 others do")],
)
def test_fences_without_a_language(count: int, words: str, tmp_path: Path) -> None:
    path = f"{LEVEL}/1_start/readme.md"
    (said,) = said_of(tmp_path, "CL604", "# T\n\n" + "```\nx\n```\n\n" * count, path)
    assert words in said.message


def test_text_that_is_lost_has_no_fix(tmp_path: Path) -> None:
    (said,) = said_of(tmp_path, "CL601", "# T\n\nOne ï¿½ two\n")
    assert (
        said.message
        == "“ï¿½” was meant to be a character that is lost, read in the wrong encoding."
    )
    assert said.fixed is None


def test_an_invisible_character_is_put_right(tmp_path: Path) -> None:
    write_files(tmp_path, {"notes.md": "# T\n\nOneÂ\xa0two cafÃ©\n"})
    titles = [d.fix.title for d in diagnostics_on(tmp_path) if d.code == "CL601" and d.fix]
    assert titles == ["Put it right", "Write `é`"]


@pytest.mark.parametrize(
    ("stated", "is_right"),
    [("**2**", True), ("**3**", True), ("**5**", True), ("**1**", False)],
)
def test_a_module_may_count_its_subsections(stated: str, is_right: bool, tmp_path: Path) -> None:
    files = {
        f"{LEVEL}/1_start/readme.md": (
            f"# Start\n\nBelow are {stated} exercises.\n\n## Exercises\n\n{exercises('1.1', '1.2')}"
        ),
        f"{LEVEL}/1_start/a_more/readme.md": (
            f"# More\n\n## Exercises\n\n{exercises('1', '2', '3')}"
        ),
    }
    write_files(tmp_path, files)
    assert ([d for d in diagnostics_on(tmp_path) if d.code == "CL115"] == []) is is_right


@pytest.mark.parametrize("entry", ["2", "**2**"])
def test_an_entry_that_has_another_number(entry: str, tmp_path: Path) -> None:
    files = {
        f"{LEVEL}/readme.md": f"# First\n\n- [Module {entry}: Start](1_start/readme.md)\n"
        "- [Module 2: Next](2_next/readme.md)\n",
        f"{LEVEL}/1_start/readme.md": "# Start\n",
        f"{LEVEL}/2_next/readme.md": "# Next\n",
    }
    write_files(tmp_path, files)
    (found,) = [d for d in diagnostics_on(tmp_path) if "entry says" in d.message]
    written = files[f"{LEVEL}/readme.md"].splitlines()[2]
    start, end = found.place.start.column - 1, found.place.end.column - 1
    assert (found.place.start.line, written[start:end]) in [
        (3, "2"), (3, f"[Module {entry}: Start](1_start/readme.md)"),
    ]  # fmt: skip


def test_levels_without_readmes_and_folders_that_cannot_be_listed(tmp_path: Path) -> None:
    files = {"first/week1/readme.md": "# One\n", "second/week1/readme.md": "# One\n"}
    configuration = 'levels = ["first", "second"]\nmodule-pattern = "week{number}"\n'
    write_files(tmp_path, files | {"curriculum-lint.toml": configuration})
    assert [d for d in diagnostics_on(tmp_path) if "has no readme" in d.message] == []


@pytest.mark.parametrize("end", ["", "\n\n## More\n\n- x\n"])
def test_an_item_that_is_written_anew_keeps_its_last_line(end: str, tmp_path: Path) -> None:
    text = (
        "# Start\n\n## Exercises\n\n### 1.1 One\n\n**Goal:** x\n\n**Build steps:**\n\n"
        f"- one\n  more\n- two\n  more\n  still more{end}"
    )
    path = f"{LEVEL}/1_start/readme.md"
    fixed = [each.fixed for each in said_of(tmp_path, "CL107", text, path) if each.fixed]
    assert fixed
    assert all("1. one\n   more\n2. two\n   more\n   still more" in each for each in fixed)


@pytest.mark.parametrize(
    "code",
    [
        *("--save", "-g", "run()", "MAX_SIZE", "$HOME", "snake_case", "npm ci", "npx tsc"),
        *("yarn add x", "pnpm run x", "pip3 install x", "git fetch", "git add ."),
        *("docker run x", "docker exec", "cargo build", "cargo test", "node a.mjs"),
        *("python3 a.py", "curl -s https://example.org"),
    ],
)
def test_code_in_quotes_of_a_text(code: str, tmp_path: Path) -> None:
    (said,) = said_of(tmp_path, "CL609", f"# T\n\nRun “{code}” now.\n")
    assert said.fixed == f"# T\n\nRun `{code}` now.\n"


def test_narrow_brackets_are_no_wide_ones(tmp_path: Path) -> None:
    text = "# T\n\n[a] (https://x.org) and [b]（https://x.org）\n"
    assert [said.where for said in said_of(tmp_path, "CL322", text)] == ["3:25-43"]


def test_an_address_ends_with_its_last_letter(tmp_path: Path) -> None:
    (said,) = said_of(tmp_path, "CL317", "# T\n\n[a](https://x.org/FAX! And\n")
    assert "`https://x.org/FAX`" in said.message


def test_hints_in_an_item_belong_to_it_while_its_list_goes_on(tmp_path: Path) -> None:
    start = "# T\n\n## Exercise 1\n\n**Steps:**\n\n1. a\n\n"
    files = {
        path: f"{start}{hint}2. b\n"
        for path, hint in (("first_level/1_a/readme.md", "   **Hints:** x\n\n"),)
    }
    for path, text in files.items():
        assert said_of(tmp_path, "CL108", text, path) == []
