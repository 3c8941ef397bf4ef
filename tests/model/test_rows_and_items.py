"""Numbers, titles and places of exercises that are rows of tables and items of lists."""

from __future__ import annotations

import pytest

from curriculum_lint.settings.exercise_settings import ExerciseForm
from tests.model.test_exercise_forms import exercises, names


def table(head: str, *rows: str) -> str:
    return "\n".join(["## Exercises", "", head, "|---" * (head.count("|") - 1) + "|", *rows, ""])


@pytest.mark.parametrize(
    ("head", "rows", "read"),
    [
        # Numbers are those of a column that is called so, or counts, and stands before the titles.
        ("| # | Do |", ["| 4 | Build |", "| 9 | Test |"], ["4 Build", "9 Test"]),
        ("| No. | Do |", ["| 4 | Build |", "| 9 | Test |"], ["4 Build", "9 Test"]),
        ("| Número | Do |", ["| 4 | Build |"], ["4 Build"]),
        ("| Task | Do |", ["| 4 | Build |", "| 9 | Test |"], ["4 Build", "9 Test"]),
        ("| X | Do |", ["| 4 | Build |", "| 9 | Test |"], ["Build", "Test"]),
        ("| X | Do |", ["| 1 | Build |", "| 2 | Test |"], ["1 Build", "2 Test"]),
        ("| X | Do |", ["| 0 | Build |", "| 1 | Test |"], ["Build", "Test"]),
        ("| X | Do |", ["| Task 4 | Build |", "| Task 9 | Test |"], ["4 Build", "9 Test"]),
        ("| X | Do |", ["| Room 4 | Build |", "| Room 9 | Test |"], ["Room 4", "Room 9"]),
        ("| Do | # |", ["| Build | 1 |", "| Test | 2 |"], ["Build", "Test"]),
        ("| # | Do |", ["| 1 | Build |", "| x | Test |"], ["1 Build", "Test"]),
        ("| # | Do |", ["| 1 | Build |", "| | Test |", "| | Run |"], ["Build", "Test", "Run"]),
        # Forms of numbers.
        ("| # | Do |", ["| **1.2** | Build |", "| #3a | Test |"], ["1.2 Build", "3a Test"]),
        ("| # | Do |", ["| 1) | Build |", "| `2`: | Test |"], ["1 Build", "Test"]),
        ("| # | Do |", ["| 1234567 | Build |", "| 2 | Test |"], ["Build", "2 Test"]),
        # Titles are words: of the column that is called so, or of the first with words in most.
        ("| Task | Exercise |", ["| 20 | Build |", "| 30 | Test |"], ["20 Build", "30 Test"]),
        ("| Area | Tasks |", ["| Web | Build |", "| Files | Test |"], ["Build", "Test"]),
        ("| Area | Do |", ["| Web | Build |", "| Files | Test |"], ["Web", "Files"]),
        ("| Area | Do |", ["| | Build |", "| Files | Test |"], ["Build", "Test"]),
        ("| # | Do |", ["| 1 | 第一 |", "| 2 | x |", "| 3 | ab |"], ["1 第一", "3 ab"]),
        ("| # | Do |", ["| 1 | 5 |", "| 2 | 10 |"], []),
        ("| # | Do |", ["| 1 | Task 4: Build |", "| 2 | Test |"], ["1 Build", "2 Test"]),
        ("| Do | Time |", ["| Task 4: Build | 5 |", "| Task 5: Run | 5 |"], ["4 Build", "5 Run"]),
        ("| # | Do |", ["| 1 |", "| 2 | Test |"], []),
        ("| # | Do |", ["| 1 |", "| 2 | Test |", "| 3 | Run |"], ["2 Test", "3 Run"]),
    ],
)
def test_rows_have_these_numbers_and_titles(head: str, rows: list[str], read: list[str]) -> None:
    assert names(table(head, *rows), ExerciseForm.TABLE) == read


def test_a_row_is_all_of_its_line_and_its_number_stands_in_its_cell() -> None:
    text = table("| # | Do | Time |", "| **1.2b** | Build *it* | 5 min |")
    (only,) = exercises(text, ExerciseForm.TABLE)
    assert (only.number, only.prefix, only.ordinal, only.suffix) == ("1.2b", "1.", 2, "b")
    assert text[slice(*only.number_span)] == "1.2b"
    assert text[slice(*only.heading.content)] == "Build *it*"
    assert text[slice(*only.span)] == "**1.2b** | Build *it* | 5 min"
    assert (only.title, only.form, only.is_line) == ("Build it", ExerciseForm.TABLE, True)


def test_tables_with_another_head_are_none() -> None:
    first = table("| # | Do |", "| 1 | Build |")
    again = "\n| # | Do |\n|---|---|\n| 2 | Test |\n"
    other = "\n| # | Name |\n|---|---|\n| 3 | Ada |\n"
    assert names(first + other + again, ExerciseForm.TABLE) == ["1 Build", "2 Test"]


@pytest.mark.parametrize(
    ("items", "read"),
    [
        # A list is one to tick where half of its items have boxes.
        ("- [ ] A1\n- Bb\n", ["A1"]),
        ("- [ ] A1\n- Bb\n- Cc\n", []),
        ("- [x] A1\n- [X] Bb\n", ["A1", "Bb"]),
        ("1. [ ] A1\n2. [ ] Bb\n", ["1 A1", "2 Bb"]),
        ("- [ ] A1\n\n  More.\n- [ ] Bb\n", ["A1", "Bb"]),
        ("- [ ] [A1](a.md)\n- [ ] Bb\n", ["Bb"]),
    ],
)
def test_items_with_boxes_are_tasks(items: str, read: list[str]) -> None:
    assert names(f"## Exercises\n\n{items}", ExerciseForm.CHECKLIST) == read


@pytest.mark.parametrize(
    ("items", "read"),
    [
        ("- Aa\n- Bb\n", ["Aa", "Bb"]),
        ("0. Aa\n1. Bb\n", ["0 Aa", "1 Bb"]),
        ("5) Aa\n5) Bb\n", ["5 Aa", "6 Bb"]),
        ("1. Aa\n2. Bb\n\nText.\n\n3. Cc\n", ["1 Aa", "2 Bb", "3 Cc"]),
        ("1. 4: Aa\n", ["1 4: Aa"]),
        ("- 4) Aa\n- 5) Bb\n", []),
        ("- **Name:** what\n- **Stress** of it\n", ["Name", "Stress of it"]),
        ("- **Name**\n", ["Name"]),
        ("1. Exercise 3: Aa\n", ["3 Aa"]),
    ],
)
def test_items_of_lists_have_these_numbers_and_titles(items: str, read: list[str]) -> None:
    assert names(f"## Exercises\n\n{items}", ExerciseForm.LIST) == read


def test_an_item_has_its_marker_as_its_number() -> None:
    text = "## Exercises\n\n7. [ ] Build it\n   - part\n8. [x] Run\n"
    first, second = exercises(text, ExerciseForm.CHECKLIST)
    assert (text[slice(*first.number_span)], first.ordinal) == ("7.", 7)
    assert text[slice(*first.heading.content)] == "Build it"
    assert text[slice(*first.span)].rstrip() == "7. [ ] Build it\n   - part"
    assert (second.number, second.title) == ("8", "Run")
