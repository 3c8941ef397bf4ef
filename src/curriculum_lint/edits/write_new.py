"""Writes new files into a repository, and the folders they need."""

from __future__ import annotations

import os

from .location import locate
from .not_written import NotWritten, Reason
from .write import write_text


def write_new(root: str, path: str, text: str, digest: str | None = None) -> NotWritten | None:
    """Write ``text`` to ``path``, relative to ``root``; ``None`` if that is done.

    Only the file whose ``digest`` is given is replaced. Folders that are missing are made, but
    none outside the repository.
    """
    return make_folders(root, path) or write_text(
        root, path, text, bom=False, expected_digest=digest
    )


def make_folders(root: str, path: str) -> NotWritten | None:
    """Make the folders that the file at ``path`` needs; ``None`` if they are there."""
    return _make_folders(root, path.rpartition("/")[0], path)


def _make_folders(root: str, folder: str, path: str) -> NotWritten | None:
    if not folder:
        return None
    refused = _make_folders(root, folder.rpartition("/")[0], path)
    if refused is not None:
        return refused
    place = locate(root, folder)
    if isinstance(place, NotWritten):
        return place._replace(path=path)
    try:
        os.makedirs(place, exist_ok=True)
    except OSError as error:
        return NotWritten(path, Reason.FAILED, error.strerror or type(error).__name__)
    return None
