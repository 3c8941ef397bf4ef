"""Pages that were read before: a file with the same bytes in the same role is not parsed again."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from ..check.engine import Coded
from ..discover.read import FileText
from ..model.curriculum import Kind, Page, Unmet
from ..model.outline import Outline
from ..model.readme_schema import SchemaError
from ..model.readmes import Role
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from .codec import decoder
from .store import Shelf

_MOST_SHAPES = 2_000
_NOT_STORED = frozenset({"path", "text"})


class _StoredDocument(Document):
    """A document whose facts are decoded when a rule first asks for them."""

    __slots__ = ("_rows",)

    def __getattr__(self, name: str) -> Any:
        return _decode(self, _DOCUMENT_HINTS, name)


class _StoredOutline(Outline):
    """An outline that is decoded as it is needed."""

    __slots__ = ("_rows",)

    def __getattr__(self, name: str) -> Any:
        return _decode(self, _OUTLINE_HINTS, name)


_DOCUMENT_HINTS = get_type_hints(Document)
_OUTLINE_HINTS = get_type_hints(Outline)


def _decode(stored: Any, hints: dict[str, Any], name: str) -> Any:
    if name == "_rows" or name not in hints:
        raise AttributeError(name)
    value = decoder(hints[name])(stored._rows.pop(name))
    object.__setattr__(stored, name, value)
    return value


class StoredPages:
    """The pages of one curriculum under one set of settings."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        self._shelf, self._name = shelf, name
        known = shelf.read(name)
        self._known: dict[str, Any] = known if isinstance(known, dict) else {}
        self._next: dict[str, Any] = {}
        self.shapes = _shapes(shelf.read(f"shapes-{name}"))
        self._count = len(self.shapes)

    def get(
        self, path: str, text: FileText, role: Role, vocabulary: Vocabulary
    ) -> tuple[Page, list[Coded]] | None:
        """What was put for the same path, text and role."""
        entry = self._known.get(path)
        if not isinstance(entry, dict) or entry["key"] != _key(text, role):
            return None
        self._next[path] = entry
        findings = decoder(tuple[Coded, ...])(entry["findings"])
        return _page(path, text, entry, role.kind, vocabulary), list(findings)

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""
        document = {
            each.name: getattr(page.document, each.name)
            for each in fields(Document)
            if each.name not in _NOT_STORED
        }
        outline = {each.name: getattr(page.outline, each.name) for each in fields(Outline)}
        self._next[page.path] = {
            "key": _key(text, role),
            "document": document,
            "outline": outline,
            "unmet": page.unmet,
            "reserved": page.is_reserved,
            "findings": findings,
        }

    def save(self) -> None:
        """Write what this run has seen; what it has not seen is gone."""
        if self._next != self._known:
            self._shelf.write(self._name, self._next)
        if len(self.shapes) != self._count:
            newest = list(self.shapes.items())[-_MOST_SHAPES:]
            self._shelf.write(f"shapes-{self._name}", dict(newest))


def _shapes(stored: Any) -> dict[str, list[SchemaError]]:
    """What schemas said of shapes; the rows are as `save` wrote them."""
    if not isinstance(stored, dict):
        return {}
    try:
        return {
            key: [SchemaError(tuple(path), *rest) for path, *rest in rows]
            for key, rows in stored.items()
        }
    except (TypeError, ValueError):
        return {}


def _key(text: FileText, role: Role) -> list[Any]:
    return [text.digest, str(role.kind), *role.name]


def _page(
    path: str, text: FileText, entry: dict[str, Any], kind: Kind, vocabulary: Vocabulary
) -> Page:
    document = _StoredDocument.__new__(_StoredDocument)
    object.__setattr__(document, "path", path)
    object.__setattr__(document, "text", text.text)
    object.__setattr__(document, "_rows", dict(entry["document"]))
    outline = _StoredOutline.__new__(_StoredOutline)
    object.__setattr__(outline, "_rows", dict(entry["outline"]))
    unmet = decoder(tuple[Unmet, ...])(entry["unmet"])
    return Page(document, kind, outline, vocabulary, unmet, entry["reserved"])
