"""The pages of a curriculum as they were last read: one for each path."""

from __future__ import annotations

from ..check.engine import Coded
from ..check.readmes import Role
from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..workspace.read import FileText

Found = tuple[Page, list[Coded]]


class PagesOnce:
    """What a check may ask for. A page is forgotten when another text of its path is read."""

    def __init__(self) -> None:
        self.valid_shapes: set[str] = set()
        self._pages: dict[str, tuple[str, Role, Found]] = {}

    def copy(self) -> PagesOnce:
        """The same, to be changed by itself."""
        other = PagesOnce()
        other.valid_shapes, other._pages = self.valid_shapes, dict(self._pages)
        return other

    def get(self, path: str, text: FileText, role: Role, vocabulary: Vocabulary) -> Found | None:
        """What was put last for the path, if it was for the same text and role."""
        del vocabulary
        known = self._pages.get(path)
        if known is None or known[0] != text.digest or known[1] != role:
            return None
        return known[2]

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""
        self._pages[page.path] = (text.digest, role, (page, findings))
