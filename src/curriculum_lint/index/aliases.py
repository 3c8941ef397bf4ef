"""Readmes that are symbolic links, or have another name than those of the units."""

from __future__ import annotations

from ..model.curriculum import Curriculum, Page

_USUAL = "readme.md"


def page_at(curriculum: Curriculum, path: str | None) -> Page | None:
    """The page at ``path``, or the one that a link there leads to; ``None`` if it was not read."""
    if path is None:
        return None
    entry = curriculum.tree.entries.get(path)
    target = entry.target if entry else None
    return curriculum.pages.get(path) or curriculum.pages.get(target or "")


def root_readme(curriculum: Curriculum) -> str | None:
    """The readme of the root; where units have an `index.md`, the root may have a `README.md`."""
    named = [path for path in curriculum.pages if path.casefold() == _USUAL]
    return curriculum.skeleton.root_readme or next(iter(named), None)
