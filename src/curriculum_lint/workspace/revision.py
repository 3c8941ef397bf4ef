"""The curriculum as a commit has it; nothing of it is written to the disk."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Protocol

from ..git.folders import CommitFolders
from ..git.objects import Objects
from ..git.prefix import repository_top
from ..git.tree import CommitTree, GitEntry, GitKind
from ..settings.limits import Limits
from ..settings.settings import Settings
from ..text.globs import compile_globs
from .beyond import Beyond, in_repository, leaves_root
from .entry import Entry, entry_of, on_disk
from .generated import LIMITS
from .read import FileText, Unreadable, decode_text
from .resolve import Stop, resolve
from .tree import Tree
from .unreadable import not_a_file, stopped, too_large
from .walk import never_counts

_MODES = {
    GitKind.FILE: stat.S_IFREG | 0o644,
    GitKind.PROGRAM: stat.S_IFREG | 0o755,
    GitKind.FOLDER: stat.S_IFDIR | 0o755,
    GitKind.SUBMODULE: stat.S_IFDIR | 0o755,
    GitKind.LINK: stat.S_IFLNK | 0o777,
}
_LONGEST_LINK = 4096


class Revision:
    """A `Workspace` over a commit. Whatever is asked of it may raise `GitFailure`.

    The settings are those of the curriculum as it is now: the base of a comparison is checked as
    the change is. In a commit nothing is ignored.
    """

    def __init__(
        self, settings: Settings, objects: Objects, commit: CommitTree, around: CommitFolders
    ) -> None:
        self.settings = settings
        self._objects, self._commit, self._around = objects, commit, around
        self._system = _CommitFiles(settings.root, objects, _Below(commit))
        self._texts: dict[str, FileText | Unreadable] = {}

    def configured(self, settings: Settings) -> Revision:
        """The same commit, read with other settings."""
        return Revision(settings, self._objects, self._commit, self._around)

    @property
    def tree_name(self) -> str:
        """The name that git has for the whole tree, ``""`` where there was none yet."""
        return self._commit.name

    @cached_property
    def tree(self) -> Tree:
        """Everything that is not excluded."""
        root = self.settings.root
        beyond = Beyond(root, self._whole)
        return Tree(root, self._entries(), (), (), self._system, beyond=beyond)

    @cached_property
    def _whole(self) -> _CommitFiles:
        return _CommitFiles(repository_top(self.settings.root), self._objects, self._around)

    def holds(self, path: str) -> bool:
        """Whether there was something at ``path``."""
        return path in self._commit.entries or (path == "." and self._commit.name != "")

    def read(self, path: str) -> FileText | Unreadable:
        """The text of a document; a link is followed if it stays below the root."""
        if path not in self._texts:
            self._texts[path] = self._read(path, self.settings.limits)
        return self._texts[path]

    def read_generated(self, path: str) -> FileText | None:
        """A file that the tool writes as a whole."""
        if path not in self._commit.entries:
            return None
        read = self._read(path, LIMITS)
        return read if isinstance(read, FileText) else FileText("\0", False, "")

    def leaves_out(
        self, path: str, *, folder: bool, origin: Callable[[str], str] | None = None
    ) -> bool:
        """Whether something new called ``path`` would be excluded."""
        del origin
        return compile_globs(self.settings.exclude)(path) or _never_counts(path, folder=folder)

    def ignores(self, path: str) -> bool:
        """Nothing is ignored in a commit."""
        del path
        return False

    def _entries(self) -> Iterator[Entry]:
        is_excluded, root = compile_globs(self.settings.exclude), self.settings.root
        if self._commit.name:
            yield entry_of(root, ".", self._system.lstat(root))
        for path, each in self._commit.entries.items():
            is_folder = each.kind in {GitKind.FOLDER, GitKind.SUBMODULE}
            if not is_excluded(path) and not _never_counts(path, folder=is_folder):
                yield entry_of(root, path, self._system.lstat(on_disk(root, path)), self._system)

    def _read(self, path: str, limits: Limits) -> FileText | Unreadable:
        if not leaves_root(path):
            return self._read_below(self.settings.root, path, limits, self._system)
        place = in_repository(self.settings.root, path)
        if place is None:
            return stopped(Stop.OUTSIDE)
        return self._read_below(*place, limits, self._whole)

    def _read_below(
        self, top: str, path: str, limits: Limits, files: _CommitFiles
    ) -> FileText | Unreadable:
        resolved = resolve(top, path, files)
        if isinstance(resolved, Stop):
            return stopped(resolved)
        if not stat.S_ISREG(resolved.state.st_mode):
            return not_a_file(resolved.state.st_mode)
        blob = next(self._objects.many([files.name_of(resolved.path)], limits.file_bytes))
        if blob is None:
            raise self._objects.lack("files")
        if blob.data is None:
            return too_large(blob.size, limits.file_bytes)
        return decode_text(blob.data)


class _Entries(Protocol):
    """What the folders of a commit hold; ``.`` is the folder around everything."""

    def entry(self, path: str) -> GitEntry | None:
        """What is at ``path``."""

    def entries(self, folder: str) -> Mapping[str, GitEntry]:
        """What is in ``folder``, by name."""


class _Below:
    """The entries of a commit that have been listed."""

    def __init__(self, commit: CommitTree) -> None:
        self._commit = commit

    def entry(self, path: str) -> GitEntry | None:
        return self._commit.entries.get(path)

    def entries(self, folder: str) -> Mapping[str, GitEntry]:
        return self._folders.get(folder, {})

    @cached_property
    def _folders(self) -> dict[str, dict[str, GitEntry]]:
        folders: dict[str, dict[str, GitEntry]] = {}
        for path, entry in self._commit.entries.items():
            folder, _, name = path.rpartition("/")
            folders.setdefault(folder or ".", {})[name] = entry
        return folders


class _CommitFiles:
    """The file system of a commit, under the path of ``root``."""

    def __init__(self, root: str, objects: Objects, entries: _Entries) -> None:
        self._root, self._objects, self._entries = root, objects, entries

    def name_of(self, path: str) -> str:
        """The name of the object at ``path``, relative to the root, where there is one."""
        entry = self._entries.entry(path)
        return entry.name if entry else ""

    def lstat(self, path: str) -> os.stat_result:
        """Kind and mode of an entry."""
        inside = self._inside(path)
        if inside == ".":
            return os.stat_result((_MODES[GitKind.FOLDER], *(0,) * 9))
        entry = self._entries.entry(inside)
        if entry is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return os.stat_result((_MODES[entry.kind], *(0,) * 9))

    def readlink(self, path: str) -> str:
        """What a link says; one that says nothing leads nowhere."""
        blob = next(self._objects.many([self.name_of(self._inside(path))], _LONGEST_LINK))
        return os.fsdecode(blob.data) if blob and blob.data else ""

    def listdir(self, path: str) -> list[str]:
        """The names in a folder."""
        return list(self._entries.entries(self._inside(path)))

    def _inside(self, path: str) -> str:
        return path.removeprefix(self._root).strip("/") or "."


def _never_counts(path: str, *, folder: bool) -> bool:
    *around, name = path.split("/")
    return never_counts(name, folder=folder) or any(
        never_counts(each, folder=True) for each in around
    )
