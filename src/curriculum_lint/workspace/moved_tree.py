"""A tree as it will be when things have been renamed and written; the disk is as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ..edits.temporary import is_removal
from .entry import ROOT, Entry, EntryKind, join
from .lookup import Finder
from .resolve import Resolved, Stop, resolve
from .tree import Tree, Unlisted


class Names(NamedTuple):
    """``new`` gives the future path of a path on disk, ``old`` the other way round.

    ``old`` gives ``None`` where there will be nothing that is on disk.
    """

    new: Callable[[str], str]
    old: Callable[[str], str | None]


class MovedTree(Tree):
    """``tree``, which is as the disk is, with other names and with ``added`` files."""

    __slots__ = ("_names",)

    def __init__(self, tree: Tree, names: Names, added: Mapping[str, int]) -> None:
        self._names = names
        moved = map(self._renamed, tree.entries.values())
        entries = {entry.path: entry for entry in moved if not is_removal(entry.path)}
        for path, size in added.items():
            entries |= {each.path: each for each in _with_folders(path, size, entries)}
        unreadable = (Unlisted(names.new(path), message) for path, message in tree.unreadable)
        super().__init__(
            tree.root,
            entries.values(),
            unreadable,
            map(names.new, tree.ignored),
            foreign=map(names.new, tree.foreign),
            absent=map(names.new, tree.absent),
        )

    def origin(self, path: str) -> str:
        """Where the disk has the file that the tree has at ``path``."""
        return self._names.old(path) or path

    def _new_finder(self) -> Finder:
        return _MovedFinder(self.root, self.entries, self._names)

    def _renamed(self, entry: Entry) -> Entry:
        new = self._names.new
        target = None if entry.target is None else new(entry.target)
        return entry._replace(path=new(entry.path), target=target)


class _MovedFinder(Finder):
    __slots__ = ("_moved",)

    def __init__(self, root: str, entries: Mapping[str, Entry], names: Names) -> None:
        super().__init__(root, entries)
        self._moved = names

    def _names(self, folder: str) -> list[str]:
        known = [path for path in self._entries if _folder(path) == folder and path != ROOT]
        return sorted({_name(path) for path in (*known, *self._listed(folder))})

    def _listed(self, folder: str) -> Iterator[str]:
        """What the disk has in the folder, by future paths, unless it will be elsewhere."""
        old = folder if folder == ROOT else self._moved.old(folder)
        if old is None:
            return
        for name in super()._names(old):
            path = self._moved.new(join(old, name))
            if _folder(path) == folder:
                yield path

    def _resolve(self, path: str) -> Resolved | Stop:
        old = self._moved.old(path)
        found = Stop.MISSING if old is None else resolve(self._root, old)
        return (
            found if isinstance(found, Stop) else found._replace(path=self._moved.new(found.path))
        )


def _with_folders(path: str, size: int, known: Mapping[str, Entry]) -> Iterable[Entry]:
    """The entries for a new file and for the folders that are made for it."""
    parts = path.split("/")[:-1]
    around = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    folders = [Entry(each, EntryKind.FOLDER, 0, 0, 0, 0) for each in around if each not in known]
    return [*folders, Entry(path, EntryKind.FILE, size, 0, 0, 0)]


def _folder(path: str) -> str:
    return path.rpartition("/")[0] or ROOT


def _name(path: str) -> str:
    return path.rpartition("/")[2]
