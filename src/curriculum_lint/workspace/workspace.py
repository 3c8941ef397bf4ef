"""The one place that knows where files come from: a disk, a draft over it, or a commit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ..settings.settings import Settings
from .read import FileText, Unreadable
from .tree import Tree


class Workspace(Protocol):
    """The files of one curriculum, as they are somewhere.

    Whatever it says of a file, it says for as long as it lives: a file is read at most once, and
    its digest is that of the very bytes that gave its text.
    """

    @property
    def settings(self) -> Settings:
        """The settings of the curriculum."""

    @property
    def tree(self) -> Tree:
        """Which entries exist."""

    def read(self, path: str) -> FileText | Unreadable:
        """The text of a document, within the limits of the settings.

        It may lie beyond the root, but in the repository around it.
        """

    def read_generated(self, path: str) -> FileText | None:
        """A file that the tool writes as a whole, however large; ``None`` if there is none.

        What cannot be read differs from any text.
        """

    def leaves_out(
        self, path: str, *, folder: bool, origin: Callable[[str], str] | None = None
    ) -> bool:
        """Whether something new called ``path`` would be ignored or excluded.

        ``origin`` says where the folders around it are now, where they are elsewhere.
        """

    def ignores(self, path: str) -> bool:
        """Whether git would ignore a file called ``path``."""
