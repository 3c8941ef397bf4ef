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


class Fix(NamedTuple):
    """A titled set of edits that belong together: all of them are applied, or none."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]
