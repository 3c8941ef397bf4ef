"""Opening a file that a stranger put there."""

from __future__ import annotations

import os
import stat

# Windows has none of these; there, links have been followed by hand before.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
)


class NotAFileError(OSError):
    """Something else than a regular file: ``mode`` says what."""

    def __init__(self, mode: int) -> None:
        super().__init__("not a regular file")
        self.mode = mode


class TooLargeError(OSError):
    """More than the limit: ``size`` bytes, ``None`` if it grew while it was read."""

    def __init__(self, size: int | None) -> None:
        super().__init__("too large")
        self.size = size


_PORTION = 1 << 16


def read_regular(path: str, limit: int) -> bytes:
    """The bytes of the regular file at ``path``, at most ``limit``.

    The last part of the path is not followed if it is a link. Raises ``NotAFileError``,
    ``TooLargeError``, or whatever ``OSError`` the system has.
    """
    with open(path, "rb", opener=_open) as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise NotAFileError(state.st_mode)
        if state.st_size > limit:
            raise TooLargeError(state.st_size)
        data = file.read(state.st_size)
        # A file may grow after it was measured.
        while len(data) <= limit and (more := file.read(_PORTION)):
            data += more
    if len(data) > limit:
        raise TooLargeError(None)
    return data


def _open(path: str, _flags: int) -> int:
    return os.open(path, _FLAGS)
