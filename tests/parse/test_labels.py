"""A label is seen in every layout that real curricula have."""

from __future__ import annotations

import pytest

from curriculum_lint.parse.document import Label, Placement
from curriculum_lint.parse.parser import parse_document

OWN, SOFT, HARD = Placement.OWN_BLOCK, Placement.SOFT_BREAK, Placement.HARD_BREAK


def labels(text: str) -> list[Label]:
    return list(parse_document("x.md", text).labels)


@pytest.mark.parametrize(
    ("text", "placement"),
    [
        ("**Steps:**", OWN),
        ("\n\n   **Steps:** do", OWN),
        ("**Goal:** x\n**Steps:**", SOFT),
        ("Goal\n   **Steps:**", SOFT),
        ("Goal  \n**Steps:**", HARD),
        ("Goal\\\n**Steps:**", HARD),
        ("Goal<br>**Steps:**", HARD),
        ("Goal<br/>\n**Steps:**", SOFT),
        ("Goal<BR />**Steps:**", HARD),
        ("1. a\n2. b\n\n   **Steps:**", OWN),
        ("1. a\n2. b\n    **Steps:**", SOFT),
        ("1. a\n2. b\n**Steps:**", SOFT),
        ("1. a\n2. b  \n**Steps:**", HARD),
        ("- **Steps:**", OWN),
        ("- [ ] x\n\n  **Steps:**", OWN),
        ("> **Steps:**", OWN),
        ("> a\n> **Steps:**", SOFT),
        ("> a\n**Steps:**", SOFT),
        ("| a |\n|---|\n\n**Steps:**", OWN),
        ("<div>\n\n**Steps:**\n\n</div>", OWN),
        ("&nbsp;**Steps:**", OWN),
        ("\u00a0\n\n**Steps:**", OWN),
    ],
)
def test_where_a_label_may_stand(text: str, placement: Placement) -> None:
    found = [label for label in labels(text) if label.text == "Steps"]
    assert [label.placement for label in found] == [placement]
    assert text[slice(*found[0].span)] == "**Steps:**"


@pytest.mark.parametrize(
    ("written", "span", "text"),
    [
        ("**Goal:** x", "**Goal:**", "Goal"),
        ("**Goal**: x", "**Goal**:", "Goal"),
        ("**Goal** : x", "**Goal** :", "Goal"),
        ("**Goal** X", "**Goal**", "Goal"),
        ("**Goal**", "**Goal**", "Goal"),
        ("**Goal：** x", "**Goal：**", "Goal"),
        ("**Goal**：x", "**Goal**：", "Goal"),
        ("**Goal :** x", "**Goal :**", "Goal"),
        ("__Goal:__ x", "__Goal:__", "Goal"),
        ("***Goal:*** x", "***Goal:***", "Goal"),
        ("*__Goal__*: x", "*__Goal__*:", "Goal"),
        ("**_Goal_:** x", "**_Goal_:**", "Goal"),
        ("**ACCEPTANCE criteria:** x", "**ACCEPTANCE criteria:**", "ACCEPTANCE criteria"),
        ("**Steps (15 min):** x", "**Steps (15 min):**", "Steps (15 min)"),
        ("**Steps (a: b)** X", "**Steps (a: b)**", "Steps (a: b)"),
        ("**Acceptance\ncriteria:** x", "**Acceptance\ncriteria:**", "Acceptance criteria"),
        ("**`Goal` &amp; \\*:** x", "**`Goal` &amp; \\*:**", "`Goal` & *".replace("`", "")),
        ("**🚀 Goal:** x", "**🚀 Goal:**", "🚀 Goal"),
        ("**Goal** – x", "**Goal**", "Goal"),
        ("**Goal** - x", "**Goal**", "Goal"),
    ],
)
def test_what_a_label_says(written: str, span: str, text: str) -> None:
    (label,) = labels(written)
    assert written[slice(*label.span)] == span
    assert label.text == text


@pytest.mark.parametrize(
    ("text", "colon", "tail"),
    [
        ("**Goal:**", True, False),
        ("**Goal**:", True, False),
        ("**Goal**", False, False),
        ("**Goal:** x", True, True),
        ("**Goal**:x", True, True),
        ("**Goal** X", False, True),
        ("**Goal** – x", True, True),
        ("**Goal**：", True, False),
        ("**Goal:**\nx", True, False),
        ("**Goal:**  \nx", True, False),
        ("**Goal:**\\\nx", True, False),
        ("**Goal:**<br>x", True, False),
        ("**Goal**:<BR/>x", True, False),
        ("**Goal**:\\\nx", True, False),
        ("**Goal:** <!-- note -->", True, False),
        ("***Goal:***", True, False),
        ("***Goal***: x", True, True),
    ],
)
def test_colon_and_text_behind(text: str, colon: bool, tail: bool) -> None:
    (label,) = labels(text)
    assert (label.colon, label.tail) == (colon, tail)


@pytest.mark.parametrize(
    "text",
    [
        "**Steps** are what you do",
        "Do the **Steps:** now",
        "a **Steps:**",
        "`**Steps:**`",
        "    **Steps:**",
        "```\n**Steps:**\n```",
        "<!-- **Steps:** -->",
        "\\**Steps:**",
        "** Steps:**",
        "**Steps:",
        "# **Steps:**",
        "[**Steps:**](x)",
        "*Steps:*",
        "**:**",
        "<div>\n**Steps:**\n</div>",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert labels(text) == []


def test_a_swallowed_label_knows_its_item() -> None:
    text = "**Steps:**\n\n1. a\n2. b\n   **Done when:**\n   - c\n"
    first, second = labels(text)
    assert first.item == -1
    assert text[second.item :].startswith("2. b")
    assert text[slice(*second.block)] == "b\n   **Done when:**"


def test_only_the_first_thing_in_an_item_leads_it() -> None:
    leads = [label.leads_item for label in labels("- **A:** x\n  **B:** y\n\n  **C:** z\n- **D:**")]
    assert leads == [True, False, False, True]


def test_several_labels_of_one_paragraph_are_all_found() -> None:
    text = "**Goal:** a\n**Steps:** b  \n**Done:** **not** this\n"
    found = [(label.text, label.placement) for label in labels(text)]
    assert found == [("Goal", OWN), ("Steps", SOFT), ("Done", HARD)]
