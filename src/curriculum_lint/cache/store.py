"""Where the cache is, and its files: JSON, replaced at once, never trusted to be there.

The first line of a file holds a fingerprint of the tool itself, so another version of it, another
Python or an edited source file starts afresh, and a digest of the rest, so a damaged file is none.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from .fingerprint import digest_of, head_of
from .folder import user_folder

_MOST_FILES = 16
_LONGEST_HEAD = 200
_SUFFIXES = (".json", ".cache-tmp")


class Shelf:
    """One folder of the cache. Reading and writing never fail: a cache may always be empty."""

    def __init__(self, *names: str) -> None:
        base = user_folder()
        self._folder = os.path.join(base, *names) if base else None

    def read(self, name: str) -> Any:
        """What was written under ``name`` by this very tool, or ``None``."""
        body = self.read_bytes(name)
        try:
            return None if body is None else json.loads(body)
        except (ValueError, RecursionError):
            return None

    def read_bytes(self, name: str) -> bytes | None:
        """Like `read`, for what `write_bytes` wrote."""
        if self._folder is None:
            return None
        try:
            with open(self._path(name), "rb") as file:
                head, body = file.readline(_LONGEST_HEAD), file.read()
        except (OSError, ValueError):
            return None
        return body if head == head_of([body]) else None

    def read_part(self, name: str, start: int, size: int) -> bytes:
        """A part of what `write_bytes` wrote, which may be anything."""
        if self._folder is not None:
            with suppress(OSError, ValueError), open(self._path(name), "rb") as file:
                head = len(file.readline(_LONGEST_HEAD))
                file.seek(head + start)
                return file.read(size)
        return b""

    def _path(self, name: str) -> str:
        return os.path.join(self._folder or "", f"{name}.json")

    def write(self, name: str, data: object) -> None:
        """Remember JSON-like ``data``; old files make room."""
        self.write_bytes(name, [json.dumps(data, separators=(",", ":")).encode("ascii")])

    def write_bytes(self, name: str, body: Sequence[bytes]) -> None:
        """Remember the parts of ``body``, joined; old files make room."""
        if self._folder is None:
            return
        with suppress(OSError, ValueError):
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            temporary = _new_path(self._folder)
            try:
                with open(temporary, "xb", opener=_open_private) as file:
                    file.write(head_of(body))
                    file.writelines(body)
                os.replace(temporary, self._path(name))
            except BaseException:
                os.unlink(temporary)
                raise
            _prune(self._folder)


def _new_path(folder: str) -> str:
    """Where nobody else writes; `tempfile` would load more than all of this."""
    return os.path.join(folder, f"{os.getpid()}-{time.monotonic_ns()}{_SUFFIXES[1]}")


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _prune(folder: str) -> None:
    """Delete all of our files but those that were written last."""
    with os.scandir(folder) as entries:
        files = [
            (e.stat(follow_symlinks=False).st_mtime_ns, e.path)
            for e in entries
            if e.name.endswith(_SUFFIXES) and e.is_file(follow_symlinks=False)
        ]
    for _, path in sorted(files, reverse=True)[_MOST_FILES:]:
        with suppress(OSError):
            os.unlink(path)


class ConfigurationStore:
    """Validated configurations, by the text of their file."""

    def __init__(self) -> None:
        self._shelf = Shelf("settings")

    def get(self, text: str, name: str) -> dict[str, Any] | None:
        """What was put for a file with this text and name."""
        found = self._shelf.read(digest_of(text, name))
        return found if isinstance(found, dict) else None

    def put(self, text: str, name: str, data: dict[str, Any]) -> None:
        """Remember the settings that a file holds."""
        self._shelf.write(digest_of(text, name), data)
