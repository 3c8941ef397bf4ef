"""A file that is to be replaced: still there, and still what was read."""

from __future__ import annotations

import os
import stat

from .digest import digest
from .new_file import BINARY, NO_FOLLOW, RefusedError
from .not_written import Reason


def read_expected(place: str, expected_digest: str) -> tuple[os.stat_result, bytes]:
    """Status and bytes of a file that may be replaced; raises `RefusedError` for other bytes."""
    status = status_of(place)
    if status is None:
        raise RefusedError(Reason.CHANGED)
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError(Reason.NOT_A_FILE)
    # The mode is asked too: for an administrator every file is writable, but not meant to be.
    if not status.st_mode & 0o222 or not os.access(place, os.W_OK):
        raise RefusedError(Reason.READ_ONLY)
    with open(os.open(place, os.O_RDONLY | BINARY | NO_FOLLOW), "rb") as file:
        status = os.fstat(file.fileno())
        data = file.read()
    if digest(data) != expected_digest:
        raise RefusedError(Reason.CHANGED)
    return status, data


def status_of(place: str) -> os.stat_result | None:
    """What is at ``place``, a link not followed; ``None`` for nothing."""
    try:
        return os.lstat(place)
    except FileNotFoundError:
        return None


def identity(status: os.stat_result | None) -> tuple[int, ...] | None:
    """What changes when a file is replaced or written to."""
    if status is None:
        return None
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
