"""A page and what was found in it as bytes: facts that nobody asks for are never decoded."""

from __future__ import annotations

import json
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from itertools import chain
from typing import Any, NamedTuple, get_type_hints, overload

from ..model.curriculum import Kind, Page, Unmet
from ..model.outline import Exercise, Outline, Section
from ..model.vocabulary import Vocabulary
from ..parse.document import Document
from ..text.source import Position, line_starts
from ..workspace.read import FileText
from .codec import decoder
from .engine import Coded

_DOCUMENT_HINTS = get_type_hints(Document)
_HINTS = _DOCUMENT_HINTS | get_type_hints(Outline)
#: What is known without the record.
_NOT_STORED = frozenset({"path", "text", "line_starts"})
#: What hardly any rule about the whole curriculum asks for. It is most of a record.
_RARE = ("labels", "lists", "blocks", "code_spans", "undefined", "lettered", "footnotes")
_USUAL = tuple(
    each.name
    for each in chain(fields(Document), fields(Outline))
    if each.name not in _NOT_STORED.union(_RARE)
)
#: The parts of a record: the usual facts, the rare ones, and what was found.
_USUAL_PART, _RARE_PART, _FOUND_PART = range(3)
#: Shorter JSON is stored as it is. None begins with an "x", as what zlib writes does.
_SHORT = 80
_PACKED = b"x"
#: Facts hold no circles: not looking for them saves a seventh of the time.
_TO_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_HEADING, _SECTIONS = (Exercise._fields.index(name) for name in ("heading", "sections"))
_ITEMS, _LABEL = (Section._fields.index(name) for name in ("items", "label"))


class EncodedPage(NamedTuple):
    """``body`` holds one part after the other, ``sizes`` is how long each is."""

    sizes: tuple[int, ...]
    body: bytes

    def part(self, at: int) -> Any:
        """The rows of one part."""
        start = sum(self.sizes[:at])
        written = self.body[start : start + self.sizes[at]]
        return json.loads(zlib.decompress(written) if written[:1] == _PACKED else written)


def encode_page(page: Page, findings: list[Coded]) -> EncodedPage:
    """Everything about a page that `decode_page` is not given; ``findings`` are its own."""
    if isinstance(page.document, _StoredDocument):
        return page.document._record.encoded
    usual = {name: _fact(page, name) for name in _USUAL}
    usual["exercises"] = list(_exercise_rows(page))
    rare = [*(_fact(page, name) for name in _RARE), list(_section_rows(page))]
    found = (page.unmet, page.is_reserved, findings)
    parts = [_encode(each) for each in ([*usual.values()], rare, found)]
    return EncodedPage(tuple(map(len, parts)), b"".join(parts))


def _fact(page: Page, name: str) -> Any:
    return getattr(page.document if name in _DOCUMENT_HINTS else page.outline, name)


def _encode(facts: object) -> bytes:
    written = _TO_JSON(facts).encode("ascii")
    return written if len(written) < _SHORT else zlib.compress(written, 1)


def _exercise_rows(page: Page) -> Iterator[list[Any]]:
    """The exercises without their sections, and with the index of their headings."""
    places = {id(each): at for at, each in enumerate(page.document.headings)}
    for exercise in page.outline.exercises:
        row: list[Any] = [*exercise]
        row[_HEADING], row[_SECTIONS] = places[id(exercise.heading)], None
        yield row


def _section_rows(page: Page) -> Iterator[list[list[Any]]]:
    """The sections of each exercise, with the places of their items and the index of a label."""
    labels = {id(each): at for at, each in enumerate(page.document.labels)}
    for exercise in page.outline.exercises:
        rows: list[list[Any]] = [[*section] for section in exercise.sections]
        for row, section in zip(rows, exercise.sections, strict=True):
            row[_ITEMS] = [item.marker.start for item in section.items]
            row[_LABEL] = None if section.label is None else labels[id(section.label)]
        yield rows


def decode_page(
    path: str, text: FileText, encoded: EncodedPage, kind: Kind, vocabulary: Vocabulary
) -> tuple[Page, list[Coded]]:
    """The page and the findings that were encoded."""
    record = _Record(encoded)
    document = _StoredDocument.__new__(_StoredDocument)
    _keep(document, "path", path)
    _keep(document, "text", text.text)
    outline = _StoredOutline.__new__(_StoredOutline)
    _keep(document, "_record", record)
    _keep(outline, "_record", record)
    unmet, is_reserved, findings = encoded.part(_FOUND_PART)
    needs = decoder(tuple[Unmet, ...])(unmet)
    page = Page(document, kind, outline, vocabulary, needs, is_reserved)
    return page, list(decoder(tuple[Coded, ...])(findings))


