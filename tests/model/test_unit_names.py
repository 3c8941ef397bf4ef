"""Names that stay when numbers change, and the files that hold the text of units."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.model.unit_file import find_unit_file, new_file_name
from curriculum_lint.model.unit_memory import UnitMemory
from curriculum_lint.model.unit_names import UnitNames
from curriculum_lint.settings.settings import Settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("junior_level/3_more_files/readme.md", "junior_level/more_files"),
        ("junior_level/3_files/README.md", "junior_level/files"),
        ("junior_level/03 Files/notes.md", "junior_level/files/notes.md"),
        ("junior_level/3_files/b_streams/log.md", "junior_level/files/streams/log.md"),
        ("week12/day3.md", "week0/day0.md"),
        ("readme.md", "."),
        ("a-web-01.md", "web_01_md"),
        ("x.md", "md"),
        ("notes.md", "notes.md"),
    ],
)
def test_a_path_without_its_numbers(path: str, name: str) -> None:
    assert UnitNames(Settings(root="")).of(path) == name


@pytest.mark.parametrize(
    ("pattern", "others", "path", "name"),
    [
        ("week{number}", (), "week12", "week"),
        ("{number}", (), "12", "0"),
        ("{number}-{track}-{slug}", (), "12-web-more-files", "web more_files"),
        ("{number}_{slug}", ("Week {number}",), "Week 3", "week"),
        ("{number}-{name}", (), "3-More files", "more_files"),
    ],
)
def test_what_is_left_of_a_unit(
    pattern: str, others: tuple[str, ...], path: str, name: str
) -> None:
    settings = Settings(root="", module_pattern=pattern, other_module_patterns=others)
    assert UnitNames(settings).of(path) == name


def unit_file(root: Path, files: str, pattern: str, readme: str = "readme.md") -> str | None:
    write_files(root, {f"unit/{path}": "# T\n" for path in files.split()})
    settings = Settings(str(root))
    return find_unit_file(Disk(settings).tree, "unit", pattern, readme)


@pytest.mark.parametrize(
    ("files", "pattern", "readme", "found"),
    [
        ("a.md b.md", "*.md", "readme.md", "a.md"),
        ("b10.md b9.md", "*.md", "readme.md", "b9.md"),
        ("a.md index.md", "*.md", "index.md", "index.md"),
        ("a.md INDEX.md", "*.md", "index.md", "INDEX.md"),
        ("a.md README.md", "*.md", "index.md", "README.md"),
        ("a.es.md b.md", "*.md", "readme.md", "a.es.md"),
        ("a.es.md a.md", "*.md", "readme.md", "a.md"),
        ("docs/en.md x.md", "docs/en.md", "readme.md", "docs/en.md"),
        ("docs/x/a.md docs/y/a.md", "docs/*/a.md", "readme.md", "docs/x/a.md"),
        ("docs.md/x.md b.md", "*.md", "readme.md", "b.md"),
        ("docs a.md", "docs/a.md", "readme.md", None),
        ("a.txt", "*.md", "readme.md", None),
    ],
)
def test_a_pattern_finds_the_text_of_a_unit(
    files: str, pattern: str, readme: str, found: str | None, tmp_path: Path
) -> None:
    assert unit_file(tmp_path, files, pattern, readme) == (f"unit/{found}" if found else None)


@pytest.mark.parametrize(
    ("own", "name"),
    [
        (None, "index.md"),
        ("text.md", "text.md"),
        ("docs/en.md", "docs/en.md"),
        ("*.md", "index.md"),
        ("te?t.md", "index.md"),
        ("[a].md", "index.md"),
    ],
)
def test_a_new_unit_begins_in_a_file_of_one_name(own: str | None, name: str) -> None:
    assert new_file_name(Settings("", readme="index.md", unit_file=own)) == name


def test_units_are_known_as_long_as_no_name_can_have_changed(tmp_path: Path) -> None:
    write_files(tmp_path, {"a_level/1_x/readme.md": "# X\n", "list.md": "[X](a_level/1_x)\n"})
    memory, settings = UnitMemory(), Settings(str(tmp_path))
    disk = Disk(settings)
    first = memory.find(disk.tree, settings, disk.read)
    assert memory.find(disk.tree, settings, disk.read) is first
    other = Disk(settings)
    again = memory.find(other.tree, settings, other.read)
    assert (again, again is first) == (first, False)
    assert memory.find(other.tree, settings, other.read) is again
    changed = Settings(str(tmp_path), levels=())
    assert memory.find(other.tree, changed, other.read).levels == ()
    for ordered in (
        Settings(str(tmp_path), order=("list.md",)),
        Settings(str(tmp_path), order_by="weight"),
    ):
        found = memory.find(other.tree, ordered, other.read)
        assert memory.find(other.tree, ordered, other.read) is not found
