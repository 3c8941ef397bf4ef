"""Files that the user names are written whatever they hold: reports.

A symbolic link is followed, but none that lies in the checkout, where strangers may have put it.
Nothing is written into a ``.git`` folder, nor into another repository inside the checkout.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from .links_inside import is_inside, leads_through_link
from .lock import lock_file
from .new_file import create_handle, fill, open_regular, sync_folder, take_over
from .not_written import Reason, RefusedError
from .safe_path import find_obstacle, is_in_git_folder
from .temporary import is_temporary, temporary_name, temporary_prefix

#: Where the system shows what is open already: it is written to, not replaced.
_OPEN = ("/dev/", "/proc/")


def overwrite(path: str, checkout: str, chunks: Iterable[bytes]) -> None:
    """Make ``chunks`` the whole of the file ``path``: at once, or not at all.

    A device or a pipe is written to. Raises `RefusedError` and ``OSError``.
    """
    place = locate(path, checkout)
    if os.path.isdir(place):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if _is_stream(place):
        with open(place, "wb", buffering=0) as stream:
            return fill(stream.fileno(), chunks)
    folder, name = os.path.split(place)
    _remove_strays(folder, name)
    temporary = os.path.join(folder, temporary_name(name))
    with _discarded(temporary), ExitStack() as stack:
        before = os.stat(place) if os.path.exists(place) else None
        handle = create_handle(temporary, before)
        stack.callback(os.close, handle)
        is_locked = lock_file(handle)
        fill(handle, chunks)
        if before is not None:
            take_over(temporary, before)
        os.fsync(handle)
        if not is_locked:
            # Windows does not rename what is open.
            stack.close()
        os.replace(temporary, place)
    return sync_folder(folder)


def append(path: str, checkout: str, data: bytes) -> None:
    """Append ``data`` to the file ``path``, or nothing of it where the disk is full.

    The file is not replaced, as others may be appending to it. Raises `RefusedError` and
    ``OSError``.
    """
    with open(locate(path, checkout), "ab", buffering=0) as file:
        handle = file.fileno()
        size = os.fstat(handle).st_size
        try:
            fill(handle, (data,))
        except BaseException:
            if os.fstat(handle).st_size < size + len(data):
                os.ftruncate(handle, size)
            raise


def locate(path: str, checkout: str) -> str:
    """The real place of ``path``, if it may be written to. Raises `RefusedError`."""
    place, top = os.path.abspath(path), os.path.realpath(checkout)
    if leads_through_link(place, top):
        raise RefusedError(Reason.LINKED)
    if _is_stream(place):
        return place
    place = os.path.realpath(place)
    obstacle = None
    if place != top and is_inside(place, top):
        obstacle = find_obstacle(top, os.path.relpath(place, top).replace(os.sep, "/"))
    if is_in_git_folder(place.split(os.sep)) and not is_in_git_folder(top.split(os.sep)):
        obstacle = Reason.GIT_FOLDER
    if obstacle is not None:
        raise RefusedError(obstacle)
    return place


def _is_stream(place: str) -> bool:
    if place.startswith(_OPEN):
        return True
    try:
        mode = os.stat(place).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextmanager
def _discarded(temporary: str) -> Iterator[None]:
    """Leave no ``temporary`` file behind where the block fails, also for Ctrl-C."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _remove_strays(folder: str, name: str) -> None:
    """Remove what killed runs have left of ``name``; who still writes holds a lock on it."""
    with suppress(OSError):
        for each in os.listdir(folder):
            if each.startswith(temporary_prefix(name)) and is_temporary(each):
                with suppress(OSError):
                    _remove_stray(os.path.join(folder, each))


def _remove_stray(place: str) -> None:
    if not stat.S_ISREG(os.lstat(place).st_mode):
        return
    handle = open_regular(place)
    try:
        is_free = lock_file(handle) or os.name == "nt"
    finally:
        os.close(handle)
    if is_free:
        os.unlink(place)
