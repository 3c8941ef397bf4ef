"""Pages of one run, for others that read almost the same files: rounds of fixes, or a base."""

from __future__ import annotations

from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..workspace.read import FileText
from .engine import Coded
from .reading import PageStore
from .readmes import Role

_Key = tuple[str, str, Role]


class PagesInMemory:
    """What `run` may ask for, kept in memory."""

    def __init__(self) -> None:
        self.valid_shapes: set[str] = set()
        self._pages: dict[_Key, tuple[Page, list[Coded]]] = {}

    def get(
        self, path: str, text: FileText, role: Role, vocabulary: Vocabulary
    ) -> tuple[Page, list[Coded]] | None:
        """What was put for the same path, text and role."""
        del vocabulary
        return self._pages.get((path, text.digest, role))

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""
        self._pages[page.path, text.digest, role] = (page, findings)

    def close(self, *, store: bool) -> None:
        """Store what is to outlive this run, if that is wanted: nothing here."""


class ReadPages(PagesInMemory):
    """Pages that ``other`` has, without what was found in them; it gets none that are new."""

    def __init__(self, other: PageStore) -> None:
        super().__init__()
        self.valid_shapes = other.valid_shapes
        self._other = other

    def get(
        self, path: str, text: FileText, role: Role, vocabulary: Vocabulary
    ) -> tuple[Page, list[Coded]] | None:
        """What was put for the same path, text and role."""
        found = super().get(path, text, role, vocabulary)
        known = self._other.get(path, text, role, vocabulary) if found is None else None
        if known is None:
            return found
        # One page is one object: what reads it again sees that nothing has changed.
        self.put(text, role, known[0], [])
        return known[0], []
