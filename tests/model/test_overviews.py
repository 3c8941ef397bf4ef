"""Which pages hold indexes of whole levels, and of which."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.model.overviews import is_overview, overviews
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import diagnostics_on, places, write_files

CONFIGURATION = (
    'levels = ["docs/kurs", "docs/more", "extra"]\nmodule-pattern = "{number:02}-{slug}.md"\n'
)
UNITS = ("docs/kurs/01-start", "docs/kurs/02-loops", "docs/kurs/03-files", "docs/more/01-http")
FILES = {
    "curriculum-lint.toml": CONFIGURATION,
    **{f"{unit}.md": f"# {unit[-5:].title()}\n" for unit in UNITS},
    "extra/01-end.md": "# End\n",
}


def curriculum_on(root: Path) -> Curriculum:
    return read_curriculum(Disk(load_settings(str(root), root=str(root)).settings))


@pytest.mark.parametrize(
    ("path", "levels"),
    [
        ("README.md", ["docs/kurs", "docs/more", "extra"]),
        ("docs/index.md", ["docs/kurs", "docs/more"]),
        ("docs/_sidebar.md", ["docs/kurs", "docs/more"]),
        ("SUMMARY.md", ["docs/kurs", "docs/more", "extra"]),
        ("docs/kurs/Table of contents.md", ["docs/kurs"]),
        ("docs/more/syllabus.md", ["docs/more"]),
        ("docs/kurs/README.md", ["docs/kurs"]),
    ],
)
def test_contents_are_about_the_levels_in_their_folder(
    path: str, levels: list[str], tmp_path: Path
) -> None:
    write_files(tmp_path, {**FILES, path: "# Contents\n"})
    curriculum = curriculum_on(tmp_path)
    found = {
        each.page.path: [level.path for level in each.levels] for each in overviews(curriculum)
    }
    assert found == {path: levels}
    assert is_overview(curriculum, path)


@pytest.mark.parametrize(
    "path", ["docs/videos.md", "docs/other/index.md", "docs/my-index.md", "docs/index.txt"]
)
def test_other_pages_are_no_overviews(path: str, tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, path: "# Contents\n"})
    curriculum = curriculum_on(tmp_path)
    assert not list(overviews(curriculum))
    assert not is_overview(curriculum, path)


def test_a_unit_is_no_overview(tmp_path: Path) -> None:
    units = {"lessons/index.md": "# Index\n", "lessons/loops.md": "# Loops\n"}
    configuration = 'levels = ["lessons"]\nmodule-pattern = "{slug}.md"\nreadme = "README.md"\n'
    write_files(tmp_path, {**units, "curriculum-lint.toml": configuration})
    assert not list(overviews(curriculum_on(tmp_path)))


def test_what_a_page_beside_the_readmes_leaves_out_is_told(tmp_path: Path) -> None:
    entries = "- [Start](kurs/01-start.md)\n- [Files](kurs/03-files.md)\n"
    write_files(tmp_path, {**FILES, "docs/index.md": f"# Contents\n\n{entries}"})
    found = [each for each in diagnostics_on(tmp_path) if each.code == "CL402"]
    assert places(found) == ["docs/index.md:3:1 CL402"]
    assert "module 2, `02-loops.md`" in found[0].message


def test_the_readme_of_a_level_is_about_it_alone_whatever_it_is_called(tmp_path: Path) -> None:
    """A level in another one has its own; the table of contents above is about both."""
    files = {"a/guide.md": "# A\n", "a/1_x/guide.md": "# X\n", "a/b/guide.md": "# B\n"}
    configuration = 'levels = ["a", "a/b"]\nreadme = "guide.md"\n'
    contents = {"a/toc.md": "# T\n", "a/b/1_y/guide.md": "# Y\n"}
    write_files(tmp_path, {**files, **contents, "curriculum-lint.toml": configuration})
    found = [
        (each.page.path, [u.path for u in each.levels])
        for each in overviews(curriculum_on(tmp_path))
    ]
    assert found == [("a/guide.md", ["a"]), ("a/b/guide.md", ["a/b"]), ("a/toc.md", ["a", "a/b"])]
