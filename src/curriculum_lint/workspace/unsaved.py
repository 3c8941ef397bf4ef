"""A curriculum with texts that are not saved: what an editor holds, over what the disk has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from ..settings.settings import Settings
from .lookup import Status
from .moved_tree import MovedTree, Names
from .read import FileText, Unreadable
from .tree import Tree
from .workspace import Workspace


class Unsaved:
    """A `Workspace` over ``base``, in which ``texts`` stand in the place of what is saved.

    Their keys are paths relative to the root. One that names nothing is a new file; one that
    ``base`` leaves out, because it is ignored or excluded, stays left out.
    """

    def __init__(self, base: Workspace, texts: Mapping[str, FileText | Unreadable]) -> None:
        self._base = base
        self._texts = {_file_of(base.tree, path): text for path, text in texts.items()}

    @property
    def settings(self) -> Settings:
        """The settings of the curriculum."""
        return self._base.settings

    @cached_property
    def tree(self) -> Tree:
        """What is there, and the new files."""
        tree = self._base.tree
        added = {
            path: len(text.text) if isinstance(text, FileText) else 0
            for path, text in self._texts.items()
            if tree.lookup(path).status is Status.MISSING
            and not self._base.leaves_out(path, folder=False)
        }
        return MovedTree(tree, Names(str, str), added) if added else tree

    def read(self, path: str) -> FileText | Unreadable:
        """The text of a document, saved or not."""
        return self._texts.get(path) or self._base.read(path)

    def read_generated(self, path: str) -> FileText | None:
        """A file that the tool writes as a whole."""
        text = self._texts.get(path)
        return text if isinstance(text, FileText) else self._base.read_generated(path)

    def leaves_out(
        self, path: str, *, folder: bool, origin: Callable[[str], str] | None = None
    ) -> bool:
        """Whether something new called ``path`` would be ignored or excluded."""
        return self._base.leaves_out(path, folder=folder, origin=origin)

    def ignores(self, path: str) -> bool:
        """Whether git would ignore a file called ``path``."""
        return self._base.ignores(path)


def _file_of(tree: Tree, path: str) -> str:
    """The file that ``path`` is, or that it is a link to."""
    entry = tree.entries.get(path)
    return entry.target or path if entry else path
