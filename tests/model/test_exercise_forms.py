"""Exercises that are no headings: bold words, rows of tables and items of lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.model.exercise_sequences import exercise_sequences
from curriculum_lint.model.outline import Exercise
from curriculum_lint.model.outline_reader import read_outline
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.exercise_settings import ExerciseForm
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS

KEYS = frozenset({"goal", "steps", "acceptance_criteria", "hints"})
ALL = tuple(ExerciseForm)


def exercises(text: str, *forms: ExerciseForm) -> tuple[Exercise, ...]:
    vocabulary = Vocabulary(DEFAULT_SECTIONS, forms or ALL)
    return read_outline(parse_document("x.md", text), vocabulary, KEYS).exercises


def names(text: str, *forms: ExerciseForm) -> list[str]:
    return [f"{each.number} {each.title}".strip() for each in exercises(text, *forms)]


TASKS = "## Exercises\n\n- [ ] Build it\n  - [ ] a part\n- [x] Test it\n"
TABLE = (
    "## Exercises\n\n| # | Task | Points |\n|---|---|---|\n| 1 | Build | 5 |\n| 2 | Test | 5 |\n"
)

READ = {
    "the items of a checklist": (TASKS, ["Build it", "Test it"]),
    "the first sentence of an item": (
        "## Tasks\n\n- [ ] Build `it`. It runs.\n- [ ] **A clock**: it [ticks](x.md)\n",
        ["Build it", "A clock"],
    ),
    "items that say their number": (
        "## Tasks\n\n- [ ] Task 1: build\n- [ ] **Task 2**: test\n",
        ["1 build", "2 test"],
    ),
    "items without words": ("## Tasks\n\n- [ ]\n- [ ] ![](a.png)\n- [ ] Go\n", ["Go"]),
    "numbers as Markdown shows them": (
        "## Exercises\n\n3. Build\n3. Test\n",
        ["3 Build", "4 Test"],
    ),
    "the numbered list behind bullets that introduce it": (
        "## Exercises\n\n- Install it.\n\nThen:\n\n1. Build\n2. Test\n",
        ["1 Build", "2 Test"],
    ),
    "lists below headings, but for sections of other names": (
        "## Exercises\n\n### Easy\n\n1. A\n\n### Hard\n\n1. B\n\n### Hints\n\n1. C\n",
        ["1 A", "1 B"],
    ),
    "a list that goes on below a heading": (
        "## Exercises\n\n1. A\n\n### Bonus\n\n2. B\n\n### How to hand in\n\n1. C\n",
        ["1 A", "2 B"],
    ),
    "the list below a label": ("**Exercises:**\n\n1. A\n2. B\n\n## Next\n\n1. C\n", ["1 A", "2 B"]),
    "rows": (TABLE, ["1 Build", "2 Test"]),
    "rows without outer bars": (
        "## Exercises\n\nNo. | Task\n--- | ---\n1 | Build\n2 | Test\n",
        ["1 Build", "2 Test"],
    ),
    "the column that is called so": (
        "## Exercises\n\n| Topic | Task |\n|---|---|\n| Loops | Build |\n| Files | Test |\n",
        ["Build", "Test"],
    ),
    "rows whose numbers are points": (
        "## Exercises\n\n| Points | Task |\n|---|---|\n| 5 | Build |\n| 5 | Test |\n",
        ["Build", "Test"],
    ),
    "the tables with the same head": (
        f"{TABLE}\n| Grade | Points |\n|---|---|\n| Good | 10 |\n",
        ["1 Build", "2 Test"],
    ),
    "bold words and what follows them": (
        "## Practice\n\n**Exercise 1:** Write a program.\n\n**Exercise 2**\n\nMore.\n",
        ["1 Write a program", "2"],
    ),
    "bold words with a title": (
        "**Task 1: Greet**\n\nText.\n\n**Task 2 – Count**\n",
        ["1 Greet", "2 Count"],
    ),
    "bold numbers where exercises are announced": (
        "**1. No**\n\n## Exercises\n\n**1. Greet**\n\nText.\n\n**2. Count**\n",
        ["1 Greet", "2 Count"],
    ),
    "headings before all others": (
        f"{TASKS}\n### Exercise 1: A\n\n1. Open\n2. Type\n",
        ["1 A"],
    ),
    "nothing outside of sections that announce them": (
        "## Steps\n\n1. A\n\n## To know\n\n- [ ] B\n\n| # | C |\n|---|---|\n| 1 | D |\n",
        [],
    ),
    "nothing where a list stands in a quote or in code": (
        "## Exercises\n\n```\n1. A\n```\n",
        [],
    ),
}


@pytest.mark.parametrize(("text", "read"), READ.values(), ids=READ)
def test_these_are_read(text: str, read: list[str]) -> None:
    assert names(text) == read


@pytest.mark.parametrize("text", [TASKS, TABLE, "**Exercise 1:** Go.\n", "## Tasks\n\n1. A\n"])
def test_only_forms_that_are_configured_are_read(text: str) -> None:
    assert names(text)
    assert not names(text, ExerciseForm.HEADING)


def test_a_row_is_where_its_title_and_number_stand() -> None:
    first = exercises(TABLE)[0]
    assert TABLE[slice(*first.heading.content)] == "Build"
    assert TABLE[slice(*first.number_span)] == "1"
    assert (first.heading.level, first.heading.anchor, first.is_line) == (0, "", True)


def test_what_belongs_to_bold_words_ends_at_the_next_ones_and_at_a_heading() -> None:
    text = "**Exercise 1:** A\n\n**Goal:** x\n\n**Exercise 2:** B\n\n- y\n\n### Hints\n\nz\n"
    first, second = exercises(text)
    assert [each.key for each in first.sections] == ["goal"]
    assert text[slice(*second.span)] == "**Exercise 2:** B\n\n- y\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "## Exercises\n\n1. A\n\n```\nx\n```\n\n1. B\n\n```\nx\n```\n\n2. C\n",
        f"{TABLE}\n",
        "## Exercises\n\n### Easy\n\n| # | Task |\n|---|---|\n| 1 | Add |\n\n"
        "### Hard\n\n| # | Task |\n|---|---|\n| 1 | Sort |\n",
        "## A\n\n**Exercise 1:** x\n\n## B\n\n**Exercise 1:** y\n\n**Exercise 2:** z\n",
    ],
)
def test_numbers_that_begin_again_are_right(text: str) -> None:
    document = parse_document("x.md", text)
    outline = read_outline(document, Vocabulary(DEFAULT_SECTIONS, ALL), KEYS)
    found = [each.breaks() for each in exercise_sequences(outline, document.headings, ())]
    assert found
    assert not any(each.gaps or each.repeats or each.misplaced for each in found)


@given(
    st.lists(
        st.sampled_from(
            "## Exercises|### Easy|- [ ] Go on|1. Go|¦ 1 ¦ Go ¦|¦---¦---¦|**Exercise 1:** Go|"
            "**Goal:** x|¦ # ¦ Task ¦||text|> - [ ] q".replace("|", "\n")
            .replace("¦", "|")
            .split("\n")
        ),
        max_size=14,
    ),
    st.sets(st.sampled_from(ALL), min_size=1),
)
def test_each_exercise_has_a_name_and_a_place_of_its_own(
    lines: list[str], forms: set[ExerciseForm]
) -> None:
    text = "\n".join(lines)
    found = exercises(text, *forms)
    assert len({each.form for each in found}) <= 1
    for each in found:
        assert each.form in forms
        assert each.title or each.number
        assert each.span.start <= each.heading.span.start < each.heading.span.end <= len(text)
    spans = [each.span for each in found]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Exercise A: Loops", True),
        ("Exercise B", True),
        ("Task: Loops", True),
        ("Challenge – Loops", True),
        ("Exercise notes", False),
        ("Assignment description", False),
        ("Exercises of old", False),
        ("A task: Loops", False),
    ],
)
def test_a_heading_below_exercises_may_name_one_without_a_number(title: str, is_one: bool) -> None:
    text = f"## Exercises\n\n### {title}\n\nGo.\n"
    assert names(text, ExerciseForm.HEADING) == ([title] if is_one else [])


@pytest.mark.parametrize(
    "name", ["Exercises / Übungen", "Übungen | Exercises", "Ejercicios · Tasks"]
)
def test_a_name_in_two_languages_announces_exercises(name: str) -> None:
    assert names(f"## {name}\n\n1. Go\n") == ["1 Go"]
    assert not names("## And/or\n\n1. Go\n")
