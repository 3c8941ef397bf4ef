"""A page and what was found in it as bytes: facts that nobody asks for are never decoded."""

from __future__ import annotations

import json
from dataclasses import fields
from itertools import accumulate, chain
from typing import Any, NamedTuple, get_type_hints

from ..model.curriculum import Kind, Page, Unmet
from ..model.outline import Outline
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from ..workspace.read import FileText
from .codec import decoder
from .engine import Coded

_DOCUMENT_HINTS = get_type_hints(Document)
_OUTLINE_HINTS = get_type_hints(Outline)
#: What is known without the cache.
_NOT_STORED = frozenset({"path", "text"})
_DOCUMENT = tuple(each.name for each in fields(Document) if each.name not in _NOT_STORED)
_OUTLINE = tuple(each.name for each in fields(Outline))
#: What an encoded page consists of, in order: the facts, then these three.
_UNMET, _RESERVED, _FINDINGS = range(-3, 0)


class EncodedPage(NamedTuple):
    """``body`` holds the JSON of one fact after the other; ``sizes`` is how long each is."""

    sizes: list[int]
    body: bytes

    def part(self, index: int) -> Any:
        """The rows of one fact."""
        start = sum(self.sizes[: index % len(self.sizes)])
        return json.loads(self.body[start : start + self.sizes[index]])


def encode_page(page: Page, findings: list[Coded]) -> EncodedPage:
    """Everything about a page that `decode_page` is not given; ``findings`` are its own."""
    if isinstance(page.document, _StoredDocument):
        return page.document._encoded
    facts = chain(
        (getattr(page.document, name) for name in _DOCUMENT),
        (getattr(page.outline, name) for name in _OUTLINE),
        (page.unmet, page.is_reserved, findings),
    )
    parts = [json.dumps(fact, separators=(",", ":")).encode("ascii") for fact in facts]
    return EncodedPage([len(part) for part in parts], b"".join(parts))


def decode_page(
    path: str, text: FileText, encoded: EncodedPage, kind: Kind, vocabulary: Vocabulary
) -> tuple[Page, list[Coded]]:
    """The page and the findings that were encoded."""
    starts = [0, *accumulate(encoded.sizes)]
    document = _StoredDocument.__new__(_StoredDocument)
    object.__setattr__(document, "path", path)
    object.__setattr__(document, "text", text.text)
    object.__setattr__(document, "_facts", _Facts(_DOCUMENT, encoded.body, starts))
    object.__setattr__(document, "_encoded", encoded)
    outline = _StoredOutline.__new__(_StoredOutline)
    outline_starts = starts[len(_DOCUMENT) :]
    object.__setattr__(outline, "_facts", _Facts(_OUTLINE, encoded.body, outline_starts))
    unmet = decoder(tuple[Unmet, ...])(encoded.part(_UNMET))
    page = Page(document, kind, outline, vocabulary, unmet, encoded.part(_RESERVED))
    return page, list(decoder(tuple[Coded, ...])(encoded.part(_FINDINGS)))


class _Facts(NamedTuple):
    """The facts of a document or an outline: that of ``names[n]`` begins at ``starts[n]``."""

    names: tuple[str, ...]
    body: bytes
    starts: list[int]

    def take(self, name: str) -> Any:
        """The rows of one fact."""
        at = self.names.index(name)
        return json.loads(self.body[self.starts[at] : self.starts[at + 1]])


class _StoredDocument(Document):
    """A document whose facts are decoded when a rule first asks for them."""

    __slots__ = ("_encoded", "_facts")
    _encoded: EncodedPage

    def __getattr__(self, name: str) -> Any:
        return _decode(self, _DOCUMENT_HINTS, name)


class _StoredOutline(Outline):
    """An outline that is decoded as it is needed."""

    __slots__ = ("_facts",)

    def __getattr__(self, name: str) -> Any:
        return _decode(self, _OUTLINE_HINTS, name)


def _decode(stored: Any, hints: dict[str, Any], name: str) -> Any:
    if name == "_facts" or name not in hints:
        raise AttributeError(name)
    value = decoder(hints[name])(stored._facts.take(name))
    object.__setattr__(stored, name, value)
    return value
