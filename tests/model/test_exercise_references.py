"""Which numbers in prose are those of exercises."""

from __future__ import annotations

import pytest

from curriculum_lint.model.exercise_references import exercise_references
from curriculum_lint.model.outline_reader import read_outline
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS

VOCABULARY = Vocabulary(DEFAULT_SECTIONS)


def numbers(text: str, *, exercises: str = "") -> list[str]:
    """The numbers that refer, with ``#`` where no word says of what."""
    document = parse_document("x.md", text + exercises)
    outline = read_outline(document, VOCABULARY, frozenset())
    found = list(exercise_references(document, outline, VOCABULARY))
    assert all(document.text[slice(*each.span)] == each.number for each in found)
    return [each.number if each.named else f"#{each.number}" for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See exercise 9.", ["9"]),
        ("See Exercise #9.", ["9"]),
        ("See exercise\n9.", ["9"]),
        ("See exercise 999.", ["999"]),
        ("See exercise 9a.", ["9a"]),
        ("See exercise 1.2.3.4.", ["1.2.3.4"]),
        ("See exercise 4a.2.", ["4a.2"]),
        ("See exercise 3/4.", ["3", "4"]),
        ("See exercise 3–4.", ["3", "4"]),
        ("See exercise 3/#4.", ["3", "4"]),
        ("See exercise 3, 4.", ["3"]),
        ("See exercises 3, 4/5 and #6.", ["3", "4", "5", "6"]),
        ("See exercises 3 or 4.", ["3", "4"]),
        ("See exercises 3, 4, & 5.", ["3", "4", "5"]),
        ("See exercises 3 to 5.", ["3", "5"]),
        ("See exercises 3 through 5.", ["3", "5"]),
        ("See exercises 3-5.", ["3", "5"]),
        ("See exercises 3 — 5.", ["3", "5"]),
        ("See exercises 3 and 5 and 7.", ["3", "5"]),
        ("See ex. 9 and exs. 8.", ["9", "8"]),
        ("(exercise 9)", ["9"]),
        ("Two exercises: exercise 1, then exercise 2.", ["1", "2"]),
        ("# About exercise 9\n", ["9"]),
        ("Do it.\nThen exercise 9 again.", ["9"]),
    ],
)
def test_a_word_names_the_numbers_behind_it(text: str, found: list[str]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "See exercise 1000.",
        "See exercise 9km.",
        "See exercise 9.5.1.1.1.",
        "See exercise 9,5.",
        "See exercise 9:30.",
        "See exercise 9-fold.",
        "See pre-exercise 9.",
        "See work/exercise 9.",
        "See #exercise 9.",
        "See myexercise 9.",
        "See exercise" + " " * 10 + "9.",
        "See ex 9.",
        "See `exercise` 9.",
        "`exercise 9`",
        "[exercise 9](x.md)",
        "<div>exercise 9</div>\n",
        "```text\nexercise 9\n```",
    ],
)
def test_other_numbers_refer_to_nothing(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    "unit",
    [
        *("time", "times", "x", "×", "%", "min", "mins", "minute", "minutes", "h", "hour", "hours"),
        *("s", "sec", "secs", "second", "seconds", "day", "days", "week", "weeks", "month"),
        *("months", "set", "sets", "rep", "reps", "point", "points", "pts", "people", "students"),
        *("learners", "per", "or more", "more"),
    ],
)
def test_what_is_counted_or_measured_is_no_exercise(unit: str) -> None:
    assert numbers(f"You exercise 30 {unit} a day.") == []
    assert numbers(f"You exercise 30 {unit}thing.") == ["30"] or unit in "×%"


@pytest.mark.parametrize("sign", list("'’′″°%€$×"))
def test_a_sign_behind_a_number_makes_it_another(sign: str) -> None:
    assert numbers(f"See exercise 9{sign} there.") == []


@pytest.mark.parametrize(
    "text",
    [
        *(f"See exercise 9 {word} module 3." for word in ("of", "in", "from", "on")),
        *(f"See exercise 9 of {word} book." for word in ("the", "our", "your", "its", "this")),
        *(
            f"See exercise 9 of that {word}."
            for word in (
                *("module", "lessons", "chapter", "units", "section", "subsection", "parts"),
                *("level", "weeks", "days", "previous", "earlier", "last", "next", "parent"),
                *("textbook", "course", "tutorial", "other", "series"),
            )
        ),
        "See exercise 9 of the second module.",
        "See exercise 9, from Knuth.",
        "See exercise 9; (in *SICP*).",
        "See exercise 9 of “Dragons”.",
        "See exercise 9 in 2024.",
        *(
            f"See {word} 3, exercise 9."
            for word in (
                *("module", "lesson", "chapter", "unit", "section", "subsection", "part"),
                *("level", "weeks", "days", "book"),
            )
        ),
        "See chapter: (exercise 9).",
        "See chapter #12a, exercise 9.",
        "Like SICP exercise 9.",
        "Like K&R, exercise 9.",
        "Knuth's exercise 9.",
        "The students’ exercise 9.",
    ],
)
def test_exercises_of_other_places_are_none_of_ours(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "See exercise 9 of the server.",
        "See exercise 9 in which it runs.",
        "See exercise 9 of the new modular thing.",
        "The server from exercise 9 on the port.",
        "Like A exercise 9.",
        "Like sicp exercise 9.",
        "In parts of this, exercise 9.",
        "See chapter 3: it has more. But exercise 9.",
    ],
)
def test_other_words_around_say_nothing_of_the_place(text: str) -> None:
    assert numbers(text) == ["9"]


