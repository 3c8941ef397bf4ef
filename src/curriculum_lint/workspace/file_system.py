"""What a walk along a path asks of the system; the disk's answers are those of `os` itself."""

from __future__ import annotations

import os
from typing import Protocol


class FileSystem(Protocol):
    """The calls of `os` that look at paths without following links. They raise ``OSError``."""

    def lstat(self, path: str, /) -> os.stat_result:
        """What is at ``path``."""

    def readlink(self, path: str, /) -> str:
        """What the symbolic link at ``path`` says."""

    def listdir(self, path: str, /) -> list[str]:
        """The names in the folder ``path``."""


class _Disk:
    def lstat(self, path: str) -> os.stat_result:
        return os.lstat(path)

    def readlink(self, path: str) -> str:
        return os.readlink(path)

    def listdir(self, path: str) -> list[str]:
        return os.listdir(path)


DISK: FileSystem = _Disk()
