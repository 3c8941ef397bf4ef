"""How many exercises a unit may say that it has: its own, those in files, those of its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import diagnostics_on, write_files

CONFIGURATION = (
    'levels = ["."]\nmodule-pattern = "week-{number}"\nreadme = "README.md"\n'
    '[exercises]\nfiles = ["tasks/*.md"]\n'
)
EXERCISE = "## Exercise {0}: Do {0}\n\nIt.\n"


@pytest.mark.parametrize("number", range(2, 10))
def test_own_ones_files_parts_and_all_of_them_are_right(number: int, tmp_path: Path) -> None:
    """Two of its own, one in a file, five in a part: 2, 3, 5 and 8."""
    own, part = ("".join(map(EXERCISE.format, range(1, count + 1))) for count in (2, 5))
    files = {
        "curriculum-lint.toml": CONFIGURATION,
        "week-1/README.md": f"# Week 1\n\nThere are {number} exercises.\n\n{own}",
        "week-1/tasks/1-more.md": "# More\n\nIt.\n",
        "week-1/a_part/README.md": f"# Part\n\n{part}",
    }
    write_files(tmp_path, files)
    found = [each.message for each in diagnostics_on(tmp_path) if each.code == "CL115"]
    assert bool(found) == (number not in (2, 3, 5, 8)), found
