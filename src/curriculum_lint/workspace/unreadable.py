"""Why a file could not be read, in words."""

from __future__ import annotations

import stat
from enum import StrEnum
from typing import NamedTuple

from ..text.source import line_starts, position
from .resolve import Stop


class UnreadableReason(StrEnum):
    """Why there is no text."""

    MISSING = "missing"
    DANGLING = "dangling"
    CYCLIC = "cyclic"
    OUTSIDE = "outside"
    PRIVATE = "private"
    DENIED = "denied"
    FAILED = "failed"
    NOT_A_FILE = "not-a-file"
    TOO_LARGE = "too-large"
    UTF_16 = "utf-16"
    UTF_32 = "utf-32"
    NOT_UTF_8 = "not-utf-8"
    #: A sparse checkout leaves it out.
    ABSENT = "absent"


class Unreadable(NamedTuple):
    """A file without text; ``line`` and ``column`` (1-based) where one place is to blame."""

    reason: UnreadableReason
    message: str
    line: int | None = None
    column: int | None = None


ABSENT = Unreadable(UnreadableReason.ABSENT, "This file is not in the sparse checkout")

_STOPS = {
    Stop.MISSING: (UnreadableReason.MISSING, "This file disappeared before it could be read"),
    Stop.DANGLING: (
        UnreadableReason.DANGLING,
        "This symbolic link is dangling: nothing exists where it points",
    ),
    Stop.CYCLIC: (UnreadableReason.CYCLIC, "This symbolic link leads round in a circle"),
    Stop.OUTSIDE: (
        UnreadableReason.OUTSIDE,
        "This symbolic link leads out of the repository; use a file or a link inside it",
    ),
    Stop.PRIVATE: (
        UnreadableReason.PRIVATE,
        "This path leads into the folder of the version control system, which is never read",
    ),
    Stop.DENIED: (UnreadableReason.DENIED, "There is no permission to read this file"),
}

_SHAPES = {
    stat.S_IFDIR: "A folder",
    stat.S_IFIFO: "A named pipe (FIFO)",
    stat.S_IFSOCK: "A socket",
    stat.S_IFCHR: "A device",
    stat.S_IFBLK: "A device",
}

_SIGNATURES = (
    (b"\xff\xfe\x00\x00", UnreadableReason.UTF_32, "UTF-32"),
    (b"\x00\x00\xfe\xff", UnreadableReason.UTF_32, "UTF-32"),
    (b"\xff\xfe", UnreadableReason.UTF_16, "UTF-16"),
    (b"\xfe\xff", UnreadableReason.UTF_16, "UTF-16"),
)


def stopped(stop: Stop) -> Unreadable:
    """For a path that leads nowhere."""
    return Unreadable(*_STOPS[stop])


def failed(error: OSError) -> Unreadable:
    """For an error of the system."""
    if isinstance(error, FileNotFoundError):
        return Unreadable(UnreadableReason.MISSING, "This file disappeared while it was read")
    if isinstance(error, PermissionError):
        return stopped(Stop.DENIED)
    return Unreadable(
        UnreadableReason.FAILED, f"This file cannot be read: {error.strerror or error}"
    )


def not_a_file(mode: int) -> Unreadable:
    """For something else than a regular file."""
    shape = _SHAPES.get(stat.S_IFMT(mode), "Something else")
    return Unreadable(UnreadableReason.NOT_A_FILE, f"{shape} is where a file should be")


def too_large(size: int | None, limit: int) -> Unreadable:
    """For ``size`` bytes, ``None`` if the file grew while it was read."""
    if size is None:
        found, allowed = "grew while it was read", _size(limit)
    else:
        found, allowed = f"is {_size(size)}", _size(limit)
        if _size(size) == allowed:
            found, allowed = f"is {size:,} bytes", f"{limit:,} bytes"
    return Unreadable(
        UnreadableReason.TOO_LARGE, f"This file {found}; the limit is {allowed} (limits.file-bytes)"
    )


def not_utf_8(data: bytes, error: UnicodeDecodeError) -> Unreadable:
    """For bytes that are no UTF-8, with ``error`` from decoding them."""
    for signature, reason, name in _SIGNATURES:
        if data.startswith(signature):
            return Unreadable(reason, f"This file is {name}; save it as UTF-8")
    before = data[: error.start].decode("utf-8-sig")
    line, column = position(line_starts(before), len(before))
    byte = data[error.start]
    message = f"Byte 0x{byte:02X} in line {line} is not UTF-8{_guess(byte)}; save the file as UTF-8"
    return Unreadable(UnreadableReason.NOT_UTF_8, message, line, column)


def _guess(byte: int) -> str:
    """What the byte would be in the encodings that Windows and older editors write."""
    character = bytes([byte]).decode("cp1252", "replace")
    if character == "\N{REPLACEMENT CHARACTER}" or not character.isprintable():
        return ""
    encoding = "Latin-1" if byte >= 0xA0 else "Windows-1252"
    return f" (it would be {character} in {encoding})"


def _size(count: int) -> str:
    if count < 1024:
        return f"{count:,} bytes"
    kilobytes = count / 1024
    number, unit = (kilobytes, "kB") if kilobytes < 1024 else (kilobytes / 1024, "MB")
    return f"{number:,.1f}".removesuffix(".0") + f" {unit}"
