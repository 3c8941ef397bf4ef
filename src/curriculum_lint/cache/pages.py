"""Pages that were read before: a file with the same bytes in the same role is not parsed again.

The file begins with one line that says where each page stands in the rest. So only what is asked
for is decoded, and what has not changed is written again as it is.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from ..check.encoded import EncodedPage
from ..check.engine import Coded
from ..check.readmes import Role
from ..check.stored_page import decode_page, page_record
from ..model.curriculum import Page
from ..model.vocabulary import Vocabulary
from ..workspace.read import FileText
from .store import Shelf

_MOST_SHAPES = 2_000


class _Stored(NamedTuple):
    """A page as it was encoded, and what it was read from."""

    key: list[Any]
    page: EncodedPage


class StoredPages:
    """The pages of one curriculum under one set of settings."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        self._shelf, self._name = shelf, name
        self._known = _unpacked(shelf.read_bytes(name))
        self._next: dict[str, _Stored] = {}
        self.valid_shapes = read_shapes(shelf, name)
        self._count = len(self.valid_shapes)

    def get(
        self, path: str, text: FileText, role: Role, vocabulary: Vocabulary
    ) -> tuple[Page, list[Coded]] | None:
        """What was put for the same path, text and role."""
        stored = self._known.get(path)
        if stored is None or stored.key != _key(text, role):
            return None
        self._next[path] = stored
        return decode_page(path, text, stored.page, role.kind, vocabulary)

    def read_page(
        self, path: str, text: FileText, role: Role, vocabulary: Vocabulary
    ) -> Page | None:
        """The page that was put for the same path, text and role, checked or not."""
        found = self.get(path, text, role, vocabulary)
        if found is not None:
            return found[0]
        stored = self._known.get(path)
        if stored is None or stored.key != _unchecked_key(text, role):
            return None
        self._next[path] = stored
        return decode_page(path, text, stored.page, role.kind, vocabulary)[0]

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""
        self._next[page.path] = _Stored(_key(text, role), page_record(page, findings))

    def put_unchecked(self, text: FileText, role: Role, page: Page) -> None:
        """Remember a page in which nothing was looked for: no check takes it for its own."""
        self._next[page.path] = _Stored(_unchecked_key(text, role), page_record(page, []))

    def save(self) -> None:
        """Write what this run has seen; what it has not seen is gone."""
        if self._next != self._known:
            self._shelf.write_bytes(self._name, _packed(self._next))
        if len(self.valid_shapes) != self._count:
            self._shelf.write(f"shapes-{self._name}", sorted(self.valid_shapes)[-_MOST_SHAPES:])


def _packed(pages: dict[str, _Stored]) -> list[bytes]:
    index = {path: [key, page.sizes, page.filled] for path, (key, page) in pages.items()}
    head = json.dumps(index, separators=(",", ":")).encode("ascii")
    return [head, b"\n", *(each.page.body for each in pages.values())]


def _unpacked(content: bytes | None) -> dict[str, _Stored]:
    """The pages by path; the content is as `_packed` wrote it."""
    if content is None:
        return {}
    pages: dict[str, _Stored] = {}
    head, _, _ = content.partition(b"\n")
    start = len(head) + 1
    for path, (key, sizes, filled) in json.loads(head).items():
        end = start + sum(sizes)
        pages[path] = _Stored(key, EncodedPage(tuple(sizes), filled, content[start:end]))
        start = end
    return pages


def read_shapes(shelf: Shelf, name: str) -> set[str]:
    """The keys of shapes, as `StoredPages.save` wrote them."""
    stored = shelf.read(f"shapes-{name}")
    return {key for key in stored if isinstance(key, str)} if isinstance(stored, list) else set()


def _key(text: FileText, role: Role) -> list[Any]:
    return [text.digest, str(role.kind), *role.name]


def _unchecked_key(text: FileText, role: Role) -> list[Any]:
    return [*_key(text, role), "unchecked"]
