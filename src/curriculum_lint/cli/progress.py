"""A line that says how far long work is, where somebody sits at a terminal."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress

from ..settings.settings import Settings
from ..workspace.disk import Disk
from ..workspace.read import FileText, Unreadable

#: Shorter work needs no line; and so often it is written anew.
_SECONDS = 1.0
_BETWEEN = 0.2
_CLEAR = "\r\x1b[K"


def open_disk(settings: Settings, *, quiet: bool) -> Disk:
    """The curriculum as the disk has it; at a terminal, one that says how much of it is read."""
    return WatchedDisk(settings) if not quiet and _is_watched() else Disk(settings)


def end_progress(disk: object) -> None:
    """Take away the line, if there is one."""
    if isinstance(disk, WatchedDisk):
        disk.end()


def _is_watched() -> bool:
    """Whether standard error is a terminal that can take a line back; never in CI."""
    if os.environ.get("CI") or os.environ.get("TERM", "dumb") == "dumb" or sys.stderr is None:
        return False
    return sys.stderr.isatty()


class WatchedDisk(Disk):
    """A disk that tells on standard error how many of its Markdown files have been read."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._seen: set[str] = set()
        self._started = self._told = time.monotonic()
        self._is_shown = False

    def read(self, path: str) -> FileText | Unreadable:
        """The text of a document."""
        self._seen.add(path)
        now = time.monotonic()
        if now - self._started > _SECONDS and now - self._told > _BETWEEN:
            self._told = now
            self._tell(f"Reading: {len(self._seen):,} of {len(self.tree.markdown()):,} files …")
        return super().read(path)

    def end(self) -> None:
        """Take the line away."""
        if self._is_shown:
            self._tell("")

    def _tell(self, text: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"{_CLEAR}{text}")
            sys.stderr.flush()
            self._is_shown = bool(text)
