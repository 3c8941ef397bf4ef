"""The pages that list the units of levels: readmes, and tables of contents around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..workspace.entry import ROOT, EntryKind
from .curriculum import Curriculum, Kind, Page, Unit
from .per_curriculum import PerCurriculum

#: What a folder, a site or a book is entered by.
_CONTENTS = late_pattern(
    r"(?:readme|_?index|home|summary|_sidebar|toc|(?:table[-_ ]of[-_ ])?contents|syllabus|"
    r"curriculum)\.(?:md|mdx|markdown|qmd)",
    re.IGNORECASE,
)


class Overview(NamedTuple):
    """A page that holds indexes of whole ``levels``."""

    page: Page
    levels: tuple[Unit, ...]


def overviews(curriculum: Curriculum) -> Iterator[Overview]:
    """The readmes of the root and of levels, and what is called like contents around a level."""
    for path, levels in _PATHS.of(curriculum).items():
        page = curriculum.pages.get(path)
        if page is not None and page.kind in (Kind.ROOT, Kind.LEVEL, Kind.PAGE):
            yield Overview(page, levels)


def lists_chapters(path: str) -> bool:
    """Whether a page holds the chapters of a book, where a link to nothing is a draft."""
    return path.rpartition("/")[2] == "SUMMARY.md"


def is_overview(curriculum: Curriculum, path: str) -> bool:
    """Whether the page at ``path`` can be one of `overviews`."""
    return path in _PATHS.of(curriculum)


def _paths(curriculum: Curriculum) -> Mapping[str, tuple[Unit, ...]]:
    root = curriculum.skeleton.root_readme
    found: dict[str, tuple[Unit, ...]] = {root: curriculum.levels} if root is not None else {}
    for level in curriculum.levels:
        if level.readme is not None:
            found.setdefault(level.readme, (level,))
    own = set(found)
    for level in curriculum.levels:
        for path in _contents_around(curriculum, level):
            if path not in own:
                found[path] = (*found.get(path, ()), level)
    return found


_PATHS = PerCurriculum(_paths)


def _contents_around(curriculum: Curriculum, level: Unit) -> Iterator[str]:
    """The files called like contents in the folder of the level and in those around it."""
    folder = level.path
    while True:
        for entry in curriculum.tree.children(folder):
            if entry.kind is EntryKind.FILE and _CONTENTS.fullmatch(entry.name):
                yield entry.path
        if folder == ROOT:
            return
        folder = folder.rpartition("/")[0] or ROOT
