"""A page over its record: each fact is decoded when it is asked for, and not kept for long.

Of a large curriculum, only the records of all pages are in memory, and the facts of a few.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, overload
from weakref import ref

from ..model.curriculum import Kind, Page, Unmet
from ..model.outline import Outline, Section
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from ..text.source import Position, line_starts
from ..workspace.file_text import FileText
from .codec import decoder
from .encoded import (
    BITS,
    FOUND_PART,
    HEADING,
    HINTS,
    ITEMS,
    LABEL,
    PARTS,
    SECTIONS,
    SECTIONS_OF_EXERCISES,
    EncodedPage,
    encode_page,
)
from .engine import Coded

_PLACES = {name: (which, at) for which, part in enumerate(PARTS) for at, name in enumerate(part)}


def page_record(page: Page, findings: list[Coded]) -> EncodedPage:
    """The record that a page has, or a new one; ``findings`` are the page's own."""
    if isinstance(page.document, _StoredDocument):
        return page.document._record.encoded
    return encode_page(page, findings)


def decode_page(
    path: str, text: FileText, encoded: EncodedPage, kind: Kind, vocabulary: Vocabulary
) -> tuple[Page, list[Coded]]:
    """The page and the findings that were encoded."""
    record = _Record(encoded, text)
    document = _StoredDocument.__new__(_StoredDocument)
    object.__setattr__(document, "path", path)
    outline = _StoredOutline.__new__(_StoredOutline)
    for each in (document, outline):
        object.__setattr__(each, "_record", record)
    unmet, is_reserved, findings = map(json.loads, encoded.part(FOUND_PART, text))
    needs = decoder(tuple[Unmet, ...])(unmet)
    page = Page(document, kind, outline, vocabulary, needs, is_reserved)
    return page, list(decoder(tuple[Coded, ...])(findings))


#: Units are called by their titles on many pages, and of all facts it is the smallest.
_TITLE = "title"


class _Part:
    """What is known of one part of a record: its lines, and what was decoded of them."""

    __slots__ = ("facts", "lines")

    def __init__(self, lines: list[bytes]) -> None:
        self.lines = lines
        self.facts: dict[str, Any] = {}

    def rows(self, at: int) -> Any:
        return json.loads(self.lines[at])


class _Record:
    """An encoded page and its text. The parts that were decoded last are kept, of all records."""

    __slots__ = ("__weakref__", "_parts", "_title", "encoded", "text")

    def __init__(self, encoded: EncodedPage, text: FileText) -> None:
        self.encoded, self.text = encoded, text
        self._parts: list[_Part | None] = [None] * len(PARTS)
        self._title: Any = None

    def title(self) -> Any:
        """The title, which is kept."""
        if self._title is None:
            self._title = self.fact(_TITLE)
        return self._title

    def fact(self, name: str) -> Any:
        """A fact of the document or its outline."""
        if name not in BITS:
            raise AttributeError(name)
        if not self.encoded.filled & BITS[name]:
            return ()
        which, at = _PLACES[name]
        part = self._part(which)
        if name not in part.facts:
            part.facts[name] = self._decode(name, part.rows(at))
        return part.facts[name]

    def _part(self, which: int) -> _Part:
        part = self._parts[which]
        if part is None:
            part = self._parts[which] = _Part(self.encoded.part(which, self.text))
            _RECENT[which].note(self)
        return part

    def _decode(self, name: str, rows: Any) -> Any:
        if name == "exercises":
            headings = self.fact("headings")
            for at, row in enumerate(rows):
                row[SECTIONS] = _StoredSections(self, at)
                if isinstance(row[HEADING], int):
                    row[HEADING] = headings[row[HEADING]]
        elif name == SECTIONS_OF_EXERCISES:
            return self._decode_sections(rows)
        return decoder(HINTS[name])(rows)

    def _decode_sections(self, rows: Any) -> Any:
        labels = self.fact("labels")
        items = {item.marker.start: item for each in self.fact("lists") for item in each.items}
        for row in chain.from_iterable(rows):
            row[ITEMS] = [items[start] for start in row[ITEMS]]
            row[LABEL] = None if row[LABEL] is None else labels[row[LABEL]]
        return [*map(decoder(tuple[Section, ...]), rows)]

    def forget(self, which: int) -> None:
        """Let everything go that was decoded of a part."""
        self._parts[which] = None


class _Recent:
    """The records of which a part was decoded last: ``most`` of them, or ``few``.

    Who looks at more than ``most`` looks at all of them, one after the other: none is still there
    when it is its turn again, and to keep many gains nothing.
    """

    def __init__(self, which: int, most: int, few: int) -> None:
        self._which, self._most, self._few = which, most, few
        #: What nobody else holds any more is not kept here either.
        self._records: deque[ref[_Record]] = deque()

    def note(self, record: _Record) -> None:
        """Add a record, and let the others that are too many forget the part."""
        self._records.append(ref(record))
        if len(self._records) > self._most:
            self._most = self._few
        while len(self._records) > self._most:
            first = self._records.popleft()()
            if first is not None:
                first.forget(self._which)


_RECENT = tuple(_Recent(which, most, 64) for which, most in enumerate((1_000, 1_000, 64)))


class _StoredDocument(Document):
    """A document whose facts are decoded when a rule asks for them."""

    __slots__ = ("_record",)
    _record: _Record

    def __getattr__(self, name: str) -> Any:
        if name == "text":
            return self._record.text.text
        if name == "line_starts":
            return line_starts(self.text)
        return self._record.fact(name)

    def position(self, offset: int) -> Position:
        """The line and column of ``offset``; where every line begins is known of no page."""
        text = self.text
        if "\r" in text:
            return super().position(offset)
        line = text.count("\n", 0, offset) + 1
        return Position(line, offset - text.rfind("\n", 0, offset))

    def line(self, offset: int) -> int:
        """The line of ``offset``."""
        return self.position(offset).line


class _StoredOutline(Outline):
    """An outline that is decoded as it is needed."""

    __slots__ = ("_record",)
    _record: _Record

    def __getattr__(self, name: str) -> Any:
        return self._record.title() if name == _TITLE else self._record.fact(name)


class _StoredSections(Sequence[Section]):
    """The sections of one exercise, decoded when they are looked at: mostly, they are not."""

    __slots__ = ("_at", "_record")

    def __init__(self, record: _Record, at: int) -> None:
        self._record, self._at = record, at

    @property
    def _decoded(self) -> tuple[Section, ...]:
        sections: tuple[Section, ...] = self._record.fact(SECTIONS_OF_EXERCISES)[self._at]
        return sections

    def __len__(self) -> int:
        return len(self._decoded)

    @overload
    def __getitem__(self, index: int) -> Section: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Section, ...]: ...
    def __getitem__(self, index: int | slice) -> Section | tuple[Section, ...]:
        return self._decoded[index]

    def __iter__(self) -> Iterator[Section]:
        return iter(self._decoded)

    def __eq__(self, other: object) -> bool:
        return self._decoded == (tuple(other) if isinstance(other, _StoredSections) else other)

    def __hash__(self) -> int:
        return hash(self._decoded)

    def __repr__(self) -> str:
        return repr(self._decoded)
