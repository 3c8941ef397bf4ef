"""One file replaced at once: whatever happens, it is the old one or the new one."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

from .digest import digest
from .location import locate
from .not_written import NotWritten, Reason
from .temporary import temporary_name

_BOM = b"\xef\xbb\xbf"

# Not every system has these: there, a link or a FIFO is found by `lstat` only.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class _Refused(Exception):  # noqa: N818 - it never leaves this file
    def __init__(self, reason: Reason) -> None:
        self.reason = reason


def write_text(
    root: str, path: str, text: str, *, bom: bool, expected_digest: str | None
) -> NotWritten | None:
    """Write ``text`` as UTF-8, exactly, to ``path`` (relative to ``root``); ``None`` if done.

    ``bom`` puts a byte-order mark before it. ``expected_digest`` is the `digest` of the bytes
    that were read before; ``None`` says that the file must not exist yet. A symbolic link stays
    one: what it points to is written, if that is inside the repository.
    """
    place = locate(root, path)
    if isinstance(place, NotWritten):
        return place
    try:
        data = (_BOM if bom else b"") + text.encode()
    except UnicodeEncodeError:
        return NotWritten(path, Reason.NOT_TEXT)
    try:
        _replace(place, data, expected_digest)
    except _Refused as refused:
        return NotWritten(path, refused.reason)
    except OSError as error:
        return NotWritten(path, Reason.FAILED, error.strerror or type(error).__name__)
    return None


def _replace(place: str, data: bytes, expected_digest: str | None) -> None:
    before = None if expected_digest is None else _read(place, expected_digest)
    folder, name = os.path.split(place)
    if not os.path.isdir(folder):
        raise _Refused(Reason.NO_FOLDER)
    temporary = os.path.join(folder, temporary_name(name))
    try:
        _create(temporary, data, before)
        if _identity(_status(place)) != _identity(before):
            raise _Refused(Reason.CHANGED if before else Reason.EXISTS)
        os.replace(temporary, place)
    finally:
        # After the replacement there is none; before it, also Ctrl-C leaves none behind.
        with suppress(OSError):
            os.unlink(temporary)
    _sync_folder(folder)


def _read(place: str, expected_digest: str) -> os.stat_result:
    """The status of the file, once its bytes are known to be the expected ones."""
    status = _status(place)
    if status is None:
        raise _Refused(Reason.CHANGED)
    if not stat.S_ISREG(status.st_mode):
        raise _Refused(Reason.NOT_A_FILE)
    # The mode is asked too: for an administrator every file is writable, but not meant to be.
    if not status.st_mode & 0o222 or not os.access(place, os.W_OK):
        raise _Refused(Reason.READ_ONLY)
    with open(os.open(place, os.O_RDONLY | _BINARY | _NO_FOLLOW), "rb") as file:
        status = os.fstat(file.fileno())
        if digest(file.read()) != expected_digest:
            raise _Refused(Reason.CHANGED)
    return status


def _create(temporary: str, data: bytes, before: os.stat_result | None) -> None:
    with open(_created(temporary, 0o666 if before is None else 0o600), "wb") as file:
        file.write(data)
        file.flush()
        if before is not None:
            _take_over(temporary, before)
        os.fsync(file.fileno())


def _created(temporary: str, mode: int) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_FOLLOW
    try:
        return os.open(temporary, flags, mode)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise _Refused(Reason.READ_ONLY_FOLDER) from error
        raise


def _take_over(temporary: str, before: os.stat_result) -> None:
    if hasattr(os, "chown"):
        # Only an administrator may give a file away, and only then is it needed.
        with suppress(OSError):
            os.chown(temporary, before.st_uid, before.st_gid)
    os.chmod(temporary, stat.S_IMODE(before.st_mode))


def _status(place: str) -> os.stat_result | None:
    try:
        return os.lstat(place)
    except FileNotFoundError:
        return None


def _identity(status: os.stat_result | None) -> tuple[int, ...] | None:
    if status is None:
        return None
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _sync_folder(folder: str) -> None:
    # The file is in place already: a system that cannot sync a folder has not failed.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
