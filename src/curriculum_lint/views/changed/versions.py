"""The two versions that are compared: the base in git, and the folder as it is now."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property

from ...git.base import Base, find_base
from ...git.calls import Repository, find_repository
from ...git.objects import Objects
from ...git.tree import BaseEntry, BaseTree, Kind, read_tree
from ...model.unit_names import UnitNames
from ...settings.settings import Settings
from ...workspace.entry import on_disk
from ...workspace.read import FileText, read_text
from ...workspace.repository import scan_tree
from ...workspace.tree import Kind as EntryKind
from ...workspace.tree import Tree
from .lines import NewLines, decoded, split_lines
from .renames import Renames, find_renames

_MARKDOWN = (".md", ".markdown")
_ALL_NEW: tuple[str, ...] = ()


@contextmanager
def open_versions(settings: Settings, wanted: str | None) -> Iterator[Versions]:
    """The folder of ``settings`` and its base. Raises `GitFailure` where there is none.

    ``wanted`` names the branch or commit that the change is for, ``None`` the usual one.
    """
    repository = find_repository(settings.root)
    with Objects(repository) as objects:
        base = find_base(repository, objects, wanted)
        tree = read_tree(objects, base.commit, repository.prefix)
        yield Versions(settings, repository, objects, base, tree)


class Versions:
    """What differs between the base and the folder; a file is read when it is asked for.

    ``texts`` stand in the place of files of the folder.
    """

    def __init__(
        self,
        settings: Settings,
        repository: Repository,
        objects: Objects,
        base: Base,
        tree: BaseTree,
    ) -> None:
        self.settings, self.repository, self.objects = settings, repository, objects
        self.base, self.tree = base, tree
        self.names = UnitNames(settings)
        self._base_lines: dict[str, list[str] | None] = {}

    @cached_property
    def now(self) -> Tree:
        """The tree of the folder as it is."""
        return scan_tree(self.settings)

    @cached_property
    def renames(self) -> Renames:
        """The Markdown files that were moved, and their folders."""
        removed = [
            path
            for path, entry in self.tree.entries.items()
            if entry.kind is Kind.FILE and is_markdown(path) and not self._exists(path)
        ]
        if not removed:
            return Renames({}, {})
        added = [entry.path for entry in self.now.markdown() if not self.tree.holds(entry.path)]
        return find_renames(
            *(removed, added, self.base_lines, self.lines_now, self.names, self._is_moved)
        )

    def is_new(self, path: str) -> bool:
        """Whether there was nothing at ``path``, nor at the path that it was moved from."""
        return not self.tree.holds(path) and path not in self.renames.old

    def new_lines(self, path: str, texts: Mapping[str, str]) -> NewLines | None:
        """The lines that are new in a file that existed; ``None`` for anything else."""
        entry = self._entry(path)
        if entry is None or entry.kind is not Kind.FILE:
            return None
        was = self.base_lines(self.renames.old.get(path, path))
        now = split_lines(texts[path]) if path in texts else self.lines_now(path)
        if was is None:
            return None if now is None else NewLines(_ALL_NEW, now)
        # A file that can no longer be read was changed in its first line.
        return NewLines(was, ["\0"] if now is None else now)

    def base_lines(self, path: str) -> list[str] | None:
        """The lines of a file in the base, ``None`` where it is no text that is read."""
        if path not in self._base_lines:
            self._base_lines[path] = self._read_base(path)
        return self._base_lines[path]

    def lines_now(self, path: str) -> list[str] | None:
        """The lines of a file as it is now, ``None`` where it is no text that is read."""
        read = read_text(self.settings.root, path, self.settings.limits)
        return split_lines(read.text) if isinstance(read, FileText) else None

    def foreign(self) -> Sequence[tuple[str, EntryKind]]:
        """What lies in submodules now: which version of them the base has is not compared."""
        if all(entry.kind is not Kind.SUBMODULE for entry in self.tree.entries.values()):
            return ()
        entries = self.now.entries.values()
        return [(e.path, e.kind) for e in entries if self.tree.is_foreign(e.path)]

    def _entry(self, path: str) -> BaseEntry | None:
        return self.tree.entries.get(self.renames.old.get(path, path))

    def _read_base(self, path: str) -> list[str] | None:
        entry = self.tree.entries.get(path)
        if entry is None or entry.kind is not Kind.FILE:
            return None
        limit = self.settings.limits.file_bytes
        blob = next(self.objects.many([entry.name], limit))
        text = decoded(blob.data) if blob else None
        return None if text is None else split_lines(text)

    def _exists(self, path: str) -> bool:
        return os.path.lexists(on_disk(self.settings.root, path))

    def _is_moved(self, old: str, new: str) -> bool:
        return not self._exists(old) and new not in self.tree.entries


def is_markdown(path: str) -> bool:
    """Whether the name of a file is that of Markdown."""
    return path.lower().endswith(_MARKDOWN)
