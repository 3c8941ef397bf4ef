"""A file written in full before anybody can see it under its own name."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress


def create(path: str, chunks: Iterable[bytes], before: os.stat_result | None = None) -> None:
    """Write a new file, with the mode and owner of the one that it is to replace."""
    handle = create_handle(path, before)
    try:
        fill(handle, chunks)
        if before is not None:
            take_over(path, before)
        os.fsync(handle)
    finally:
        os.close(handle)


def create_handle(path: str, before: os.stat_result | None = None) -> int:
    """Make a file that is not there yet; until it has the mode of ``before``, it is private."""
    flags = _with(os.O_WRONLY | os.O_CREAT | os.O_EXCL, "O_BINARY")
    return os.open(path, flags, 0o666 if before is None else 0o600)


def fill(handle: int, chunks: Iterable[bytes]) -> None:
    """Write all ``chunks``, however little the system takes at once."""
    for chunk in chunks:
        rest = memoryview(chunk)
        while rest:
            rest = rest[os.write(handle, rest) :]


def open_regular(path: str) -> int:
    """A handle to read ``path`` with; a link is not followed, and a pipe not waited for."""
    # Where there are no such flags, a link or a FIFO is found by `lstat` only.
    return os.open(path, _with(os.O_RDONLY, "O_NOFOLLOW", "O_NONBLOCK"))


def _with(flags: int, *names: str) -> int:
    """``flags``, and those of ``names`` that this system has."""
    for name in names:
        flags |= getattr(os, name, 0)
    return flags


def sync_folder(folder: str) -> None:
    """Make sure that the names in ``folder`` survive a power cut."""
    # The file is in place already: a system that cannot sync a folder has not failed.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def take_over(path: str, before: os.stat_result) -> None:
    """Give ``path`` the mode that another file had ``before``, and its owner where possible."""
    if hasattr(os, "chown"):
        # Only an administrator may give a file away, and only then is it needed.
        with suppress(OSError):
            os.chown(path, before.st_uid, before.st_gid)
    os.chmod(path, stat.S_IMODE(before.st_mode))
