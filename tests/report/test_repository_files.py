"""Which file of the repository stands for the path of a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.report.repository_files import in_repository
from curriculum_lint.settings.settings import Settings
from tests.repository import write_files

FILES = {
    "first_level/readme.md": "# First\n",
    "first_level/1_start/notes.md": "# Notes\n",
    "first_level/2_files/README.md": "# Files\n",
    "empty_level/1_x/y.txt": "",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path / "course", FILES)
    return tmp_path / "course"


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("first_level/1_start/notes.md", "first_level/1_start/notes.md"),
        ("first_level", "first_level/readme.md"),
        ("first_level/2_files", "first_level/2_files/README.md"),
        ("first_level/1_start", "first_level/readme.md"),
        ("empty_level/1_x", "readme.md"),
        (".", "readme.md"),
        ("no/such/file.md", "no/such/file.md"),
    ],
)
def test_a_folder_is_shown_at_the_nearest_readme(root: Path, path: str, file: str) -> None:
    assert in_repository(Settings(str(root))).file_of(path) == file


def test_the_readme_of_the_root_stands_for_what_has_none(root: Path) -> None:
    write_files(root, {"README.md": "# Course\n"})
    files = in_repository(Settings(str(root), readme="index.md"))
    assert files.file_of("empty_level/1_x") == "README.md"
    assert files.file_of(".") == "README.md"


def test_paths_are_counted_from_the_top_of_the_repository(root: Path) -> None:
    (root.parent / ".git").mkdir()
    where = in_repository(Settings(str(root)))
    assert where.folder == "course"
    assert where.file_of("first_level") == "course/first_level/readme.md"


def test_a_link_out_of_the_repository_is_not_followed(root: Path) -> None:
    (root / "out_level").symlink_to("/etc")
    assert in_repository(Settings(str(root))).file_of("out_level") == "out_level"
