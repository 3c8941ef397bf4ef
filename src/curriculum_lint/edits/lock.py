"""One run at a time changes a repository."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager


class BusyError(Exception):
    """Another run is changing the same repository."""


@contextmanager
def exclusive(root: str) -> Iterator[None]:
    """Hold the folder ``root`` for as long as the block runs. Raises `BusyError`.

    The system lets go of it when the process ends, however it ends. Where there are no such
    locks, as on Windows and some network drives, nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in {errno.EWOULDBLOCK, errno.EACCES}:
                raise BusyError from None
        yield
    finally:
        os.close(handle)
