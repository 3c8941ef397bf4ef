"""The files that the index is written to, as they are now."""

from __future__ import annotations

import os
from collections.abc import Iterator

from ..settings.index_settings import IndexSettings
from ..settings.limits import Limits
from .read import FileText, read_text
from .unreadable import UnreadableReason

#: Larger files were not written by this tool.
_MOST_BYTES = 256 * 1024 * 1024
LIMITS = Limits(file_bytes=_MOST_BYTES)


def generated_files(settings: IndexSettings) -> Iterator[str]:
    """The paths of the files that are generated as a whole."""
    yield from (path for path in (settings.json, settings.html) if path is not None)


def read_generated(root: str, path: str) -> FileText | None:
    """The file, ``None`` if there is none; what cannot be read differs from any text."""
    read = read_text(root, path, LIMITS)
    if isinstance(read, FileText):
        return read
    return None if read.reason is UnreadableReason.MISSING else FileText("\0", False, "")


def generated_stamps(root: str, settings: IndexSettings) -> list[str]:
    """What changes when one of the files does."""
    return [_stamp(f"{root}/{path}") for path in generated_files(settings)]


def _stamp(path: str) -> str:
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return "none"
    return f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"
