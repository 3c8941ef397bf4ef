"""Writes the files of a commit into a folder of our own, to be checked there."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ...git.calls import GitFailure
from ...git.objects import Objects
from ...git.tree import BaseTree, Kind
from ...workspace.entry import on_disk

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_MOST_BYTES = 1 << 29
_LONGEST_LINK = 4096

#: A name that this file system does not take, or takes for another one: it could not have been
#: checked out here either.
_IMPOSSIBLE = frozenset(
    {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.EEXIST, errno.ENOENT, errno.ENOTDIR}
)


def write_tree(
    folder: str, tree: BaseTree, objects: Objects, needed: Callable[[str], bool], limit: int
) -> None:
    """Write ``tree`` into the empty ``folder``. Raises `GitFailure`.

    Only files whose path is ``needed`` get their content, up to ``limit`` bytes; of others all
    that counts is that they are there.
    """
    files: list[str] = []
    for path, entry in tree.entries.items():
        if entry.kind in {Kind.FOLDER, Kind.SUBMODULE}:
            with _possible():
                os.mkdir(on_disk(folder, path), 0o700)
        elif entry.kind is Kind.FILE and not needed(path):
            with _possible():
                _write(on_disk(folder, path), b"", 0)
        elif entry.kind is Kind.FILE:
            files.append(path)
    _write_files(folder, tree, objects, files, limit)
    # The last of all, so that nothing is ever written through one.
    links = [path for path, entry in tree.entries.items() if entry.kind is Kind.LINK]
    _write_links(folder, tree, objects, links)


def _write_files(
    folder: str, tree: BaseTree, objects: Objects, files: list[str], limit: int
) -> None:
    written = 0
    found = objects.many([tree.entries[path].name for path in files], limit)
    for path, blob in zip(files, found, strict=True):
        if blob is None:
            raise GitFailure(
                "This clone lacks files of the base: fetch all of it, without a filter or depth."
            )
        written += len(blob.data or b"")
        if written > _MOST_BYTES:
            raise GitFailure(
                f"The base has more than {_MOST_BYTES >> 20} MB of text: too much to compare."
            )
        with _possible():
            _write(on_disk(folder, path), blob.data or b"", blob.size)


def _write_links(folder: str, tree: BaseTree, objects: Objects, links: list[str]) -> None:
    found = objects.many([tree.entries[path].name for path in links], _LONGEST_LINK)
    for path, blob in zip(links, found, strict=True):
        if blob is not None and blob.data and b"\0" not in blob.data:
            with _possible():
                os.symlink(os.fsdecode(blob.data), on_disk(folder, path))


def _write(full: str, data: bytes, size: int) -> None:
    """A file of ``size`` bytes that begins with ``data``; the rest takes no room."""
    with open(os.open(full, _NEW | _BINARY, 0o600), "wb") as file:
        file.write(data)
        if size > len(data):
            file.truncate(size)


@contextmanager
def _possible() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _IMPOSSIBLE:
            raise GitFailure(f"The base cannot be written: {error.strerror}.") from None
