"""Where a path of the repository really is, if it may be written to at all."""

from __future__ import annotations

import os

from .not_written import NotWritten, Reason


def locate(root: str, path: str) -> str | NotWritten:
    """The absolute place of ``path`` (relative to ``root``) with every symbolic link resolved."""
    if not _is_name(path):
        return NotWritten(path, Reason.NOT_A_NAME)
    real_root = os.path.realpath(root)
    real = os.path.realpath(os.path.join(real_root, path))
    if not _is_within(real, real_root):
        return NotWritten(path, Reason.OUTSIDE)
    inner = os.path.relpath(real, real_root).split(os.sep)
    if any(part.casefold() == ".git" for part in inner):
        return NotWritten(path, Reason.GIT_FOLDER)
    return real


def _is_name(path: str) -> bool:
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _is_within(real: str, real_root: str) -> bool:
    try:
        return os.path.commonpath((real, real_root)) == real_root and real != real_root
    except ValueError:  # two drives
        return False
