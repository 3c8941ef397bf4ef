"""Reading one file that a stranger wrote: its text, or why there is none."""

from __future__ import annotations

import stat

from ..settings.limits import Limits
from ..text.digest import blake2b
from .entry import on_disk
from .file_text import FileText
from .open import NotAFileError, TooLargeError, read_regular
from .resolve import Stop, resolve
from .unreadable import (
    Unreadable,
    UnreadableReason,
    failed,
    not_a_file,
    not_utf_8,
    stopped,
    too_large,
)

__all__ = ["FileText", "Unreadable", "UnreadableReason", "decode_text", "read_text"]

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def read_text(root: str, path: str, limits: Limits) -> FileText | Unreadable:
    """The text of ``path``, relative to ``root``; a link is followed if it stays below the root.

    Never raises ``OSError`` and never waits for a pipe or a device.
    """
    # The parts of the path are looked at one by one, so that only its last part can still turn
    # into a link before it is opened; and that one is opened without following.
    resolved = resolve(root, path)
    if isinstance(resolved, Stop):
        return stopped(resolved)
    if not stat.S_ISREG(resolved.state.st_mode):
        # A device may do something when it is merely opened.
        return not_a_file(resolved.state.st_mode)
    data = _bytes(on_disk(root, resolved.path), limits.file_bytes)
    return data if isinstance(data, Unreadable) else decode_text(data)


def _bytes(full: str, limit: int) -> bytes | Unreadable:
    try:
        return read_regular(full, limit)
    except NotAFileError as error:
        return not_a_file(error.mode)
    except TooLargeError as error:
        return too_large(error.size, limit)
    except OSError as error:
        return failed(error)


def decode_text(data: bytes) -> FileText | Unreadable:
    """The text that the bytes of a file are."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return not_utf_8(data, error)
    bom = text.startswith(_BYTE_ORDER_MARK)
    text = text.removeprefix(_BYTE_ORDER_MARK)
    return FileText(text, bom, blake2b(data, digest_size=32).hexdigest())
