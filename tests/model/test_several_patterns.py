"""Modules that are not all called alike: each keeps its form, new ones have the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.model.template import NameParts, Template
from tests.command import invoke
from tests.repository import diagnostics_on, run_on, write_files

CONFIGURATION = """\
levels = ["."]
module-pattern = "{number:02}-{slug}.md"
other-module-patterns = ["week{number}", "{number:02}_project_{slug}"]
readme = "README.md"
schemas = { module = "any.json" }
"""
FILES = {
    "curriculum-lint.toml": CONFIGURATION,
    "any.json": "{}\n",
    "README.md": "# Course\n\n- [Week 1](week1/README.md)\n- [Week 2](week2/)\n"
    "- [3. Files](03-files.md)\n- [4. Game](04_project_game/README.md)\n",
    "week1/README.md": "# Week 1\n",
    "week2/README.md": "# Week 2\n\nSee [the game](../04_project_game/README.md).\n",
    "03-files.md": "# 3. Files\n",
    "04_project_game/README.md": "# 4. Game\n",
}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("03-files", NameParts(3, slug="files")),
        ("week12", NameParts(12, form=1)),
        ("07_project_a", NameParts(7, slug="a", form=2)),
    ],
)
def test_each_form_is_read_and_written(name: str, parts: NameParts) -> None:
    template = Template("{number:02}-{slug}", ("week{number}", "{number:02}_project_{slug}"))
    assert template.read(name) == parts
    assert template.write(parts) == name
    assert template.write(parts._replace(number=99)).startswith(("99", "week99"))


def test_files_and_folders_count_together(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert run_on(tmp_path).counts.modules == 4
    assert diagnostics_on(tmp_path) == ()


def test_a_name_of_no_form_is_compared_with_the_nearest_one(tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, "Week 5/README.md": "# Week 5\n"})
    found = [each.message for each in diagnostics_on(tmp_path) if each.code == "CL203"]
    assert found == ["`Week 5` should be called `week5`: it has capital letters and it has spaces."]


def test_renumbering_keeps_the_form_of_every_name(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    done = invoke("move", "03-files.md", "--to", "2", "--root", str(tmp_path), "--force")
    assert done.exit_code == 0, done.stdout + done.stderr
    names = {path.name for path in tmp_path.iterdir()}
    assert {"week1", "02-files.md", "week3", "04_project_game"} <= names
    assert "- [Week 3](week3/)" in (tmp_path / "README.md").read_text()


def test_a_new_module_has_the_first_form(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    done = invoke("new", "module", "Last words", "--root", str(tmp_path), "--force")
    assert done.exit_code == 0, done.stdout + done.stderr
    assert (tmp_path / "05-last-words.md").is_file()


def test_what_holds_modules_is_a_level_and_no_module(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace('["."]', '[".", "week2"]').replace(".md", "", 1)
    write_files(tmp_path, {**FILES, "curriculum-lint.toml": configuration})
    write_files(tmp_path, {"week2/01-a/README.md": "# 1. A\n", "week2/02-b/README.md": "# 2. B\n"})
    counts = run_on(tmp_path).counts
    assert counts.modules == 4
