"""A small curriculum on disk, and what its pages list, shown as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.listings.listing import IndexEntry, UnitIndex
from curriculum_lint.listings.read import ListingReader
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.model.reading_order import UnitPlace
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk
from tests.repository import write_files

#: Two modules, the first with two subsections, and one more in another level.
TITLES = {
    "a_level/1_start": "Getting started",
    "a_level/1_start/a_shells": "Shells and pipes",
    "a_level/1_start/b_editors": "Editors",
    "a_level/2_files": "Files",
    "a_level/3_nets": "Networks",
    "b_level/4_data": "Databases",
}


def read(root: Path, pages: Mapping[str, str]) -> Curriculum:
    """The curriculum, with ``pages`` in the place of its own."""
    files = {f"{path}/readme.md": f"# {title}\n" for path, title in TITLES.items()}
    write_files(root, {**files, **pages})
    return read_curriculum(Disk(load_settings(str(root), root=str(root)).settings))


def indexes(root: Path, text: str, path: str = "a_level/readme.md") -> list[UnitIndex]:
    """Those of one page."""
    curriculum = read(root, {path: text})
    return ListingReader(curriculum).on(curriculum.pages[path])


def listed(root: Path, text: str, path: str = "a_level/readme.md") -> list[tuple[str, ...]]:
    """The form of each index, and the unit that each entry is about, or "-"."""
    return [
        (each.form, *(called(entry.place) for entry in each.entries))
        for each in indexes(root, text, path)
    ]


def called(place: UnitPlace | None) -> str:
    """The number or letter of a unit."""
    return place.unit.basename.partition("_")[0] if place else "-"


def texts(index: UnitIndex) -> list[str]:
    """What is written in each entry."""
    return [written(index, entry) for entry in index.entries]


def written(index: UnitIndex, entry: IndexEntry) -> str:
    """What is written in an entry."""
    return index.page.document.text[slice(*entry.span)]
