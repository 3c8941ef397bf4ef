"""A small curriculum with tests, for the examples of rules about criteria."""

from __future__ import annotations

from collections.abc import Mapping

from ...check.example import Example, Frame

_README = "first_level/1_start/readme.md"
#: The line of the first criterion in its readme.
FIRST = 13
_EXERCISE = (
    "# Start\n\n## Exercises\n\n### 1) Serve\n\n**Goal:** Answer requests.\n\n**Steps:**\n\n"
    "1. Write it.\n\n**Acceptance criteria:**\n\n{}\n## Best practices\n\n- Read the message.\n"
)


def with_tests(
    *criteria: str,
    test: str = "",
    file: str = "tests/exercise_1.py",
    settings: str = 'files = ["tests/*"]\n',
    more: Mapping[str, str] | None = None,
    finds: tuple[str, ...] = (),
) -> Example:
    """One exercise with ``criteria``, and one file of tests.

    In ``finds``, what is found in the readme begins with the column; its lines are counted from
    the first criterion on.
    """
    items = "".join(f"- {criterion}\n" for criterion in criteria)
    files = {
        "curriculum-lint.toml": f"[tests]\n{settings}",
        "README.md": "# Course\n\n- [First level](first_level/readme.md)\n",
        "first_level/readme.md": "# First level\n\n1. [Start](1_start/readme.md)\n",
        _README: _EXERCISE.format(items),
        **({file: test} if test else {}),
        **(more or {}),
    }
    text = "".join(f"-- {path} --\n{content}" for path, content in files.items())
    return Example(text, finds, frame=Frame.FILES)
