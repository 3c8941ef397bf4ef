"""Where a path leads, when every symbolic link on the way must stay below the root."""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from typing import NamedTuple

from ..text.private_names import is_private
from .file_system import DISK, FileSystem

#: The tag of a folder junction, which Windows follows like a symbolic link.
_JUNCTION = 0xA0000003
_MAX_LINKS = 40
_MAX_STEPS = 1000


class Stop(StrEnum):
    """Why a path leads nowhere."""

    MISSING = "missing"
    DANGLING = "dangling"
    CYCLIC = "cyclic"
    OUTSIDE = "outside"
    PRIVATE = "private"
    DENIED = "denied"


class Resolved(NamedTuple):
    """A path below the root without a symbolic link in it, and its ``lstat``."""

    path: str
    state: os.stat_result


def is_link(state: os.stat_result) -> bool:
    """Whether the system would follow a path with this ``lstat`` elsewhere."""
    return stat.S_ISLNK(state.st_mode) or getattr(state, "st_reparse_tag", 0) == _JUNCTION


def resolve(root: str, path: str, system: FileSystem = DISK) -> Resolved | Stop:
    """Follow ``path``, relative to ``root`` with ``/``, through every symbolic link.

    An absolute link leads outside even when it points back in: it works in one checkout only.
    Nothing outside the root is looked at.
    """
    return _Way(root, path, system).follow()


class _Way:
    """The walk along one path: names still to do, and the real folders passed."""

    def __init__(self, root: str, path: str, system: FileSystem) -> None:
        self.root, self.system = root, system
        self.todo = path.split("/")[::-1]
        self.done: list[str] = []
        self.links = 0
        self.state: os.stat_result | None = None

    def follow(self) -> Resolved | Stop:
        for _ in range(_MAX_STEPS):
            if not self.todo:
                return self.arrive()
            stop = self.step(self.todo.pop())
            if stop is not None:
                return stop
        return Stop.CYCLIC

    def arrive(self) -> Resolved | Stop:
        path = "/".join(self.done) or "."
        try:
            return Resolved(path, self.state or self.system.lstat(f"{self.root}/{path}"))
        except OSError:
            return Stop.MISSING

    def step(self, name: str) -> Stop | None:
        if name in {"", "."}:
            return None
        if name == "..":
            return self.go_up()
        if is_private(name):
            return Stop.PRIVATE
        try:
            return self.enter(name)
        except PermissionError:
            return Stop.DENIED
        except (OSError, ValueError):
            # ValueError: a NUL in the name.
            return Stop.DANGLING if self.links else Stop.MISSING

    def go_up(self) -> Stop | None:
        if not self.done:
            return Stop.OUTSIDE
        self.done.pop()
        self.state = None
        return None

    def enter(self, name: str) -> Stop | None:
        full = "/".join((self.root, *self.done, name))
        state = self.system.lstat(full)
        if is_link(state):
            return self.follow_link(self.system.readlink(full))
        if self.todo and not stat.S_ISDIR(state.st_mode):
            raise NotADirectoryError(full)
        self.done.append(name)
        self.state = state
        return None

    def follow_link(self, text: str) -> Stop | None:
        self.links += 1
        if self.links > _MAX_LINKS:
            return Stop.CYCLIC
        text = text.replace(os.sep, "/")
        if text.startswith("/") or os.path.splitdrive(text)[0]:
            return Stop.OUTSIDE
        self.todo += text.split("/")[::-1]
        return None