def test_a_place_far_before_says_nothing() -> None:
    assert numbers(f"See chapter{' ' * 9}exercise 9.") == []
    assert numbers(f"See chapter{' ' * 10}exercise 9.") == ["9"]
    assert numbers(f"See chapter 3, and {'word ' * 8}exercise 9.") == ["9"]


@pytest.mark.parametrize(
    "text",
    [
        "Exercise 9",
        "Exercise 9: Loops",
        "**Exercise 9.** Loops",
        "Exercise 9) Loops",
        "Exercise 9 – Loops",
        "Exercise 9 — Loops",
        "Exercise 9 - Loops",
        "Exercise 9 | Loops",
        "> Exercise 9: Loops",
        "- Exercise 9: Loops",
        "3. Exercise 9: Loops",
        "Text.\nExercise 9: Loops",
        "# Exercise 9 loops\n",
        "## **Exercise 9** and 10\n",
    ],
)
def test_what_begins_with_a_number_announces_the_exercise(text: str) -> None:
    assert numbers(text) == []


def test_a_line_that_goes_on_or_begins_otherwise_announces_nothing() -> None:
    assert numbers("Exercise 9 is hard.") == ["9"]
    assert numbers("See exercise 9: Loops") == ["9"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *((f"Please {verb} #7.", ["#7"]) for verb in ("see", "reuse", "extend", "as in")),
        *((f"It {verb} #7.", ["#7"]) for verb in ("reuses", "reused", "extends", "extended")),
        *((f"It is {verb} #7.", ["#7"]) for verb in ("reusing", "extending", "from", "like")),
        *((f"It {verb} on #7.", ["#7"]) for verb in ("builds", "build", "building")),
        *((f"It {verb} with #7.", ["#7"]) for verb in ("continue", "continues", "continuing")),
        ("It continues from #7.", ["#7"]),
        ("Extend the solution of #7.", ["#7"]),
        ("Extend the server of #7.", ["#7"]),
        ("Extend the code of #7.", ["#7"]),
        ("Extend the program of #7.", ["#7"]),
        ("See #7, #8/#9 and #10 or #11 & #12.", ["#7", "#8", "#9", "#10", "#11", "#12"]),
        ("See #99.", ["#99"]),
        ("See #123.", []),
        ("See #7a.", []),
        ("See #7.x.", []),
        ("See #7.", ["#7"]),
        ("See #7, #123.", ["#7"]),
        ("Oversee #7.", []),
        ("Issue #7.", []),
        ("See `#7`.", []),
        ("See [#7](x.md).", []),
        (f"See{' ' * 10}#7.", []),
    ],
)
def test_a_sign_may_stand_for_the_word(text: str, found: list[str]) -> None:
    assert numbers(text) == found


def test_without_the_sign_a_block_is_not_searched_in_vain() -> None:
    assert numbers("Nothing here.\n\nSee #7.\n\nSee EXERCISE 8.\n\nSée exercise 9.") == [
        "#7",
        "8",
        "9",
    ]


@pytest.mark.parametrize(
    ("exercises", "text", "found"),
    [
        ("", "See exercise 9, task 8, challenge 7 and lab 6.", ["9"]),
        ("\n\n## Task 1: A\n", "See exercise 9, task 8 and lab 6.", ["8"]),
        ("\n\n## Task 1: A\n\n## Lab 2: B\n", "See exercise 9, task 8 and lab 6.", ["8", "6"]),
        ("\n\n## Exercises\n\n### 1) Task\n", "See exercise 9 and task 8.", ["9"]),
        ("\n\n## Exercises\n\n### Task\n\n**Goal:** x\n", "See exercise 9 and task 8.", ["9"]),
    ],
)
def test_exercises_are_called_as_their_headings_call_them(
    exercises: str, text: str, found: list[str]
) -> None:
    assert numbers(text, exercises=exercises) == found


def test_what_stands_before_the_last_dot_is_the_unit() -> None:
    document = parse_document("x.md", "See exercise 4a.2, exercise 1.2.3 and exercise 9.")
    outline = read_outline(document, VOCABULARY, frozenset())
    found = exercise_references(document, outline, VOCABULARY)
    assert [each.unit for each in found] == ["4a", "1.2", ""]
