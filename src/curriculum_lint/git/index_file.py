"""The list that git keeps of what it tracks, read without a call of git."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

_HEAD = struct.Struct(">4sII")
_NUMBERS = 40
_HASHES = (20, 32)
_EXTENDED = 0x4000
_SKIPPED = 0x4000
_COMPRESSED = 4
_SPLIT = b"link"
_MODE_AT = 24
_REPOSITORY = 0o160000
_MOST_BYTES = 1 << 27


class TrackedPath(NamedTuple):
    """A tracked path, with ``/`` at its end for a whole folder that a sparse checkout left out."""

    path: str
    is_skipped: bool = False
    is_repository: bool = False


class GitIndex:
    """What is tracked; ``skipped`` is what a sparse checkout leaves out, ``repositories`` are
    the folders of submodules.
    """

    def __init__(self, entries: list[TrackedPath]) -> None:
        self.tracked = frozenset(each.path for each in entries)
        self.skipped = tuple(each.path for each in entries if each.is_skipped)
        self.repositories = frozenset(each.path for each in entries if each.is_repository)

    def tracks(self, path: str, *, folder: bool) -> bool:
        """Whether the file ``path``, or something in the folder ``path``, is tracked."""
        return path in (self._folders if folder else self.tracked)

    @cached_property
    def _folders(self) -> frozenset[str]:
        folders: set[str] = set()
        for path in self.tracked:
            while path := path.rpartition("/")[0]:
                if path in folders:
                    break
                folders.add(path)
        return frozenset(folders)


NOTHING = GitIndex([])


def may_skip(folder: str) -> bool:
    """Whether the list may hold anything that is skipped: one of version 2 cannot."""
    try:
        with open(os.path.join(folder, "index"), "rb") as file:
            return file.read(8)[4:] not in {b"", b"\0\0\0\2"}
    except (OSError, ValueError):
        return False


def read_index(folder: str, prefix: str) -> GitIndex:
    """What is tracked below ``prefix``, relative to it; nothing where the file cannot be read.

    ``folder`` is git's own for this working tree. A split index is not read.
    """
    try:
        with open(os.path.join(folder, "index"), "rb") as file:
            data = file.read(_MOST_BYTES)
    except (OSError, ValueError):
        return NOTHING
    start = f"{prefix}/" if prefix else ""
    for hash_size in _HASHES:
        try:
            entries = list(_entries(data, hash_size))
        except (struct.error, ValueError, IndexError):
            continue
        inside = (each for each in entries if each.path.startswith(start))
        return GitIndex([each._replace(path=each.path[len(start) :]) for each in inside])
    return NOTHING


def _entries(data: bytes, hash_size: int) -> Iterator[TrackedPath]:
    signature, version, count = _HEAD.unpack_from(data)
    if signature != b"DIRC" or version not in {2, 3, 4}:
        raise ValueError(version)
    at, path = _HEAD.size, b""
    for _ in range(count):
        start, flags_at = at, at + _NUMBERS + hash_size
        flags = int.from_bytes(data[flags_at : flags_at + 2])
        at = flags_at + (4 if flags & _EXTENDED else 2)
        extended = int.from_bytes(data[flags_at + 2 : at])
        if version == _COMPRESSED:
            path, at = _shortened_path(data, at, path)
        else:
            path, at = _padded_path(data, at, start)
        mode = int.from_bytes(data[start + _MODE_AT : start + _MODE_AT + 4])
        yield TrackedPath(os.fsdecode(path), bool(extended & _SKIPPED), mode == _REPOSITORY)
    _refuse_rest(data, at, hash_size)


def _padded_path(data: bytes, at: int, start: int) -> tuple[bytes, int]:
    """The path at ``at``, and where the next entry begins: eight bytes or a multiple later."""
    end = data.index(b"\0", at)
    return data[at:end], start + (end - start + 8) // 8 * 8


def _shortened_path(data: bytes, at: int, before: bytes) -> tuple[bytes, int]:
    """The path that begins as the one ``before`` it does."""
    stripped, at = _number(data, at)
    end = data.index(b"\0", at)
    return before[: len(before) - stripped] + data[at:end], end + 1


def _refuse_rest(data: bytes, at: int, hash_size: int) -> None:
    """Raise where what follows is no list of extensions, or says that entries are elsewhere."""
    while at < len(data) - hash_size:
        name = data[at : at + 4]
        if name == _SPLIT or not name.isalpha():
            raise ValueError(name)
        at += 8 + int.from_bytes(data[at + 4 : at + 8])
    if at != len(data) - hash_size:
        raise ValueError(at)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of variable length as git writes it, and where it ends."""
    byte = data[at]
    value = byte & 0x7F
    while byte & 0x80:
        at += 1
        byte = data[at]
        value = ((value + 1) << 7) | (byte & 0x7F)
    return value, at + 1
