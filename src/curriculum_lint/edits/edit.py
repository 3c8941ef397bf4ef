"""Changes to files, as plain data that rules, diffs and editors share."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Safety(StrEnum):
    """Whether a fix may be applied without a person looking at it."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Replace the characters ``start:end`` of the file ``path`` by ``text``.

    ``path`` is relative to the root, with ``/``; offsets count characters of the decoded text
    (a byte-order mark is not part of it).
    """

    path: str
    start: int
    end: int
    text: str


class Move(NamedTuple):
    """Give the file or folder ``source`` the name ``target``; both are relative to the root.

    The moves of a fix happen at once, so two names can be swapped. What is in a moved folder goes
    with it, unless a move of its own says otherwise.
    """

    source: str
    target: str


class Write(NamedTuple):
    """Make ``text`` the whole of the file ``path``, whether it exists or not."""

    path: str
    text: str


class Fix(NamedTuple):
    """A titled set of changes that belong together: all of them are applied, or none.

    Edits name files as they are before the moves, writes as they are after them. ``caution`` is
    a sentence for the person who applies the fix: what it cannot know, and where to look.
    """

    title: str
    safety: Safety
    edits: tuple[Edit, ...] = ()
    moves: tuple[Move, ...] = ()
    writes: tuple[Write, ...] = ()
    caution: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether it changes more than one file, so that half of it could be left."""
        paths = {*(edit.path for edit in self.edits), *(write.path for write in self.writes)}
        return bool(self.moves) or len(paths) > 1
