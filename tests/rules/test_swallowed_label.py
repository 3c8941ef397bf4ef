"""CL108: how far a label is lifted, and when that is safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.edits.edit import Safety
from tests.repository import diagnostics_on, write_files

HEAD = "# Start\n\n## 1) Say hello\n\n**Goal:** Print it.\n\n**Build steps:**\n\n"
TAIL = "\n## Best practices\n\n- Test it.\n"
NESTED = "1. Write it.\n   - in a file\n\n   **Acceptance criteria:**\n\n   - It prints `hello`.\n"
LIFTED = "1. Write it.\n   - in a file\n\n**Acceptance criteria:**\n\n- It prints `hello`.\n"
#: What stays indented as deep as code where a line beside it is not.
DEEP = "1. Write it.\n**Acceptance criteria:**\n\n    - It prints `hello`\nand exits.\n"


@pytest.mark.parametrize(
    ("steps", "fixed", "safety"),
    [
        (NESTED, LIFTED, Safety.SAFE),
        (f"{NESTED}2. Run it.\n", f"{LIFTED}2. Run it.\n", Safety.UNSAFE),
        (DEEP, DEEP.replace("it.\n**", "it.\n\n**"), Safety.UNSAFE),
    ],
    ids=["below a nested list", "items follow", "deep as code"],
)
def test_what_stands_in_the_outermost_item_is_lifted(
    tmp_path: Path, steps: str, fixed: str, safety: Safety
) -> None:
    text = f"{HEAD}{steps}{TAIL}"
    files = {"first_level/1_start/readme.md": text, "first_level/readme.md": "# First level\n"}
    write_files(tmp_path, files)
    (found,) = (each for each in diagnostics_on(tmp_path) if each.code == "CL108")
    assert found.fix is not None
    assert (apply_edits(text, found.fix.edits), found.fix.safety) == (
        f"{HEAD}{fixed}{TAIL}",
        safety,
    )
