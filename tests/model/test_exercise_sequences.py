"""What exercises count as, where some have no number."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.model.exercise_sequences import exercise_sequences
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files


@pytest.mark.parametrize(
    ("headings", "numbers"),
    [
        ((" 1", " 2", " 3"), [1, 2, 3]),
        (("", " 2", " 3"), [1, 2, 3]),
        (("", " 5", ""), [5]),
        (("", "", " 5", " 6"), [3, 4, 5, 6]),
        (("", " 1", " 2"), [None, 1, 2]),
        ((" 2", "", " 3"), [2, None, 3]),
        ((" 2", "", " 4"), [2, 3, 4]),
    ],
)
def test_exercises_without_a_number(
    headings: tuple[str, ...], numbers: list[int | None], tmp_path: Path
) -> None:
    exercises = "".join(
        f"### Exercise{each}: Do it\n\n**Goal:** x\n\n**Steps:**\n\n1. x\n\n" for each in headings
    )
    write_files(tmp_path, {"a_level/1_start/readme.md": f"# Start\n\n## Exercises\n\n{exercises}"})
    curriculum = read_curriculum(Disk(load_settings(str(tmp_path), root=str(tmp_path)).settings))
    (page,) = (page for page in curriculum.pages.values() if page.path.endswith("readme.md"))
    (sequence,) = exercise_sequences(page.outline, page.document.headings, ())
    assert list(sequence.numbers) == numbers
