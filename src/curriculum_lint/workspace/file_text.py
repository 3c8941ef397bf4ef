"""The text of a file, packed where a run has to hold many of them."""

from __future__ import annotations

import zlib
from collections import deque

_MOST_RECENT = 32
_LEVEL = 2


class FileText:
    """The text of a file without its byte-order mark, line endings as they are.

    ``digest`` is that of the bytes, in hexadecimal.
    """

    __slots__ = ("_packed", "_text", "bom", "digest")

    def __init__(self, text: str, bom: bool, digest: str) -> None:
        self._text: str | None = text
        self._packed: bytes | None = None
        self.bom, self.digest = bom, digest

    @property
    def text(self) -> str:
        """The text, unpacked for a while."""
        text = self._text
        if text is None:
            text = self._text = self.utf_8.decode("utf-8", "surrogatepass")
            _note_recent(self)
        return text

    @property
    def utf_8(self) -> bytes:
        """The text in UTF-8."""
        if self._text is not None or self._packed is None:
            return to_utf_8(self.text)
        return zlib.decompress(self._packed)

    @property
    def packed(self) -> bytes:
        """The text in UTF-8 as zlib packs it."""
        return self._packed or zlib.compress(self.utf_8, _LEVEL)

    def pack(self) -> None:
        """Hold the text packed: a fifth of the memory, some time for everyone who asks for it."""
        if self._packed is None:
            self._packed = zlib.compress(self.utf_8, _LEVEL)
        self._text = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FileText):
            return NotImplemented
        return (self.text, self.bom, self.digest) == (other.text, other.bom, other.digest)

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"FileText({self.text!r}, {self.bom}, {self.digest!r})"


def to_utf_8(text: str) -> bytes:
    """``text`` in UTF-8, with what is no text but stands in names of files."""
    return text.encode("utf-8", "surrogatepass")


#: The texts that were unpacked last.
_RECENT: deque[FileText] = deque()


def _note_recent(text: FileText) -> None:
    _RECENT.append(text)
    if len(_RECENT) > _MOST_RECENT:
        _RECENT.popleft().pack()
