"""The place of a folder in the git repository around it, without a call of git."""

from __future__ import annotations

import os


def repository_prefix(root: str) -> str | None:
    """The folder of ``root`` in the git repository around it, with ``/``; ``""`` for its own.

    ``None`` where there is no repository.
    """
    folder = root
    while not os.path.lexists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    inside = os.path.relpath(root, folder).replace(os.sep, "/")
    return "" if inside == "." else inside