class _Record:
    """An encoded page, and its facts: the usual ones are decoded together, and kept."""

    __slots__ = ("_rare", "_sections", "_usual", "encoded")

    def __init__(self, encoded: EncodedPage) -> None:
        self.encoded = encoded
        self._usual: list[Any] | None = None
        self._rare: list[Any] | None = None
        self._sections: list[tuple[Section, ...]] | None = None

    @property
    def is_packed(self) -> bool:
        """Whether no rare fact is decoded."""
        return self._rare is None

    def fact(self, name: str) -> Any:
        """A fact of the document or its outline."""
        if name in _RARE:
            if self._rare is None:
                self._rare = self.encoded.part(_RARE_PART)
            return _decode(name, self._rare[_RARE.index(name)])
        if name not in _USUAL:
            raise AttributeError(name)
        if self._usual is None:
            self._usual = self._decode_usual()
        return self._usual[_USUAL.index(name)]

    def forget_rare(self) -> None:
        """Let everything go that was decoded of the rare facts, but for sections."""
        self._rare = None

    def sections(self, exercise: int) -> tuple[Section, ...]:
        """The sections of one exercise."""
        if self._sections is None:
            self._sections = _decode_sections(*self.encoded.part(_RARE_PART))
        return self._sections[exercise]

    def _decode_usual(self) -> list[Any]:
        rows = dict(zip(_USUAL, self.encoded.part(_USUAL_PART), strict=True))
        headings = rows["headings"] = _decode("headings", rows["headings"])
        for at, row in enumerate(rows["exercises"]):
            row[_HEADING] = headings[row[_HEADING]]
            row[_SECTIONS] = _StoredSections(self, at)
        return [_decode(name, rows[name]) for name in _USUAL]


def _decode(name: str, rows: Any) -> Any:
    return decoder(_HINTS[name])(rows)


class _StoredDocument(Document):
    """A document whose facts are decoded when a rule first asks for them."""

    __slots__ = ("_record",)
    _record: _Record

    def __getattr__(self, name: str) -> Any:
        if name == "line_starts":
            return _keep(self, name, line_starts(self.text))
        if name in _RARE and self._record.is_packed:
            _note_recent(self)
        return _keep(self, name, self._record.fact(name))

    def forget_rare(self) -> None:
        """Let the rare facts go; whoever asks for them again decodes them again."""
        self._record.forget_rare()
        for name in _RARE:
            with suppress(AttributeError):
                object.__delattr__(self, name)

    def position(self, offset: int) -> Position:
        """The line and column of ``offset``; where every line begins is known to few pages."""
        if "\r" in self.text:
            return super().position(offset)
        line = self.text.count("\n", 0, offset) + 1
        return Position(line, offset - self.text.rfind("\n", 0, offset))

    def line(self, offset: int) -> int:
        """The line of ``offset``."""
        return self.position(offset).line


#: The documents whose rare facts are decoded: they would fill the memory if all of them kept them.
_RECENT: deque[_StoredDocument] = deque()
_MOST_RECENT = 64


def _note_recent(document: _StoredDocument) -> None:
    _RECENT.append(document)
    if len(_RECENT) > _MOST_RECENT:
        _RECENT.popleft().forget_rare()


class _StoredOutline(Outline):
    """An outline that is decoded as it is needed."""

    __slots__ = ("_record",)
    _record: _Record

    def __getattr__(self, name: str) -> Any:
        return _keep(self, name, self._record.fact(name))


def _keep(stored: Any, name: str, value: Any) -> Any:
    object.__setattr__(stored, name, value)
    return value


class _StoredSections(Sequence[Section]):
    """The sections of one exercise, decoded when they are first looked at: mostly, they are not."""

    __slots__ = ("_at", "_record")

    def __init__(self, record: _Record, at: int) -> None:
        self._record, self._at = record, at

    @property
    def _decoded(self) -> tuple[Section, ...]:
        return self._record.sections(self._at)

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


def _decode_sections(*rows: Any) -> list[tuple[Section, ...]]:
    *facts, sections = rows
    rare = dict(zip(_RARE, facts, strict=True))
    labels, lists = _decode("labels", rare["labels"]), _decode("lists", rare["lists"])
    items = {item.marker.start: item for each in lists for item in each.items}
    for row in chain.from_iterable(sections):
        row[_ITEMS] = [items[start] for start in row[_ITEMS]]
        row[_LABEL] = None if row[_LABEL] is None else labels[row[_LABEL]]
    return [*map(decoder(tuple[Section, ...]), sections)]
