"""Where the cache is, and its files: JSON, replaced at once, never trusted to be there.

The first line of a file holds a fingerprint of the tool itself, so another version of it, another
Python or an edited source file starts afresh, and a digest of the rest, so a damaged file is none.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from typing import Any

from .. import __version__
from ..edits.not_written import RefusedError
from ..edits.overwrite import refuse_links
from ..git.prefix import repository_top

FOLDER_VARIABLE = "CURRICULUM_LINT_CACHE_DIR"
_MOST_FILES = 12
_LONGEST_HEAD = 200
_SUFFIXES = (".json", ".cache-tmp")


def digest_of(*parts: str) -> str:
    """A short name for ``parts``."""
    joined = "\0".join(parts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def tool_fingerprint() -> str:
    """Changes with the version, with Python's, and with every edit of the tool's own files."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return digest_of(__version__, sys.version, *sorted(stamps_of(package)))


def stamps_of(place: str) -> list[str]:
    """Path, size and time of a file, or of every file of Python or JSON in a folder."""
    stamps: list[str] = []
    with suppress(OSError):
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    stamps += stamps_of(entry.path) if entry.name != "__pycache__" else []
                elif entry.name.endswith((".py", ".json")):
                    stamps.append(_stamp(entry.path, entry.stat()))
        return stamps
    with suppress(OSError):
        stamps.append(_stamp(place, os.stat(place)))
    return stamps


def _stamp(path: str, state: os.stat_result) -> str:
    return f"{path} {state.st_size} {state.st_mtime_ns}"


def user_folder() -> str | None:
    """The folder for caches of this user and tool, or ``None`` where there is no home."""
    own = os.environ.get(FOLDER_VARIABLE)
    if own:
        return _absolute(own)
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "curriculum-lint") if os.path.isabs(base) else None


def _absolute(folder: str) -> str | None:
    """The folder that the environment names; ``None`` where it is gone, or behind a link.

    A link in the working folder, or in the repository around it, may have come with a checkout.
    """
    try:
        place, here = os.path.abspath(folder), os.path.realpath(os.getcwd())
        refuse_links(place, repository_top(here))
    except (OSError, RefusedError):
        return None
    return place


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
            with open(os.path.join(self._folder, f"{name}.json"), "rb") as file:
                head, body = file.readline(_LONGEST_HEAD), file.read()
        except (OSError, ValueError):
            return None
        return body if head == _head([body]) else None

    def write(self, name: str, data: object) -> None:
        """Remember JSON-like ``data``; old files make room."""
        self.write_bytes(name, [json.dumps(data, separators=(",", ":")).encode("ascii")])

    def write_bytes(self, name: str, body: Sequence[bytes]) -> None:
        """Remember the parts of ``body``, joined; old files make room."""
        if self._folder is None:
            return
        import tempfile

        with suppress(OSError, ValueError):
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._folder, suffix=_SUFFIXES[1])
            try:
                with open(handle, "wb") as file:
                    file.write(_head(body))
                    file.writelines(body)
                os.replace(temporary, os.path.join(self._folder, f"{name}.json"))
            except BaseException:
                os.unlink(temporary)
                raise
            _prune(self._folder)


def _head(body: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=16)
    for part in body:
        digest.update(part)
    return f"{tool_fingerprint()} {digest.hexdigest()}\n".encode()


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
