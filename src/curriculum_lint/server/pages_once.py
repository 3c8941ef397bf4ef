"""The pages of a curriculum as they were last read: one for each path."""

from __future__ import annotations

from ..check.engine import Coded
from ..check.reading import PageStore
from ..check.readmes import Role
from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..workspace.read import FileText

Found = tuple[Page, list[Coded]]


class PagesOnce:
    """What a check may ask for. A page is forgotten when another text of its path is read.

    What has not been read yet may be in ``stored``.
    """

    def __init__(self, stored: PageStore | None = None) -> None:
        self._stored = stored
        self.valid_shapes: set[str] = set() if stored is None else stored.valid_shapes
        self._pages: dict[str, tuple[str, Role, Found]] = {}

    def copy(self) -> PagesOnce:
        """The same, to be changed by itself."""
        other = PagesOnce()
        other.valid_shapes, other._pages = self.valid_shapes, dict(self._pages)
        return other

    def get(self, path: str, text: FileText, role: Role, vocabulary: Vocabulary) -> Found | None:
        """What was put last for the path, if it was for the same text and role."""
        known = self._pages.get(path)
        if known is not None:
            return known[2] if known[0] == text.digest and known[1] == role else None
        found = self._stored.get(path, text, role, vocabulary) if self._stored else None
        if found is not None:
            self.put(text, role, *found)
        return found

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""
        self._pages[page.path] = (text.digest, role, (page, findings))
