"""The texts that documents had at an earlier run, for comparing them with what they are now."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from ..workspace.read import FileText
from .store import Shelf

#: Of a text in the file of all texts: where it begins, its size, its checksum, whether it has a
#: byte-order mark. Of one that is newer than that file: itself, and that mark.
Row = list[Any]
_MOST_NEWER = 50


class OldTexts:
    """The texts of one curriculum: those of a whole run together, newer ones beside them."""

    def __init__(self, shelf: Shelf, name: str, rows: Mapping[str, Row]) -> None:
        self._shelf, self._name = shelf, f"texts-{name}"
        self.rows = dict(rows)

    def get(self, path: str) -> FileText | None:
        """The text of a document, if it is known and whole."""
        row = self.rows.get(path)
        if row is None:
            return None
        if isinstance(row[0], str):
            return FileText(row[0], bool(row[1]), "")
        start, size, checksum, bom = map(int, row)
        packed = self._shelf.read_part(self._name, start, size)
        with suppress(zlib.error, UnicodeDecodeError):
            if zlib.crc32(packed) == checksum:
                return FileText(zlib.decompress(packed).decode("utf-8"), bool(bom), "")
        return None

    @property
    def has_many_newer(self) -> bool:
        """Whether it is time to write all texts together again."""
        return sum(isinstance(row[0], str) for row in self.rows.values()) > _MOST_NEWER

    def put(self, path: str, text: FileText) -> None:
        """Remember a newer text."""
        self.rows[path] = [text.text, text.bom]

    def write_all(self, texts: Mapping[str, FileText]) -> None:
        """Remember the texts of a whole run."""
        parts: list[bytes] = []
        at = 0
        for path, text in texts.items():
            packed = text.packed
            parts.append(packed)
            self.rows[path] = [at, len(packed), zlib.crc32(packed), text.bom]
            at += len(packed)
        self._shelf.write_bytes(self._name, parts)
