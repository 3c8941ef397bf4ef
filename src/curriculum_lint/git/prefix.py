"""The place of a folder in the git repository around it, without a call of git."""

from __future__ import annotations

import os


def repository_prefix(root: str) -> str | None:
    """The folder of ``root`` in the git repository around it, with ``/``; ``""`` for its own.

    ``None`` where there is no repository.
    """
    folder = _top(root)
    if folder is None:
        return None
    inside = os.path.relpath(root, folder).replace(os.sep, "/")
    return "" if inside == "." else inside


def repository_top(root: str) -> str:
    """The folder of the git repository around ``root``; ``root`` itself where there is none."""
    return _top(root) or root


def _top(root: str) -> str | None:
    folder = root
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder
