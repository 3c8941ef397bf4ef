"""One run at a time changes a repository."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

_BUSY = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})


class BusyError(Exception):
    """Another run is changing the same repository."""


@contextmanager
def exclusive(root: str) -> Iterator[None]:
    """Hold the folder ``root`` for as long as the block runs. Raises `BusyError`.

    The system lets go of it when the process ends, however it ends. Where there are no such
    locks, as on Windows and some network drives, nothing is held.
    """
    if os.name == "nt":
        yield
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        try:
            lock_file(handle)
        except BlockingIOError:
            raise BusyError from None
        yield
    finally:
        os.close(handle)


def is_locked(root: str) -> bool:
    """Whether a run is changing the repository at this moment."""
    try:
        with exclusive(root):
            return False
    except (BusyError, OSError):
        return True


def lock_file(handle: int) -> bool:
    """Lock what ``handle`` is open for, until it is closed; false where there are no locks.

    Raises ``BlockingIOError`` where another process holds it.
    """
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        return False
    except OSError as error:
        if error.errno in _BUSY:
            raise BlockingIOError(error.errno, error.strerror) from None
        return False
    return True
