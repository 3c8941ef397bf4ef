"""What is to become of a repository, as data: new texts and new names."""

from __future__ import annotations

from typing import NamedTuple

from .edit import Move


class NewText(NamedTuple):
    """The new text of a file, with a byte-order mark before it where ``bom`` is true.

    A file that exists has the path that it has on disk now, and the `digest` of its bytes; a new
    one has the path that it will have, and no digest.
    """

    path: str
    text: str
    bom: bool
    expected_digest: str | None


class Plan(NamedTuple):
    """Changes to make together; the moves happen at once."""

    texts: tuple[NewText, ...]
    moves: tuple[Move, ...] = ()
