"""How a readme writes the labels of one key, where it writes them alike."""

from __future__ import annotations

import pytest

from curriculum_lint.model.label_forms import label_forms
from tests.model.test_outline import outline


def forms(text: str) -> list[tuple[str, str, bool]]:
    found = list(label_forms(outline(text)))
    assert all(text.startswith(f"**{each.text}", each.span.start) for each in found)
    return [(each.key, each.text, each.colon) for each in found]


START = "# T\n\n## 1) A\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**Goal:** x\n", [("goal", "Goal", True)]),
        ("**Goal**\n\nx\n", [("goal", "Goal", False)]),
        ("**Goal** – x\n", [("goal", "Goal", True)]),
        ("**Aim：** x\n\n**Hints:** y\n", [("goal", "Aim", True), ("hints", "Hints", True)]),
        ("**Goal:** x\n\n## 2) B\n\n**Goal:** y\n", [("goal", "Goal", True)]),
        ("**Goal:** x\n\n## 2) B\n\n**Aim:** y\n", []),
        ("**Goal:** x\n\n## 2) B\n\n**Goal**\n\ny\n", []),
        ("**Goal (for all):** x\n", []),
        ("**Goal (for all):** x\n\n## 2) B\n\n**Goal:** y\n", [("goal", "Goal", True)]),
        ("### Goal\n\nx\n", []),
        ("**Goal:** x\n\n## Resources\n\n**Tips:** y\n", [("goal", "Goal", True)]),
    ],
)
def test_forms_of_labels(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert forms(START + text) == found


def test_labels_of_the_readme_count_with_those_of_exercises() -> None:
    text = f"# T\n\n**Before you start:** x\n\n{START[5:]}**Goal:** x\n"
    assert forms(text) == [("prerequisites", "Before you start", True), ("goal", "Goal", True)]
