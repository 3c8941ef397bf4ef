"""The files of a commit below the root, as git has them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from ..text.private_names import is_private
from .calls import GitFailure
from .objects import GitObject, Objects

_MOST = 200_000
_DEEPEST = 200


class Kind(StrEnum):
    """What a path is in a commit."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    #: Another repository: only the name of its commit is known.
    SUBMODULE = "submodule"


_KINDS = {b"40000": Kind.FOLDER, b"120000": Kind.LINK, b"160000": Kind.SUBMODULE}


class BaseEntry(NamedTuple):
    """A path and the name of what git has for it."""

    kind: Kind
    name: str


class BaseTree(NamedTuple):
    """Entries by path, relative to the root with ``/``, parents first.

    ``name`` is that of the whole tree, ``""`` where there was none yet.
    """

    name: str
    entries: Mapping[str, BaseEntry]

    def holds(self, path: str) -> bool:
        """Whether there was something at ``path``; of submodules all is taken as it is now."""
        return path in self.entries or (path == "." and self.name != "") or self.is_foreign(path)

    def is_foreign(self, path: str) -> bool:
        """Whether ``path`` is in a submodule."""
        at = path.find("/")
        while at >= 0:
            entry = self.entries.get(path[:at])
            if entry is not None and entry.kind is Kind.SUBMODULE:
                return True
            at = path.find("/", at + 1)
        return False


NOTHING = BaseTree("", {})


def read_tree(objects: Objects, commit: str | None, prefix: str) -> BaseTree:
    """The files of ``commit`` below ``prefix``. Raises `GitFailure` where they are not there."""
    if commit is None:
        return NOTHING
    top = _required(objects.one(f"{commit}^{{tree}}"))
    for segment in filter(None, prefix.split("/")):
        below = dict(_entries(top)).get(segment)
        if below is None or below.kind is not Kind.FOLDER:
            return NOTHING
        top = _required(objects.one(below.name))
    return BaseTree(top.name, _below(objects, top))


def _below(objects: Objects, top: GitObject) -> dict[str, BaseEntry]:
    entries: dict[str, BaseEntry] = {}
    pending: Iterable[tuple[str, GitObject]] = [("", top)]
    for _ in range(_DEEPEST):
        folders: list[tuple[str, str]] = []
        for path, tree in pending:
            for name, entry in _entries(tree):
                entries[path + name] = entry
                if entry.kind is Kind.FOLDER:
                    folders.append((f"{path}{name}/", entry.name))
            if len(entries) + len(folders) > _MOST:
                raise GitFailure(f"The base has more than {_MOST:,} files: too many to compare.")
        if not folders:
            break
        pending = _read(objects, folders)
    return entries


def _read(objects: Objects, folders: list[tuple[str, str]]) -> Iterator[tuple[str, GitObject]]:
    """Each folder when it is needed: a tree that repeats itself would fill the memory."""
    found = objects.many([name for _, name in folders])
    for (path, _), each in zip(folders, found, strict=True):
        yield path, _required(each)


def _required(found: GitObject | None) -> GitObject:
    if found is None or found.kind != "tree":
        raise GitFailure(
            "This clone lacks folders of the base: fetch all of it, without a filter or depth."
        )
    return found


def _entries(tree: GitObject) -> Iterator[tuple[str, BaseEntry]]:
    """Name and entry of what is directly in a tree; without names that no folder can have."""
    data = tree.data or b""
    length = len(tree.name) // 2
    at = 0
    while at < len(data):
        end = data.find(b"\0", at) + 1
        if not end:
            raise GitFailure("The base is damaged: git has a folder that cannot be read.")
        mode, _, name = data[at : end - 1].partition(b" ")
        at = end + length
        if _is_possible(os.fsdecode(name)):
            yield os.fsdecode(name), BaseEntry(_KINDS.get(mode, Kind.FILE), data[end:at].hex())


def _is_possible(name: str) -> bool:
    separators = {os.sep, os.altsep or os.sep, "/"}
    return name not in {"", ".", ".."} and not is_private(name) and not separators & set(name)
