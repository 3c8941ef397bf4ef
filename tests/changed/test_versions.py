"""What differs between the base and the folder: files that are new, moved, or have new lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.check.diagnostic import Place
from curriculum_lint.settings.load import load_settings
from curriculum_lint.text.source import Position
from curriculum_lint.views.changed.versions import Versions, open_versions
from curriculum_lint.workspace.disk import Disk
from tests.changed.history import commit, git, repository

FILES = {
    "one/alpha.md": "# Alpha\n\nFirst.\n",
    "two/bravo.md": "# Bravo\n\nSecond.\n",
    "notes.md": "# Notes\n\nText.\n",
    "gone.md": "# Gone\n\nNothing like it is left.\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "repository", FILES)


def move(root: Path, old: str, new: str) -> None:
    (root / new).parent.mkdir(exist_ok=True)
    (root / old).rename(root / new)


def renamed(root: Path) -> dict[str, str]:
    settings = load_settings(str(root), root=str(root)).settings
    with open_versions(Disk(settings), "main") as versions:
        return dict(versions.renames.new)


def test_a_folder_has_moved_if_it_is_gone_and_the_other_is_new(root: Path) -> None:
    move(root, "one/alpha.md", "three/alpha.md")
    (root / "one").rmdir()
    assert renamed(root) == {"one/alpha.md": "three/alpha.md", "one": "three"}


def test_a_folder_that_was_there_is_not_the_new_name_of_another(root: Path) -> None:
    move(root, "one/alpha.md", "two/alpha.md")
    (root / "one").rmdir()
    assert renamed(root) == {"one/alpha.md": "two/alpha.md"}


def test_a_folder_that_is_still_there_has_not_moved(root: Path) -> None:
    move(root, "one/alpha.md", "three/alpha.md")
    assert renamed(root) == {"one/alpha.md": "three/alpha.md"}


def test_what_is_copied_or_gone_has_no_new_name(root: Path) -> None:
    (root / "copy.md").write_text(FILES["notes.md"])
    (root / "gone.md").unlink()
    assert renamed(root) == {}


def touches(versions: Versions, path: str, line: int) -> bool | None:
    lines = versions.new_lines(path, versions.now)
    place = Place(path, Position(line, 1), Position(line, 2))
    return None if lines is None else lines.touch(place)


def test_lines_are_new_where_the_file_had_others_also_under_its_old_name(root: Path) -> None:
    move(root, "one/alpha.md", "one/other.md")
    (root / "one/other.md").write_text("# Alpha\n\nFirst.\nMore.\n")
    (root / "notes.md").write_text("# Notes\n\nOther.\n")
    (root / "new.md").write_text("# New\n")
    (root / "two/bravo.md").write_bytes(b"\0\xff")
    settings = load_settings(str(root), root=str(root)).settings
    with open_versions(Disk(settings), "main") as versions:
        assert [touches(versions, "one/other.md", line) for line in (3, 4)] == [False, True]
        assert [touches(versions, "notes.md", line) for line in (1, 3)] == [False, True]
        assert touches(versions, "two/bravo.md", 1)
        assert touches(versions, "new.md", 1) is None
        new = [path for path in ("one/other.md", "notes.md", "new.md") if versions.is_new(path)]
        assert new == ["new.md"]


def test_a_file_that_was_no_text_is_new_as_a_whole(root: Path) -> None:
    for path in ("notes.md", "gone.md"):
        (root / path).write_bytes(b"\0\xff")
    commit(root)
    git(root, "branch", "-f", "main")
    (root / "notes.md").write_text(FILES["notes.md"])
    settings = load_settings(str(root), root=str(root)).settings
    with open_versions(Disk(settings), "main") as versions:
        assert [touches(versions, "notes.md", line) for line in (1, 2, 3)] == [True] * 3
        assert touches(versions, "gone.md", 1) is None
        assert not versions.is_new("gone.md")


def test_where_nothing_was_there_is_no_line_to_compare(root: Path) -> None:
    settings = load_settings(str(root), root=str(root)).settings
    with open_versions(Disk(settings), "main") as versions:
        assert touches(versions, "one", 1) is None
        assert touches(versions, "nowhere.md", 1) is None
        assert [versions.is_new(path) for path in ("one", "nowhere.md", ".")] == [
            False,
            True,
            False,
        ]
