"""Where git keeps what it knows of a folder, found without a call of git."""

from __future__ import annotations

import os
from typing import NamedTuple

from .prefix import repository_prefix

_LONGEST = 4096


class GitPlaces(NamedTuple):
    """A working tree: its folder ``top``, and that of the root in it (``""``: the same).

    ``own`` is where git keeps what belongs to this working tree, and ``shared`` what linked ones
    have in common.
    """

    top: str
    prefix: str
    own: str
    shared: str


def find_places(root: str) -> GitPlaces | None:
    """The places for the repository around ``root``, ``None`` where there is none."""
    prefix = repository_prefix(root)
    if prefix is None:
        return None
    top = root
    for _ in range(prefix.count("/") + 1 if prefix else 0):
        top = os.path.dirname(top)
    own = _folder_of(top)
    return GitPlaces(top, prefix, own, _named_in(own, "commondir") or own)


def _folder_of(top: str) -> str:
    """The folder ``.git``, or the one that a file of this name names in its place."""
    plain = os.path.join(top, ".git")
    if os.path.isdir(plain):
        return plain
    named = _first_line(plain).removeprefix("gitdir: ")
    return os.path.normpath(os.path.join(top, named)) if named else plain


def _named_in(folder: str, file: str) -> str | None:
    named = _first_line(os.path.join(folder, file))
    return os.path.normpath(os.path.join(folder, named)) if named else None


def _first_line(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            line = file.read(_LONGEST).partition("\n")[0]
    except (OSError, ValueError):
        return ""
    return "" if "\0" in line else line
