"""Pages of one run, for others that read almost the same files: rounds of fixes, or a base."""

from __future__ import annotations

from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..workspace.read import FileText
from .engine import Coded
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
