"""Large things in one file of the cache, each of which can be read by itself."""

from __future__ import annotations

import zlib

from .store import Shelf

#: Where a part begins, its size, and its checksum.
Row = list[int]


class PartsWriter:
    """Collects parts for one file."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, part: bytes) -> Row:
        """Where the part will be."""
        row = [self._size, len(part), zlib.crc32(part)]
        self._parts.append(part)
        self._size += len(part)
        return row

    def write(self, shelf: Shelf, name: str) -> None:
        """Write the file."""
        shelf.write_bytes(name, self._parts)


def read_part(shelf: Shelf, name: str, row: Row) -> bytes | None:
    """The part that a row tells of, if it is there and whole."""
    start, size, checksum = row
    part = shelf.read_part(name, start, size)
    return part if zlib.crc32(part) == checksum else None
