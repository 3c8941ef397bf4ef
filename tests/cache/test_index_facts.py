"""What an index takes from pages is kept for the next one, and never stands for anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_lint.cache.folder import FOLDER_VARIABLE
from curriculum_lint.cache.runs import pages_to_read
from curriculum_lint.cache.store import Shelf
from curriculum_lint.check.run import read_curriculum
from curriculum_lint.index import facts_memory
from curriculum_lint.index.build import build_index
from curriculum_lint.index.entries import CurriculumIndex
from curriculum_lint.index.json_index import json_index
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

PAGE = """\
# Loops

Learn to repeat. **Time:** 20 minutes

## 1) First

**Goal:** Count to *ten*.

**Build steps:**

1. One.
2. Two.

**Acceptance criteria:**

- It counts.

## Concepts

### Counting
"""
FILES = {
    "readme.md": "# Course\n",
    "a_level/readme.md": "# Level\n",
    "a_level/1_loops/readme.md": PAGE,
    "a_level/2_files/readme.md": PAGE.replace("Loops", "Files"),
    "a_level/3_empty/readme.md": "# Empty\n",
}
#: What changes, and what files become of it: an edit, other names with the same text, less.
CHANGES: list[dict[str, str | None]] = [
    {"a_level/1_loops/readme.md": PAGE.replace("ten", "twenty")},
    {"a_level/1_loops/readme.md": PAGE.replace("# Loops", "# Loops\n\nOne more line.")},
    {"a_level/2_files/readme.md": PAGE, "a_level/1_loops/readme.md": PAGE.replace("L", "H")},
    {"a_level/3_empty/readme.md": None, "a_level/3_loops/readme.md": PAGE},
    {"a_level/2_files/readme.md": None},
    {"curriculum-lint.toml": '[sections]\ngoal = ["Purpose"]\n'},
    {"a_level/2_files/readme.md": PAGE.replace("Goal", "Purpose")},
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    write_files(tmp_path / "root", FILES)
    return tmp_path / "root"


def index_of(root: Path, *, no_cache: bool = False) -> CurriculumIndex:
    settings = load_settings(str(root), root=str(root)).settings
    pages = pages_to_read(settings, no_cache=no_cache)
    index = build_index(read_curriculum(Disk(settings), pages=pages))
    pages.save()
    return index


def change(root: Path, files: dict[str, str | None]) -> None:
    write_files(root, {path: text for path, text in files.items() if text is not None})
    for path, text in files.items():
        if text is None:
            (root / path).unlink()


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("it was read before")

    monkeypatch.setattr(facts_memory, "read_facts", refuse)


def test_nothing_is_read_twice(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = index_of(root)
    assert first.totals.exercises == 2
    forbid_reading(monkeypatch)
    assert index_of(root) == first


def test_what_is_kept_says_the_same_as_what_is_read(root: Path) -> None:
    index_of(root)
    for files in CHANGES:
        change(root, files)
        assert json_index(index_of(root)) == json_index(index_of(root, no_cache=True)), files


def test_a_unit_with_another_number_is_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_of(root)
    (root / "a_level/2_files").rename(root / "a_level/4_files")
    forbid_reading(monkeypatch)
    found = [unit.path for unit in index_of(root).units()]
    assert found == ["a_level/1_loops", "a_level/3_empty", "a_level/4_files"]


@pytest.mark.parametrize("rows", [b"", b"no zlib", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_what_is_damaged_counts_as_none(
    root: Path, rows: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, read_bytes = index_of(root), Shelf.read_bytes

    def damaged(shelf: Shelf, name: str) -> bytes | None:
        return rows if name.startswith("facts-") else read_bytes(shelf, name)

    monkeypatch.setattr(Shelf, "read_bytes", damaged)
    assert index_of(root) == first


def test_without_a_cache_nothing_is_kept(root: Path, tmp_path: Path) -> None:
    index_of(root, no_cache=True)
    assert not [*tmp_path.glob("cache/**/facts-*")]
    index_of(root)
    assert [*tmp_path.glob("cache/**/facts-*")]
