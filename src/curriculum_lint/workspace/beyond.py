"""What lies beyond the root, in the repository around it."""

from __future__ import annotations

import os
import posixpath

from ..git.index_file import may_skip
from ..git.places import find_places
from .entry import ROOT, entry_of
from .lookup import Finder, Lookup, Status


def in_repository(root: str, path: str) -> str | None:
    """``path``, relative to ``root``, from the top of the repository; ``None`` if it leaves it."""
    places = find_places(root)
    if places is None:
        return None
    full = posixpath.normpath(posixpath.join(places.prefix, path))
    return None if full == ".." or full.startswith("../") else full


def look_beyond(root: str, path: str) -> Lookup:
    """Whether anything is at ``path``, which leaves ``root``.

    What a sparse checkout may leave out, or another repository holds, counts as found.
    """
    places, full = find_places(root), in_repository(root, path)
    if places is None or full is None:
        return Lookup(Status.OUTSIDE)
    try:
        finder = Finder(places.top, {ROOT: entry_of(places.top, ROOT, os.stat(places.top))})
        found = finder.find(full)
    except OSError:
        return Lookup(Status.OUTSIDE)
    is_certain = found.status is not Status.MISSING or not (
        may_skip(places.own) or _is_foreign(places.top, full)
    )
    return Lookup(found.status) if is_certain else Lookup(Status.FOUND)


def _is_foreign(top: str, path: str) -> bool:
    """Whether a folder around ``path`` is another repository, or a submodule without its files."""
    folder = path
    while folder := folder.rpartition("/")[0]:
        here = os.path.join(top, folder)
        if os.path.lexists(os.path.join(here, ".git")) or _is_empty(here):
            return True
    return False


def _is_empty(folder: str) -> bool:
    try:
        return not os.listdir(folder)
    except OSError:
        return False
