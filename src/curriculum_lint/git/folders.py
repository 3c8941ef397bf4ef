"""The folders of a commit, each read when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .objects import Objects
from .tree import GitEntry, git_kind, is_possible

_NOTHING: Mapping[str, GitEntry] = MappingProxyType({})


class CommitFolders:
    """What the folders of ``commit`` hold; paths are relative to the top of the repository."""

    def __init__(self, objects: Objects, commit: str | None) -> None:
        self._objects, self._commit = objects, commit
        self._known: dict[str, Mapping[str, GitEntry]] = {}

    def entries(self, folder: str) -> Mapping[str, GitEntry]:
        """What is in ``folder`` (``.``: the top), by name. Raises `GitFailure`."""
        if folder not in self._known:
            self._known[folder] = self._read(folder)
        return self._known[folder]

    def entry(self, path: str) -> GitEntry | None:
        """What is at ``path``. Raises `GitFailure`."""
        folder, _, name = path.rpartition("/")
        return self.entries(folder or ".").get(name)

    def _read(self, folder: str) -> Mapping[str, GitEntry]:
        if self._commit is None or "\n" in folder:
            return _NOTHING
        tree = self._objects.one(f"{self._commit}:{'' if folder == '.' else folder}")
        if tree is None or tree.kind != "tree" or tree.data is None:
            return _NOTHING
        try:
            return dict(_entries(tree.data, len(self._commit) // 2))
        except ValueError:
            # No git would make such a tree.
            return _NOTHING


def _entries(data: bytes, hash_size: int) -> Iterator[tuple[str, GitEntry]]:
    """The entries of a tree: mode, blank, name, NUL, and the bytes of the object's name."""
    at = 0
    while at < len(data):
        blank, end = data.index(b" ", at), data.index(b"\0", at)
        name = os.fsdecode(data[blank + 1 : end])
        mode = data[at:blank].decode("ascii", "replace").zfill(6)
        at = end + 1 + hash_size
        if is_possible(name):
            yield name, GitEntry(git_kind(mode), data[end + 1 : at].hex())
