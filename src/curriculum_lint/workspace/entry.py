"""What lies at a path below the root."""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from typing import NamedTuple

from .file_system import DISK, FileSystem
from .resolve import Stop, is_link, resolve

ROOT = "."


class EntryKind(StrEnum):
    """What a path is, without following it."""

    FILE = "file"
    FOLDER = "folder"
    #: A symbolic link that stays below the root.
    LINK = "link"
    #: A symbolic link that dangles, leads round in a circle, or out of the root.
    STRAY = "stray"
    #: A named pipe, a socket, a device.
    OTHER = "other"


class Entry(NamedTuple):
    """One path, relative to the root with ``/``; sizes in bytes, times in nanoseconds."""

    path: str
    kind: EntryKind
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    #: Where a LINK ends: a path below the root that is no link itself.
    target: str | None = None

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


_KINDS = {stat.S_IFREG: EntryKind.FILE, stat.S_IFDIR: EntryKind.FOLDER}


def join(folder: str, name: str) -> str:
    """The path of ``name`` in ``folder``, both relative to the root."""
    return name if folder == ROOT else f"{folder}/{name}"


def on_disk(root: str, path: str) -> str:
    """The path that the operating system understands."""
    return root if path == ROOT else f"{root}/{path}"


def entry_of(root: str, path: str, state: os.stat_result, system: FileSystem = DISK) -> Entry:
    """The entry for ``path``, whose ``lstat`` is ``state``."""
    kind, target = _KINDS.get(stat.S_IFMT(state.st_mode), EntryKind.OTHER), None
    if is_link(state):
        kind, target = _follow(root, path, system)
    return Entry(
        path, kind, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino, target
    )


def _follow(root: str, path: str, system: FileSystem) -> tuple[EntryKind, str | None]:
    resolved = resolve(root, path, system)
    if isinstance(resolved, Stop):
        return EntryKind.STRAY, None
    return EntryKind.LINK, resolved.path
