"""Pages for commands that read a curriculum without checking it, or check it again and again."""

from __future__ import annotations

from ..check.engine import Coded
from ..check.pages_in_memory import PagesInMemory
from ..check.readmes import Role
from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..workspace.read import FileText
from .index_facts import KeptFacts
from .pages import StoredPages

#: Where fewer pages than this share are new, to write all of them again takes longer.
_SHARE = 20


class PagesToRead(PagesInMemory):
    """Those that checks and other commands have ``stored``, and what is read besides.

    What is new until `save` is stored for the next command, and so are the ``facts`` of an index.
    """

    def __init__(self, stored: StoredPages | None = None, facts: KeptFacts | None = None) -> None:
        super().__init__()
        self._facts = facts
        self._stored = self._open = stored
        self._new = self._found = 0
        if stored is not None:
            self.valid_shapes = stored.valid_shapes

    def get(
        self, path: str, text: FileText, role: Role, vocabulary: Vocabulary
    ) -> tuple[Page, list[Coded]] | None:
        """The page that was read for the same path, text and role; what was found is left out."""
        found = super().get(path, text, role, vocabulary)
        if found is not None or self._stored is None:
            return found
        page = self._stored.read_page(path, text, role, vocabulary)
        if page is None:
            return None
        self._found += 1
        # One page is one object: what reads it again sees that nothing has changed.
        super().put(text, role, page, [])
        return page, []

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""
        super().put(text, role, page, findings)
        if self._open is not None:
            self._new += 1
            self._open.put_unchecked(text, role, page)

    def save(self) -> None:
        """Store what is new; pages that come later are kept in memory only."""
        if self._open is not None and self._new * _SHARE > self._found:
            self._open.save()
        self._open = None
        if self._facts is not None:
            self._facts.save()


class PagesToRepair(PagesInMemory):
    """Those that checks have ``stored``, with what was found in them, and what is read besides.

    What is new until `close` is stored for the next check; what fixes make of it is not.
    """

    def __init__(self, stored: StoredPages) -> None:
        super().__init__()
        self._stored, self._is_open = stored, True
        self.valid_shapes = stored.valid_shapes

    def get(
        self, path: str, text: FileText, role: Role, vocabulary: Vocabulary
    ) -> tuple[Page, list[Coded]] | None:
        """What was put for the same path, text and role."""
        found = super().get(path, text, role, vocabulary)
        known = self._stored.get(path, text, role, vocabulary) if found is None else None
        if known is not None:
            super().put(text, role, *known)
        return found or known

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""
        super().put(text, role, page, findings)
        if self._is_open:
            self._stored.put(text, role, page, findings)

    def close(self, *, store: bool) -> None:
        """Store what is new, if that is wanted; pages that come later are kept in memory only."""
        if self._is_open and store:
            self._stored.save()
        self._is_open = False
