"""A cell that names the level follows a unit that goes to another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import invoke
from tests.edits.trees import state_of
from tests.repository import write_files

FORMS = {
    "its name": "{0}",
    "in bold": "**{0}**",
    "its title": "The {0}",
    "a link": "[{0}]({0}/readme.md)",
}


@pytest.mark.parametrize("form", FORMS)
def test_the_level_in_a_row_follows_and_comes_back(form: str, tmp_path: Path) -> None:
    units = {"easy_part": ("start", "loops"), "hard_part": ("files", "nets")}
    rows = [
        f"| {FORMS[form].format(level)} | [{name.title()}]({level}/{n}_{name}/readme.md) | {level} is fine |\n"
        for level, names in units.items()
        for n, name in enumerate(names, 1)
    ]
    files = {
        f"{level}/{n}_{name}/readme.md": f"# {name.title()}\n\nText.\n"
        for level, names in units.items()
        for n, name in enumerate(names, 1)
    }
    files |= {f"{level}/readme.md": f"# The {level}\n" for level in units}
    config = (
        'levels = ["easy_part", "hard_part"]\nreadme = "readme.md"\nschemas = { module = "none" }\n'
    )
    table = f"# Course\n\n| Level | Module | Note |\n|---|---|---|\n{''.join(rows)}"
    write_files(tmp_path, {**files, "curriculum-lint.toml": config, "README.md": table})
    before = state_of(tmp_path)
    where = ("--root", str(tmp_path))
    done = invoke("move", "easy_part/2_loops", "--level", "hard_part", "--to", "2", *where)
    assert done.exit_code == 0, done.stderr
    row = next(r for r in (tmp_path / "README.md").read_text().splitlines() if "Loops" in r)
    assert row.startswith(f"| {FORMS[form].format('hard_part')} | [Loops](hard_part/2_loops/")
    assert row.endswith("| easy_part is fine |")
    assert "To take it back: `curriculum-lint move hard_part/2_loops" in done.stderr
    back = invoke("move", "hard_part/2_loops", "--level", "easy_part", "--to", "2", *where)
    assert back.exit_code == 0, back.stderr
    assert state_of(tmp_path) == before
