"""An exercise is added and removed before the links to other units at the bottom."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.refactor import steps
from tests.edits.trees import state_of
from tests.refactor.random_commands import run
from tests.repository import write_files

BOTTOMS = {
    "a rule and links": "---\n\n[← Previous](../1_one/readme.md)\n",
    "links alone": "[← Previous: One](../1_one/readme.md)\n",
    "links to anything": "* * *\n\n[Home](../../readme.md) · [Up](../readme.md)\n",
}


@pytest.mark.parametrize("bottom", BOTTOMS)
def test_links_at_the_bottom_stay_there(bottom: str, tmp_path: Path) -> None:
    exercises = "".join(f"### Exercise 2.{n}: Do {n}\n\nDo it.\n\n" for n in (1, 2))
    text = f"# Two\n\n## Exercises\n\n{exercises}{BOTTOMS[bottom]}"
    write_files(
        tmp_path,
        {
            "readme.md": "# C\n",
            "curriculum-lint.toml": "schemas = { module = 'any.json' }\n",
            "any.json": "{}\n",
            "a_level/readme.md": "# L\n",
            "a_level/1_one/readme.md": "# One\n",
            "a_level/2_two/readme.md": text,
        },
    )
    before = state_of(tmp_path)
    run(tmp_path, lambda work: steps.add_exercise(work, "Do 3", "a_level/2_two", None))
    written = (tmp_path / "a_level/2_two/readme.md").read_text()
    assert written == text.replace(BOTTOMS[bottom], f"### Exercise 2.3: Do 3\n\n{BOTTOMS[bottom]}")
    run(tmp_path, lambda work: steps.remove_exercise(work, "a_level/2_two", "3"))
    assert state_of(tmp_path) == before
    run(tmp_path, lambda work: steps.remove_exercise(work, "a_level/2_two", "2"))
    assert (
        (tmp_path / "a_level/2_two/readme.md").read_text().endswith(f"Do it.\n\n{BOTTOMS[bottom]}")
    )
