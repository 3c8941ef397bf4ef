"""Whether a path may be written to: inside the curriculum, and where it seems to be."""

from __future__ import annotations

import os
import stat

from .not_written import Reason

_PRIVATE = frozenset({".git", "git~1"})


def is_plain(path: str) -> bool:
    """Whether ``path`` is relative, below the root, written plainly, and outside of git's folder.

    Paths in journals may have been written by anybody.
    """
    parts = path.split("/")
    drive = os.path.splitdrive(path)[0]
    return (
        not drive
        and _is_name(path)
        and (os.sep == "/" or os.sep not in path)
        and not {"", ".", ".."}.intersection(parts)
        and not is_in_git_folder(parts)
    )


def is_in_git_folder(parts: list[str]) -> bool:
    """Whether one of the ``parts`` of a path is the folder that git keeps its own files in."""
    return not _PRIVATE.isdisjoint(part.casefold() for part in parts)


def find_obstacle(root: str, path: str) -> Reason | None:
    """Why nothing may be written to ``path``, relative to ``root``, if so.

    A symbolic link on the way could lead anywhere, and what is in a folder with a ``.git`` of its
    own belongs to another repository.
    """
    parts = path.split("/")
    if not is_plain(path):
        return Reason.GIT_FOLDER if is_in_git_folder(parts) else Reason.OUTSIDE
    for count in range(1, len(parts)):
        folder = os.path.join(root, *parts[:count])
        try:
            state = os.lstat(folder)
        except FileNotFoundError:
            return None
        is_junction = getattr(state, "st_reparse_tag", 0) != 0
        if is_junction or not stat.S_ISDIR(state.st_mode):
            return Reason.LINKED
        if os.path.lexists(os.path.join(folder, ".git")):
            return Reason.OTHER_REPOSITORY
    return None


def _is_name(path: str) -> bool:
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False
