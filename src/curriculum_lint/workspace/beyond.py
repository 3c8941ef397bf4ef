"""What lies beyond the root, in the repository around it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from ..git.index_file import GitIndex, may_skip, read_index
from ..git.places import GitPlaces, find_places
from .entry import ROOT, Entry, entry_of, on_disk
from .file_system import DISK, FileSystem
from .lookup import Finder, Lookup, Status


class OutsidePath(NamedTuple):
    """A path beyond the root: the folder ``top`` of the repository, and the ``path`` below it."""

    top: str
    path: str


def leaves_root(path: str) -> bool:
    """Whether ``path``, which is normal and relative to the root, is not below it."""
    return path == ".." or path.startswith("../")


def in_repository(root: str, path: str) -> OutsidePath | None:
    """Where ``path``, relative to ``root``, is; ``None`` if it leaves the repository as well."""
    places = find_places(root)
    return None if places is None else _within(places, path)


def _within(places: GitPlaces, path: str) -> OutsidePath | None:
    full = posixpath.normpath(posixpath.join(places.prefix, path))
    return None if leaves_root(full) else OutsidePath(places.top, full)


class Beyond:
    """Looks for what is beyond ``root``, but in the repository around it, as ``system`` has it."""

    def __init__(self, root: str, system: FileSystem = DISK) -> None:
        self._root, self._system = root, system

    def find(self, path: str) -> Lookup:
        """What is at ``path``, which leaves the root; paths of the answer are relative to it.

        What a sparse checkout may leave out, or another repository holds, counts as found.
        """
        place = None if self._places is None else _within(self._places, path)
        if place is None or self._finder is None:
            return Lookup(Status.OUTSIDE)
        try:
            found = self._finder.find(place.path)
        except OSError:
            return Lookup(Status.OUTSIDE)
        if found.status is Status.MISSING and self._is_unknown(place.path):
            return Lookup(Status.FOUND)
        actual = None if found.actual is None else self._from_root(found.actual)
        return Lookup(found.status, self._renamed(found.entry), actual)

    @cached_property
    def _places(self) -> GitPlaces | None:
        return find_places(self._root)

    @cached_property
    def _finder(self) -> Finder | None:
        if self._places is None:
            return None
        top = self._places.top
        try:
            state = self._system.lstat(on_disk(top, ROOT))
        except OSError:
            return None
        return Finder(top, {ROOT: entry_of(top, ROOT, state, self._system)}, self._system)

    def _renamed(self, entry: Entry | None) -> Entry | None:
        return None if entry is None else entry._replace(path=self._from_root(entry.path))

    def _from_root(self, path: str) -> str:
        prefix = self._places.prefix if self._places else ""
        return posixpath.relpath(f"/{path}", f"/{prefix}")

    def _is_unknown(self, path: str) -> bool:
        """Whether ``path`` may be there all the same: in another repository, or left out here."""
        index = self._index
        if may_skip(self._own) and (not index.tracked or _is_among(index.skipped, path)):
            return True
        folder = path
        while folder := folder.rpartition("/")[0]:
            if folder in index.repositories or ".git" in self._names(folder):
                return True
        return False

    @cached_property
    def _index(self) -> GitIndex:
        return read_index(self._own, "")

    @property
    def _own(self) -> str:
        return self._places.own if self._places else ""

    def _names(self, folder: str) -> list[str]:
        assert self._places
        try:
            return self._system.listdir(on_disk(self._places.top, folder))
        except OSError:
            return []


def _is_among(skipped: Iterable[str], path: str) -> bool:
    """Whether ``path`` is skipped, lies in what is skipped, or holds what is skipped."""
    return any(
        f"{path}/".startswith(f"{each.rstrip('/')}/") or each.startswith(f"{path}/")
        for each in skipped
    )
