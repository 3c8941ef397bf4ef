"""What is to become of a repository, as data: new texts and new names."""

from __future__ import annotations

from typing import NamedTuple

from .edit import Move

#: The byte-order mark of UTF-8.
BOM = b"\xef\xbb\xbf"


class NewText(NamedTuple):
    """The new text of a file, with a byte-order mark before it where ``bom`` is true.

    A file that exists has the path that it has on disk now, and the `digest` of its bytes; a new
    one has the path that it will have, and no digest.
    """

    path: str
    text: str
    bom: bool
    expected_digest: str | None

    @property
    def data(self) -> bytes:
        """The bytes to write. Raises ``UnicodeEncodeError`` for half of a surrogate pair."""
        return BOM * self.bom + self.text.encode()


class Plan(NamedTuple):
    """Changes to make together; the moves happen at once.

    A plan that is ``whole`` is made as a whole or not at all, and so is one with moves. Of any
    other, each text is written or not for itself.
    """

    texts: tuple[NewText, ...]
    moves: tuple[Move, ...] = ()
    whole: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all of it is made or nothing."""
        return self.whole or bool(self.moves)
