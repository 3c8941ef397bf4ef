"""The text files of a repository that are no documents of the curriculum."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from ..git.index_file import read_index
from ..git.places import find_places
from .beyond import leaves_root
from .entry import EntryKind
from .generated import generated_files
from .read import FileText
from .walk import never_counts
from .workspace import Workspace

_MOST = 20_000
_LONGEST = 1_000_000
#: What no path is looked for in; whatever is not UTF-8 is no text anyhow.
_NO_TEXT = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".pdf", ".zip", ".gz", ".mp4", ".webm"),
    *(".woff", ".woff2", ".ttf", ".otf", ".lock"),
)


class RepositoryText(NamedTuple):
    """A text file; ``path`` is relative to the root, and may lie beyond it."""

    path: str
    text: str


def repository_texts(
    workspace: Workspace, suffixes: tuple[str, ...] = ("",)
) -> Iterator[RepositoryText]:
    """Every text file below the root, and what git tracks beyond it, by path.

    Only files with one of the ``suffixes`` are read. Those that the index is written to are left
    out, and so is what is large or cannot be read.
    """
    paths = (path for path in _paths(workspace) if path.lower().endswith(suffixes))
    for path in sorted(paths)[:_MOST]:
        read = workspace.read(path)
        if isinstance(read, FileText) and len(read.text) <= _LONGEST and "\0" not in read.text:
            yield RepositoryText(path, read.text)


def _paths(workspace: Workspace) -> set[str]:
    entries = workspace.tree.entries
    below = {path for path, entry in entries.items() if entry.kind is EntryKind.FILE}
    own = {*generated_files(workspace.settings.index)}
    return {each for each in below | _tracked(workspace) if _may_be_text(each)} - own


def _tracked(workspace: Workspace) -> set[str]:
    """What git tracks that is no entry: it lies beyond the root, or is excluded."""
    places = find_places(workspace.settings.root)
    if places is None:
        return set()
    whole = (f"/{path}" for path in read_index(places.own, "").tracked)
    found = {posixpath.relpath(path, f"/{places.prefix}") for path in whole}
    return {path for path in found if leaves_root(path) or not _is_of_tools(path)}


def _is_of_tools(path: str) -> bool:
    return any(never_counts(name, folder=True) for name in path.split("/")[:-1])


def _may_be_text(path: str) -> bool:
    return not path.lower().endswith(_NO_TEXT)
