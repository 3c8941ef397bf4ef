"""How a readme is understood in the layouts that people really write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_lint.model.outline import Form, Outline
from curriculum_lint.model.outline_reader import read_outline
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS
from tests.curricula import exercise, readme

VOCABULARY = Vocabulary(DEFAULT_SECTIONS)
KEYS = frozenset({"goal", "steps", "acceptance_criteria", "hints"})


def outline(text: str) -> Outline:
    return read_outline(parse_document("x.md", text), VOCABULARY, KEYS)


def shape(text: str) -> list[tuple[str, dict[str, tuple[Form, int]]]]:
    """Each exercise: its number or title, and for each section its form and count of items."""
    return [
        (e.number or e.title, {s.key: (s.form, len(s.items)) for s in e.sections})
        for e in outline(text).exercises
    ]


TEXT, ORDERED, BULLET, TASK, EMPTY = (
    *(Form.TEXT, Form.ORDERED, Form.BULLET, Form.TASK, Form.EMPTY),
)
WHOLE = {"goal": (TEXT, 0), "steps": (ORDERED, 2), "acceptance_criteria": (BULLET, 1)}

LAYOUTS = {
    "labels in their own blocks": exercise(1),
    "labels without blank lines": (
        "## 1) A\n**Goal:** Go.\n**Steps:**\n1. a\n2. b\n**Acceptance criteria:**\n- c\n"
    ),
    "criteria indented in the last step": (
        "## 1) A\n\n**Goal:** Go.\n\n**Steps:**\n\n1. a\n2. b\n\n    **Acceptance criteria:**\n\n- c\n"
    ),
    "criteria and its list in the last step": (
        "## 1) A\n\n**Goal:** Go.\n\n**Steps:**\n\n1. a\n2. b\n\n   **Acceptance criteria:**\n   - c\n"
    ),
    "labels as items": (
        "## 1) A\n\n- **Goal:** Go.\n- **Steps:**\n  1. a\n  2. b\n"
        "- **Acceptance criteria:**\n  - c\n"
    ),
    "labels as items of an ordered list": (
        "## 1) A\n\n1. **Goal:** Go.\n2. **Steps:**\n   1. a\n   2. b\n"
        "3. **Acceptance criteria:**\n   - c\n"
    ),
    "headings for labels": (
        "## 1) A\n\n### Goal\n\nGo.\n\n### Steps\n\n1. a\n2. b\n\n### Acceptance criteria\n\n- c\n"
    ),
    "headings and labels mixed": (
        "## 1) A\n\n### Goal\n\nGo.\n\n**Steps**\n\n1. a\n2. b\n\n#### Acceptance criteria:\n\n- c\n"
    ),
    "under a heading for all": "## Exercises\n\n###" + exercise(1).removeprefix("##"),
    "other words, case, colon and emoji": (
        "## 1) A\n\n__OBJECTIVE__: Go.\n\n**🔧 Instructions (30 min)：**\n\n1. a\n2. b\n\n"
        "**✅ Success criteria**\n\n- c\n"
    ),
    "bold asides in steps": (
        "## 1) A\n\n**Goal:** Go.\n\n**Steps:**\n\n1. **Goal** of the step: a\n2. **Hints:** b\n\n"
        "**Acceptance criteria:**\n\n- **Goal:** c\n"
    ),
    "text around the lists": (
        "## 1) A\n\n**Goal:** Go.\n\n**Steps:** Do this.\n\nFirst:\n\n1. a\n2. b\n\nDone.\n\n"
        "**Acceptance criteria:** It works:\n\n- c\n\nThat is all.\n"
    ),
    "code between the steps": (
        "## 1) A\n\n**Goal:** Go.\n\n**Steps:**\n\n1. a\n\n   ```\n   **Hints:** x\n   ## 2) B\n   ```\n\n"
        "2. b\n\n**Acceptance criteria:**\n\n- c\n"
    ),
    "windows line endings": exercise(1).replace("\n", "\r\n"),
    "a raw HTML heading": exercise(1).replace("## 1) Print Start 1", "<h2>1) Print</h2>"),
    "a setext heading": exercise(1).replace("## 1) Print Start 1", "Exercise 1: Print\n---"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_exercise_is_understood_in_every_layout(name: str) -> None:
    title = "# T\n\n".replace("\n", "\r\n" if "\r" in LAYOUTS[name] else "\n")
    ((number, sections),) = shape(title + LAYOUTS[name])
    assert (number, sections) == ("1", WHOLE)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**Goal:**\n\n**Steps:**\n\n1. a\n", {"goal": (EMPTY, 0), "steps": (ORDERED, 1)}),
        ("**Goal:** —\n\n**Steps:**\n", {"goal": (EMPTY, 0), "steps": (EMPTY, 0)}),
        ("**Goal:**\n\n<!-- later -->\n\n---\n", {"goal": (EMPTY, 0)}),
        ("**Goal:**\n\n```\nx\n```\n", {"goal": (TEXT, 0)}),
        ("**Goal:**\n\n| a |\n|---|\n", {"goal": (TEXT, 0)}),
        ("**Goal:**\n\n> quoted\n", {"goal": (TEXT, 0)}),
        ("**Goal:**\n\n![image](x.png)\n", {"goal": (TEXT, 0)}),
        ("**Steps:**\n\n- a\n- b\n", {"steps": (BULLET, 2)}),
        ("**Steps:**\n\n- [ ] a\n- [x] b\n", {"steps": (TASK, 2)}),
        ("**Steps:**\n\n- [ ] a\n- b\n", {"steps": (BULLET, 2)}),
        ("**Steps:**\n\n1. a\n   - b\n   - c\n2. d\n", {"steps": (ORDERED, 2)}),
        ("**Steps:**\n\n1. a\n\ntext\n\n1. b\n", {"steps": (ORDERED, 2)}),
        ("**Steps:**\n\n> 1. a\n> 2. b\n", {"steps": (ORDERED, 2)}),
        ("**Goal:** a\n\n**Goal:** b\n", {"goal": (TEXT, 0)}),
        ("text **Goal:** no\n\n**Steps:** x\n", {"steps": (TEXT, 0)}),
        ("*Goal:* no\n\n**Steps:** x\n", {"steps": (TEXT, 0)}),
        ("**Goals of this:** no\n\n**Steps:** x\n", {"steps": (TEXT, 0)}),
    ],
)
def test_form_and_items_of_a_section(body: str, expected: dict[str, tuple[Form, int]]) -> None:
    assert shape(f"# T\n\n## 1) A\n\n{body}") == [("1", expected)]


def test_steps_as_headings_belong_to_their_exercise() -> None:
    text = (
        "# T\n\n## 1) A\n\n**Goal:** Go.\n\n**Steps:**\n\n### 1. First\n\nx\n\n### 2. Second\n\ny\n\n"
        "**Acceptance criteria:**\n\n- c\n\n" + exercise(2)
    )
    assert [name for name, _ in shape(text)] == ["1", "2"]
    assert shape(text)[0][1]["acceptance_criteria"] == (BULLET, 1)
    assert shape(text)[0][1]["steps"][0] is not EMPTY


def test_exercises_without_numbers_are_found_under_their_heading() -> None:
    text = "# T\n\n## Exercises\n\n### Print\n\n**Goal:** a\n\n### Write\n\n**Goal:** b\n\n### Why\n\nText.\n"
    assert [name for name, _ in shape(text)] == ["Print", "Write"]


def test_headings_that_are_no_exercises_are_left_alone() -> None:
    text = "# T\n\n## 1. Concepts\n\ntext\n\n## 2. History\n\ntext\n\n" + exercise(1) + exercise(2)
    assert [name for name, _ in shape("# T\n\n## Introduction\n\ntext\n\n" + exercise(1))] == ["1"]
    assert {name for name, _ in shape(text)} == {"1", "2"}
    assert shape("# T\n\n## About\n\n## History\n") == []
    assert shape("# 1) Title\n\ntext\n") == []


def test_sections_of_the_readme_stand_beside_its_exercises() -> None:
    found = outline("# T\n\n## Before you start\n\ntext\n\n" + readme("X").partition("\n\n")[2])
    assert [s.key for s in found.sections] == ["prerequisites", "best_practices"]
    assert [len(s.items) for s in found.sections] == [0, 1]
    assert found.misplaced == ()


@pytest.mark.parametrize("level", [3, 4, 6])
def test_section_of_the_readme_under_the_last_exercise_is_misplaced(level: int) -> None:
    text = "# T\n\n" + exercise(1) + "#" * level + " Best practices\n\n- Read.\n"
    found = outline(text)
    assert [s.key for s in found.sections] == ["best_practices"]
    assert [s.key for s in found.misplaced] == ["best_practices"]
    assert "best_practices" not in {s.key for s in found.exercises[0].sections}


def test_section_order_is_the_order_of_the_text() -> None:
    text = (
        "# T\n\n## 1) A\n\n**Acceptance criteria:**\n\n- c\n\n**Steps:**\n\n1. a\n\n**Goal:** g\n"
    )
    (only,) = outline(text).exercises
    assert [s.key for s in only.sections] == ["acceptance_criteria", "steps", "goal"]


def test_title_is_the_first_heading_of_level_1_and_no_section() -> None:
    found = outline("# Exercises\n\n" + exercise(1))
    assert found.title is not None
    assert found.title.text == "Exercises"
    assert [e.number for e in found.exercises] == ["1"]
    assert outline("## 1) A\n").title is None
    assert outline("") == Outline()


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("1.1. A\n---", "1.1", "A"),
        ("## Exercise 3: A", "3", "A"),
        ("## Exercise *3*: A", "", ""),
        ("## Exercise 03a – A", "03a", "A"),
    ],
)
def test_a_number_is_told_where_it_stands(heading: str, number: str, title: str) -> None:
    text = f"{heading}\n\n**Goal:** x\n\n**Steps:**\n\n1. x\n"
    (only,) = outline(text).exercises
    if number:
        assert (only.number, only.title) == (number, title)
        assert text[slice(*only.number_span)] == number


def test_a_label_before_any_heading_has_what_stands_under_the_first() -> None:
    (section,) = outline("**Before you start:**\n\n# T\n\nText.\n").sections
    assert (section.form, section.body.end) == (TEXT, 34)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        # Words of the readme's own sections below another section's heading.
        ("## Resources\n\n### Goal\n\nx\n", "resources"),
        ("## Resources\n\n**Goal:** x\n", "resources"),
        ("## Resources\n\n### Resources\n\nx\n", "resources"),
        ("## Resources\n\n### Concepts\n\nx\n", "resources concepts"),
        ("## Resources\n\n### Concepts\n\nx\n\n### Goal\n\ny\n", "resources concepts"),
        ("## Resources\n\nx\n\n## Goal\n\nx\n", "resources goal"),
        ("### Resources\n\nx\n\n## Goal\n\nx\n", "resources goal"),
        ("**Goal:** x\n\n## Resources\n\nx\n", "goal resources"),
        ("## Resources\n\n## Resources\n\nx\n", "resources resources"),
    ],
)
def test_words_below_a_section_are_its_own(text: str, keys: str) -> None:
    assert " ".join(each.key for each in outline(f"# T\n\n{text}").sections) == keys


@pytest.mark.parametrize(
    ("text", "exercises"),
    [
        # The level with most exercises; of two with as many, the upper one.
        ("## Exercise 1\n\n### Exercise 2\n\n### Exercise 3\n", "2 3"),
        ("## Exercise 1\n\n### Exercise 2\n", "1"),
        ("### Exercise 1\n\n## Exercise 2\n", "2"),
        ("## Part 1\n\n### 1. A\n\n**Goal:** x\n\n**Steps:** y\n\n### 2. B\n", "1 2"),
        # In a part of its own, the upper level.
        ("## Exercises\n\n### 1. A\n\n#### 2. B\n\n#### 3. C\n", "1"),
        ("## Exercises\n\n#### 1. A\n\n### 2. B\n\n#### 3. C\n", "2"),
        ("## Exercises\n\nText.\n", ""),
        ("## Exercises\n\n### 1. A\n\n## Tasks\n\n### 2. B\n", "1 2"),
        ("## Exercises\n\n### A\n\n**Goal:** x\n\n### 2. B\n", "2"),
        ("### 9. X\n\n## Exercises\n\n### 1. A\n", "1"),
    ],
)
def test_exercises_stand_on_one_level(text: str, exercises: str) -> None:
    assert " ".join(each.number for each in outline(f"# T\n\n{text}").exercises) == exercises


@pytest.mark.parametrize(
    ("items", "form", "count"),
    [
        # The form of the list that comes first, unless there are more steps than bullets.
        ("- a\n- b\n\nText.\n\n1. c\n", BULLET, 2),
        ("- a\n\nText.\n\n1. c\n", ORDERED, 1),
        ("1. c\n\nText.\n\n- a\n- b\n", ORDERED, 1),
        ("- a\n\nText.\n\n1. c\n2. d\n", ORDERED, 2),
        ("Text:\n\n> - a\n", BULLET, 1),
    ],
)
def test_the_first_list_says_what_a_section_is(items: str, form: Form, count: int) -> None:
    assert shape(f"# T\n\n## 1) A\n\n**Steps:**\n\n{items}") == [("1", {"steps": (form, count)})]


@pytest.mark.parametrize("rest", ["-", "–", "— :", "\\", "\t"])
def test_signs_behind_a_label_are_no_text(rest: str) -> None:
    assert shape(f"# T\n\n## 1) A\n\n**Goal:** {rest}\n")[0][1]["goal"] == (EMPTY, 0)
    assert shape(f"# T\n\n## 1) A\n\n**Goal:** {rest}x\n")[0][1]["goal"] == (TEXT, 0)


def test_short_texts_have_no_digest_and_others_that_of_their_words() -> None:
    twelve = " ".join(map(str, range(12)))
    texts = [twelve.replace(" ", "\n"), twelve, twelve[:-3], f"{twelve} x"]
    found = outline(
        "# T\n\n" + "".join(f"## Exercise {n}\n\n{text}\n\n" for n, text in enumerate(texts))
    )
    one, same, short, other = (each.digest for each in found.exercises)
    assert one == same != "" == short
    assert other not in (one, "")


LINES = [
    *("# T\n", "## 1) A\n", "## 2) B\n", "### Exercise 3: C\n", "## Exercises\n", "### Steps\n"),
    *("## Goal\n", "## Best practices\n", "### Tasks\n", "#### Hints\n", "**Goal:** x\n"),
    *("**Steps:**\n", "**Acceptance criteria:**", "   **Steps:** y\n", "1. a\n", "2. b\n", "- c\n"),
    *("    **Acceptance criteria:**\n", "- **Goal:** d\n", "  - e\n", "- [ ] f\n", "\n", "text\n"),
    *("> q\n", "> - g\n", "---\n", "<!-- c -->\n", "```\n", "- - - w\n", "   - **Hints:** v\n"),
]


@given(st.lists(st.sampled_from(LINES), max_size=30).map("".join))
def test_laws_of_any_outline(text: str) -> None:
    found = outline(text)
    ends = 0
    for each in found.exercises:
        assert ends <= each.span.start <= each.span.end <= len(text)
        ends = each.span.end
        assert each.heading.span.start == each.span.start
        starts = [section.span.start for section in each.sections]
        assert starts == sorted(set(starts))
        if each.number:
            assert text[each.number_span.start : each.number_span.end] == each.number
        for section in each.sections:
            assert each.span.start < section.span.start
            assert section.span.end <= section.body.start <= section.body.end <= each.span.end
    for section in found.sections:
        assert not any(e.span.start <= section.span.start < e.span.end for e in found.exercises)
        assert section.span.end <= section.body.start <= section.body.end <= len(text)
        for item in section.items:
            assert section.body.start <= item.marker.start < section.body.end
        assert bool(section.items) == (section.form in {ORDERED, BULLET, TASK})
    assert set(found.misplaced) <= set(found.sections)
