"""Whether a path of the repository can be trusted to be where it seems to be."""

from __future__ import annotations

import os
import stat

_PRIVATE = frozenset({".git", "git~1"})


def is_plain(path: str) -> bool:
    """Whether ``path`` is relative, below the root, written plainly, and outside of git's folder.

    Paths in journals may have been written by anybody.
    """
    parts = path.split("/")
    drive = os.path.splitdrive(path)[0]
    return (
        not drive
        and "\0" not in path
        and (os.sep == "/" or os.sep not in path)
        and not {"", ".", ".."}.intersection(parts)
        and _PRIVATE.isdisjoint(part.casefold() for part in parts)
    )


def has_plain_way(root: str, path: str) -> bool:
    """Whether every folder on the way to ``path`` that exists is a folder and no link."""
    parts = path.split("/")[:-1]
    for count in range(1, len(parts) + 1):
        try:
            state = os.lstat(os.path.join(root, *parts[:count]))
        except FileNotFoundError:
            return True
        is_junction = getattr(state, "st_reparse_tag", 0) != 0
        if is_junction or not stat.S_ISDIR(state.st_mode):
            return False
    return True
