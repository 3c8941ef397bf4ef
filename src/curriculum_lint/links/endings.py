"""Pages whose ending a link leaves out, as the routes of many websites do."""

from __future__ import annotations

from ..workspace.entry import EntryKind
from ..workspace.lookup import Status
from ..workspace.tree import Tree

_ENDINGS = (".md", ".markdown", ".mdx", ".qmd", ".Rmd")


def page_without_ending(tree: Tree, path: str) -> str | None:
    """The page that ``path``, at which nothing is, becomes with an ending."""
    for ending in _ENDINGS:
        found = tree.lookup(path + ending)
        if found.status is Status.FOUND and found.entry and found.entry.kind is EntryKind.FILE:
            return path + ending
    return None
