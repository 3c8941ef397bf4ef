"""Names that are exchanged, or given only where nothing has them: one call of the system each.

Linux and macOS have such calls on most file systems. Elsewhere it is done in steps, of which none
leaves a name without a file; what another program puts in the place between two steps is not
noticed there.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from enum import Enum

#: What systems say that do not know the call, or not on this file system.
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP})
_HERE = -100  # AT_FDCWD of Linux: paths are those of the working folder


class _Flag(Enum):
    """Ways to rename; the values are the flags of Linux and of macOS."""

    NEW = (1, 4)
    EXCHANGE = (2, 2)


def exchange(staged: str, place: str) -> bool:
    """Let ``staged`` and ``place`` change their names; whether that was one single step.

    Raises ``OSError``: nothing has changed then.
    """
    if _rename(staged, place, _Flag.EXCHANGE):
        return True
    _exchange_in_steps(staged, place)
    return False


def rename_new(source: str, target: str) -> None:
    """Give ``source`` the name ``target``. Raises ``FileExistsError`` where something has it."""
    if _rename(source, target, _Flag.NEW):
        return
    if os.path.lexists(target):
        raise _error(errno.EEXIST)
    os.rename(source, target)


def end_exchange(staged: str) -> None:
    """End an exchange in steps of ``staged`` that was interrupted: it is done, or was not begun."""
    kept = _kept(staged)
    if os.path.lexists(kept):
        if os.path.lexists(staged):
            os.unlink(kept)
        else:
            os.rename(kept, staged)


def _exchange_in_steps(staged: str, place: str) -> None:
    kept = _kept(staged)
    with suppress(FileNotFoundError):
        os.unlink(kept)
    try:
        os.link(place, kept, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except (OSError, NotImplementedError):
        # A file system without such links.
        shutil.copy2(place, kept, follow_symlinks=False)
    os.replace(staged, place)
    os.rename(kept, staged)


def _kept(staged: str) -> str:
    return f"{staged}-kept"


def _rename(source: str, target: str, flag: _Flag) -> bool:
    """Rename with ``flag``; false where the system cannot. Raises ``OSError``."""
    number = _call(os.fsencode(source), os.fsencode(target), flag)
    if number == 0:
        return True
    if number in _UNSUPPORTED:
        return False
    raise _error(number)


def _error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def _call(source: bytes, target: bytes, flag: _Flag) -> int:
    """The error number of the call; 0 if it has succeeded."""
    if os.name == "nt":
        return errno.ENOSYS
    import ctypes

    linux, macos = flag.value
    system = ctypes.CDLL(None, use_errno=True)
    if hasattr(system, "renameat2"):
        failed = system.renameat2(_HERE, source, _HERE, target, linux)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(source, target, macos)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
