"""CL111, CL121: names of sections that are misspelt, or in no list."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.rules.registry import all_rules
from tests.repository import diagnostics_on, write_files

UNLISTED = next(rule for rule in all_rules() if rule.code == "CL121")
PATH = "first_level/1_start/readme.md"


def readme(
    *,
    goal: str = "**Goal:**",
    steps: str = "**Build steps:**",
    criteria: str = "**Acceptance criteria:**",
    practices: str = "## Best practices",
    also: str = "",
) -> str:
    return (
        f"# Start\n\n## 1) Say hello\n\n{goal} Print it.\n\n{also}{steps}\n\n1. Write it.\n\n"
        f"{criteria}\n\n- It prints `hello`.\n\n{practices}\n\n- Test it.\n"
    )


def found(root: Path, text: str) -> tuple[Diagnostic, ...]:
    write_files(root, {"first_level/readme.md": "# First level\n", PATH: text})
    return diagnostics_on(root, UNLISTED)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"criteria": "**Aceptance criteria:**"}, {}),
        ({"criteria": "**Acceptance criterias**:"}, {"criteria": "**Acceptance criteria**:"}),
        ({"criteria": "**acceptance creteria:**"}, {"criteria": "**acceptance criteria:**"}),
        ({"steps": "**Build step:**"}, {}),
        ({"steps": "**Instrutions:**"}, {"steps": "**Instructions:**"}),
        ({"steps": "### Biuld steps"}, {"steps": "### Build steps"}),
        ({"goal": "**Goals:**"}, {}),
        ({"practices": "## Best practises"}, {}),
        ({"practices": "## 💡 Best practise"}, {"practices": "## 💡 Best practices"}),
    ],
)
def test_a_misspelt_section_is_that_section(
    tmp_path: Path, wrong: dict[str, str], right: dict[str, str]
) -> None:
    text = readme(**wrong)
    (only,) = found(tmp_path, text)
    assert only.code == "CL111"
    assert only.fix is not None
    assert apply_edits(text, only.fix.edits) == readme(**right)
    assert found(tmp_path, readme(**right)) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"criteria": "**Evaluation:**"},
        {"steps": "**Setup:**"},
        {"goal": "**Coal:**"},
        {"practices": "## Worst practices"},
    ],
)
def test_another_word_is_a_missing_section(tmp_path: Path, wrong: dict[str, str]) -> None:
    codes = {d.code for d in found(tmp_path, readme(**wrong))}
    assert "CL104" in codes
    assert "CL111" not in codes


def test_a_name_that_only_looks_like_a_section_that_is_there_is_fine(tmp_path: Path) -> None:
    assert found(tmp_path, readme(also="### Build stop\n\nIt stops.\n\n")) == ()


def test_a_numbered_misspelling_is_left_for_a_person_to_change(tmp_path: Path) -> None:
    (only,) = found(tmp_path, readme(criteria="**2. Aceptance criteria (all):**"))
    assert only.code == "CL111"
    assert only.fix is None


@pytest.mark.parametrize(
    ("also", "expected"),
    [
        ("**Background story:**\n\nOnce upon a time.\n\n", 1),
        ("**Deliverables:** a program\n\n", 1),
        ("**Time:** 20 minutes\n\n**Difficulty:** easy\n\n", 0),
        ("**Note:** be careful.\n\n", 0),
        ("**Hints:**\n\n- Read on.\n\n", 0),
        ("- **Name:** a string\n- **Age:** a number\n\n", 0),
        ("**Bold words** begin a sentence.\n\n", 0),
    ],
)
def test_a_label_is_in_the_vocabulary(tmp_path: Path, also: str, expected: int) -> None:
    assert [d.code for d in found(tmp_path, readme(also=also))] == ["CL121"] * expected


def test_a_label_that_a_word_follows_at_once_is_not_rewritten(tmp_path: Path) -> None:
    labels = ["**Goal:** One.", "**Goal:** Two.", "**Goal:** Three.", "**Goal**:Four."]
    text = "# Start\n" + "".join(f"\n## {n}) X\n\n{each}\n" for n, each in enumerate(labels, 1))
    write_files(tmp_path, {"first_level/1_start/readme.md": text})
    (each,) = (each for each in diagnostics_on(tmp_path) if each.code == "CL110")
    assert each.fix is None
