"""A curriculum as an editor has it: texts that are not saved, over the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..settings.settings import Settings
from .moved_tree import MovedTree, Names
from .read import FileText, Unreadable
from .tree import Tree
from .unreadable import too_large
from .workspace import Workspace


class Unsaved:
    """A `Workspace` over ``base``, in which ``texts`` stand for what files hold, by path.

    A path that ``base`` does not have becomes a file, so none may be given that it leaves out.
    """

    def __init__(self, base: Workspace, texts: Mapping[str, FileText]) -> None:
        self.base, self.texts = base, texts
        self.tree = _with_files(base.tree, texts)

    @property
    def settings(self) -> Settings:
        """The settings of the curriculum."""
        return self.base.settings

    def read(self, path: str) -> FileText | Unreadable:
        """The text of a document, within the limits of the settings."""
        text, most = self.texts.get(path), self.settings.limits.file_bytes
        if text is None:
            return self.base.read(path)
        size = len(text.text.encode("utf-8", "surrogatepass"))
        return text if size <= most else too_large(size, most)

    def read_generated(self, path: str) -> FileText | None:
        """A file that the tool writes as a whole."""
        return self.texts.get(path) or self.base.read_generated(path)

    def leaves_out(
        self, path: str, *, folder: bool, origin: Callable[[str], str] | None = None
    ) -> bool:
        """Whether something new called ``path`` would be ignored or excluded."""
        return self.base.leaves_out(path, folder=folder, origin=origin)

    def ignores(self, path: str) -> bool:
        """Whether git would ignore a file called ``path``."""
        return self.base.ignores(path)


def _with_files(tree: Tree, texts: Mapping[str, FileText]) -> Tree:
    new = {path: len(text.text) for path, text in texts.items() if path not in tree.entries}
    return (
        MovedTree(tree, Names(str, lambda path: None if path in new else path), new)
        if new
        else tree
    )
