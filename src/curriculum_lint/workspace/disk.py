"""The curriculum as the disk has it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property

from ..settings.settings import Settings
from ..text.globs import compile_globs
from .beyond import in_repository, leaves_root
from .generated import read_generated
from .read import FileText, Unreadable, read_text
from .resolve import Stop
from .tree import Tree, scan
from .unreadable import ABSENT, stopped
from .walk import Walk

#: A file that changed this shortly before may change again without a trace.
_SETTLED_NS = 2_000_000_000


class Disk:
    """A `Workspace` over the folder ``settings.root``, scanned when it is first asked for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._texts: dict[str, FileText | Unreadable] = {}
        self._generated: dict[str, FileText | None] = {}

    @cached_property
    def tree(self) -> Tree:
        """Everything that is neither ignored nor excluded."""
        return scan(self.settings.root, compile_globs(self.settings.exclude))

    def renewed(self) -> Disk:
        """The same folder as it is now; files that show no trace of a change are not read again."""
        now = Disk(self.settings)
        entries, scanned = self.tree.entries, time.time_ns()
        now._texts = {
            path: text
            for path, text in self._texts.items()
            if (entry := now.tree.entries.get(path)) is not None
            and entry == entries.get(path)
            and entry.mtime_ns < scanned - _SETTLED_NS
        }
        if now.tree.is_like(self.tree):
            now.tree = self.tree
        return now

    def read(self, path: str) -> FileText | Unreadable:
        """The text of a document; a link is followed if it stays below the root.

        One beyond the root is read if it is in the repository around it.
        """
        if path in self.tree.absent:
            return ABSENT
        if path not in self._texts:
            self._texts[path] = self._read(path)
        return self._texts[path]

    def _read(self, path: str) -> FileText | Unreadable:
        root, limits = self.settings.root, self.settings.limits
        if not leaves_root(path):
            return read_text(root, path, limits)
        place = in_repository(root, path)
        return read_text(*place, limits) if place else stopped(Stop.OUTSIDE)

    def read_generated(self, path: str) -> FileText | None:
        """A file that the tool writes as a whole."""
        if path not in self._generated:
            self._generated[path] = read_generated(self.settings.root, path)
        return self._generated[path]

    def leaves_out(
        self, path: str, *, folder: bool, origin: Callable[[str], str] | None = None
    ) -> bool:
        """Whether something new called ``path`` would be ignored or excluded.

        ``origin`` says where the folders around it are now, where they are elsewhere.
        """
        walk = Walk(self.settings.root, compile_globs(self.settings.exclude))
        return walk.leaves_out(path, folder=folder, origin=origin or str)

    def ignores(self, path: str) -> bool:
        """Whether git would ignore a file called ``path``."""
        walk = Walk(self.settings.root, compile_globs(()))
        return walk.leaves_out(path, folder=False)
