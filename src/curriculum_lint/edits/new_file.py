"""A file written in full before anybody can see it under its own name."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

from .not_written import Reason

# Not every system has these: there, a link or a FIFO is found by `lstat` only.
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
BINARY = getattr(os, "O_BINARY", 0)


class RefusedError(Exception):
    """A change that is not made, and why."""

    def __init__(self, reason: Reason, path: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path


def create(temporary: str, data: bytes, before: os.stat_result | None) -> None:
    """Write a new file, with the mode and owner of the one that it is to replace."""
    with open(_created(temporary, 0o666 if before is None else 0o600), "wb") as file:
        file.write(data)
        file.flush()
        if before is not None:
            _take_over(temporary, before)
        os.fsync(file.fileno())


def _created(temporary: str, mode: int) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY | NO_FOLLOW
    try:
        return os.open(temporary, flags, mode)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise RefusedError(Reason.READ_ONLY_FOLDER) from error
        raise


def _take_over(temporary: str, before: os.stat_result) -> None:
    if hasattr(os, "chown"):
        # Only an administrator may give a file away, and only then is it needed.
        with suppress(OSError):
            os.chown(temporary, before.st_uid, before.st_gid)
    os.chmod(temporary, stat.S_IMODE(before.st_mode))


def sync_folder(folder: str) -> None:
    """Make sure that the names in ``folder`` survive a power cut."""
    # The file is in place already: a system that cannot sync a folder has not failed.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
