"""A new text put into the place of the very bytes that it was made for, and of no others.

The staged file and the one in the place are exchanged, and only then is looked at what came out.
So nothing that another program saves at any moment can be overwritten unseen: if it is not what
was expected, it goes back.
"""

from __future__ import annotations

import errno
import os
import stat

from .digest import digest
from .exchange import exchange, rename_new
from .new_file import open_regular
from .not_written import Reason, RefusedError, UnfinishedError

_MOST_SAVES = 100


def digest_at(place: str) -> str | None:
    """The digest of the file at ``place``: ``None`` for nothing, empty for anything but a file."""
    try:
        if not stat.S_ISREG(os.lstat(place).st_mode):
            return ""
        handle = open_regular(place)
    except FileNotFoundError:
        return None
    with open(handle, "rb") as file:
        return digest(file.read())


def install(staged: str, place: str, old: str | None, new: str) -> None:
    """Put the file ``staged``, whose digest is ``new``, into ``place``, where ``old`` is.

    Then ``staged`` is what was in the place before; ``old`` is ``None`` where nothing was. Raises
    `RefusedError` for anything else there, and ``OSError``: the place is then as it was, or as
    another program has saved it meanwhile.
    """
    if old is None:
        try:
            return rename_new(staged, place)
        except FileExistsError:
            raise RefusedError(Reason.EXISTS) from None
    if digest_at(place) != old:
        raise RefusedError(Reason.CHANGED)
    try:
        is_single_step = exchange(staged, place)
    except FileNotFoundError:
        raise RefusedError(Reason.CHANGED) from None
    try:
        reason = _reason_to_put_back(staged, old, locking=is_single_step)
    except OSError:
        put_back(staged, place, new)
        raise
    if reason is not None:
        put_back(staged, place, new)
        if digest_at(staged) != new:
            # It was saved twice, and the later text is in the place.
            os.unlink(staged)
        raise RefusedError(reason)
    return None


def put_back(staged: str, place: str, mine: str) -> None:
    """Give the ``staged`` file its place back, which holds what we put there: ``mine``.

    What another program saves there meanwhile is newer, and stays; what it has replaced is then
    what is ``staged``. Raises `UnfinishedError` where it saves again and again, and ``OSError``.
    """
    for _ in range(_MOST_SAVES):
        given = digest_at(staged) or ""
        try:
            exchange(staged, place)
        except FileNotFoundError:
            if not os.path.lexists(staged):
                raise
            return _put_back_new(staged, place)
        if digest_at(staged) == mine:
            return None
        mine = given
    raise UnfinishedError("another program saves the file again and again")


def _put_back_new(staged: str, place: str) -> None:
    """Another program has removed what was in the place; or it is about to put something there."""
    try:
        rename_new(staged, place)
    except FileExistsError:
        return


def _reason_to_put_back(staged: str, old: str, *, locking: bool) -> Reason | None:
    if not stat.S_ISREG(os.lstat(staged).st_mode):
        return Reason.CHANGED
    with open(open_regular(staged), "rb") as file:
        if locking and _is_open_for_writing(file.fileno()):
            return Reason.IN_USE
        return None if digest(file.read()) == old else Reason.CHANGED


def _is_open_for_writing(handle: int) -> bool:
    """Whether a program that has opened the file earlier may still write to it.

    Until ``handle`` is closed, no other can open it for that. Linux alone can tell.
    """
    import signal

    try:
        import fcntl

        # Who wants to open it waits, and this process is told by a signal that does no harm.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    except (ImportError, AttributeError):
        pass
    return False
