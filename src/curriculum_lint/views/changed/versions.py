"""The two versions that are compared: the base in git, and the folder as it is now."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from ...git.base import Base, find_base
from ...git.calls import Repository, find_repository
from ...git.folders import CommitFolders
from ...git.objects import Objects
from ...git.tree import CommitTree, read_commit
from ...model.unit_names import UnitNames
from ...workspace.entry import EntryKind, on_disk
from ...workspace.read import FileText
from ...workspace.revision import Revision
from ...workspace.workspace import Workspace
from .former_root import former_root
from .lines import NewLines, split_lines
from .renames import Renames, find_renames

_ALL_NEW: tuple[str, ...] = ()


@contextmanager
def open_versions(now: Workspace, wanted: str | None) -> Iterator[Versions]:
    """The curriculum as it is ``now``, and its base. Raises `GitFailure` where there is none.

    ``wanted`` names the branch or commit that the change is for, ``None`` the usual one.
    """
    repository = find_repository(now.settings.root)
    with Objects(repository) as objects:
        base = find_base(repository, objects, wanted)
        commit = read_commit(repository, objects, base.commit)
        lead = ""
        if base.commit is not None and not commit.name:
            commit, lead = _elsewhere(now, repository, objects, base.commit)
        around = CommitFolders(objects, base.commit)
        then = Revision(now.settings, objects, commit, around)
        yield Versions(now, repository, base, then, lead)


def _elsewhere(
    now: Workspace, repository: Repository, objects: Objects, commit: str
) -> tuple[CommitTree, str]:
    """The folder that the root was in, and the way there from where it is; nothing if it is new."""
    top = repository._replace(prefix="")
    files = [path for path, entry in now.tree.entries.items() if entry.kind is EntryKind.FILE]
    folder = former_root(
        files,
        read_commit(top, objects, commit).entries,
        lambda path: os.path.lexists(on_disk(repository.top, path)),
    )
    if folder is None:
        return CommitTree(), ""
    tree = read_commit(repository._replace(prefix=folder), objects, commit)
    return tree, posixpath.relpath(f"/{folder}", f"/{repository.prefix}")


class Versions:
    """What differs between the base, ``then``, and the curriculum as it is ``now``.

    ``lead`` leads from the root to the folder that it was in then; it is empty for the same one.
    """

    def __init__(
        self, now: Workspace, repository: Repository, base: Base, then: Revision, lead: str = ""
    ) -> None:
        self.now, self.repository, self.base, self.then = now, repository, base, then
        self.lead = lead
        self.settings = now.settings
        self.names = UnitNames(now.settings)

    @cached_property
    def renames(self) -> Renames:
        """The Markdown files that were moved, and their folders."""
        removed = [
            entry.path
            for entry in self.then.tree.markdown()
            if entry.kind is EntryKind.FILE and not self._exists(entry.path)
        ]
        if not removed:
            return Renames({}, {})
        added = [e.path for e in self.now.tree.markdown() if not self.then.holds(e.path)]
        return find_renames(
            *(removed, added, self.base_lines, self._lines_now, self.names, self._is_moved)
        )

    def is_new(self, path: str) -> bool:
        """Whether there was nothing at ``path``, nor at the path that it was moved from."""
        return not self.then.holds(path) and path not in self.renames.old

    def new_lines(self, path: str, workspace: Workspace) -> NewLines | None:
        """The lines of a file in ``workspace`` that are new; ``None`` where it did not exist."""
        old = self.renames.old.get(path, path)
        entry = self.then.tree.entries.get(old)
        if entry is None or entry.kind is not EntryKind.FILE:
            return None
        was, now = self.base_lines(old), _lines(workspace, path)
        if was is None:
            return None if now is None else NewLines(_ALL_NEW, now)
        # A file that can no longer be read was changed in its first line.
        return NewLines(was, ["\0"] if now is None else now)

    def base_lines(self, path: str) -> list[str] | None:
        """The lines of a file in the base, ``None`` where it is no text that is read."""
        return _lines(self.then, path)

    def _lines_now(self, path: str) -> list[str] | None:
        return _lines(self.now, path)

    def _exists(self, path: str) -> bool:
        return os.path.lexists(on_disk(self.settings.root, path))

    def _is_moved(self, old: str, new: str) -> bool:
        return not self._exists(old) and not self.then.holds(new)


def _lines(workspace: Workspace, path: str) -> list[str] | None:
    read = workspace.read(path)
    return split_lines(read.text) if isinstance(read, FileText) else None
