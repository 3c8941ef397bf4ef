"""CL101: who needs a readme, and who may do without."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.edits.edit import Write
from tests.repository import diagnostics_on, write_files

NESTED = {"curriculum-lint.toml": 'levels = ["*/*"]\n'}


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        (["a_level/readme.md", "a_level/1_x/app.js"], ["a_level/1_x"]),
        (["a_level/readme.md", "a_level/1_x/readme.md", "a_level/1_x/a_y/b.js"],
         ["a_level/1_x/a_y"]),
        (["a_level/1_x/readme.md"], ["a_level"]),
        (["readme.md", "a_level/1_x/readme.md"], ["a_level"]),
        (["a_level/README.MD", "a_level/1_x/Readme.md"], []),
        (["a_level/readme.txt", "a_level/1_x/notes.md"], ["a_level", "a_level/1_x"]),
        (["a_level/readme.md/x.txt", "a_level/1_x/readme.md"], ["a_level"]),
    ],
)  # fmt: skip
def test_every_unit_needs_one(files: list[str], missing: list[str], tmp_path: Path) -> None:
    write_files(tmp_path, dict.fromkeys(files, "# X\n"))
    found = [each for each in diagnostics_on(tmp_path) if each.code == "CL101"]
    assert [each.place.path for each in found] == missing


@pytest.mark.parametrize(
    ("readme", "missing"), [("back/readme.md", []), ("back/README.md", []), ("b.md", ["back/data"])]
)
def test_the_folder_around_a_nested_level_introduces_it(
    readme: str, missing: list[str], tmp_path: Path
) -> None:
    write_files(tmp_path, {**NESTED, readme: "# Back\n", "back/data/1_a/readme.md": "# A\n"})
    found = [each for each in diagnostics_on(tmp_path) if each.code == "CL101"]
    assert [each.place.path for each in found] == missing


def test_the_fix_begins_one(tmp_path: Path) -> None:
    write_files(tmp_path, {"a_level/readme.md": "# A\n", "a_level/1_first_steps/app.js": "1\n"})
    (found,) = (each for each in diagnostics_on(tmp_path) if each.code == "CL101")
    assert (found.message, found.help) == ("Module 1 has no readme.",
                                           "Add a_level/1_first_steps/readme.md.")  # fmt: skip
    assert found.fix is not None
    (write,) = found.fix.writes
    assert isinstance(write, Write)
    assert write.path == "a_level/1_first_steps/readme.md"
    assert write.text.startswith("# First steps\n")
