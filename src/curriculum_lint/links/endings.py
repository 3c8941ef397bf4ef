"""Pages whose ending a link leaves out, as the routes of many websites do."""

from __future__ import annotations

import posixpath

from ..workspace.entry import EntryKind
from ..workspace.lookup import Status
from ..workspace.tree import Tree

_INTRODUCTIONS = frozenset({"readme", "index", "_index"})
_ENDINGS = (".md", ".markdown", ".mdx", ".qmd", ".Rmd")


def page_without_ending(tree: Tree, path: str) -> str | None:
    """The page that ``path``, at which nothing is, becomes with an ending."""
    for ending in _ENDINGS:
        found = tree.lookup(path + ending)
        if found.status is Status.FOUND and found.entry and found.entry.kind is EntryKind.FILE:
            return path + ending
    return None


def page_of_route(tree: Tree, source: str, path: str) -> str | None:
    """The page that the link of ``source`` to ``path``, at which nothing is, means on a website.

    There, a page may be called without its ending, and links are counted from its address: in
    `loops.md`, which is shown at `loops/`, the link `../files/` leads to `files.md` beside it.
    """
    found = page_without_ending(tree, path)
    folder, _, name = source.rpartition("/")
    stem = posixpath.splitext(name)[0]
    if found or stem.casefold() in _INTRODUCTIONS:
        return found
    written = posixpath.relpath(f"/{path}", f"/{folder}")
    address = posixpath.normpath(posixpath.join(folder, stem, written))
    if address.startswith("..") or address == path:
        return None
    candidates = (address, *(f"{address}/{each}" for each in ("index", "_index", "README")))
    return next(filter(None, (page_without_ending(tree, each) for each in candidates)), None)
