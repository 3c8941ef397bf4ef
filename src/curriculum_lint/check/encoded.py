"""A page and what was found in it as bytes: facts that nobody asks for are never decoded."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain
from typing import Any, NamedTuple, get_type_hints

from ..model.curriculum import Page
from ..model.outline import Exercise, Outline, Section
from ..parse.document import Document
from ..workspace.file_text import FileText, to_utf_8
from .engine import Coded

_DOCUMENT_HINTS = get_type_hints(Document)
#: The annotations of all facts.
HINTS = _DOCUMENT_HINTS | get_type_hints(Outline)
#: What is known without the record.
_NOT_STORED = frozenset({"path", "text", "line_starts"})
SECTIONS_OF_EXERCISES = "sections of exercises"
#: What is asked of all pages without anything else, and is short.
_SHORT_FACTS = ("title", "fragments", "fences", "effort", "label_forms")
#: What hardly any rule about the whole curriculum asks for. It is most of a record.
_RARE_FACTS = ("labels", "lists", "blocks", "code_spans", "undefined", "lettered", "footnotes")
_USUAL_FACTS = tuple(
    each.name
    for each in chain(fields(Document), fields(Outline))
    if each.name not in _NOT_STORED.union(_SHORT_FACTS, _RARE_FACTS)
)
#: The parts of a record that hold facts; one more holds what was found.
PARTS = (_SHORT_FACTS, _USUAL_FACTS, (*_RARE_FACTS, SECTIONS_OF_EXERCISES))
FOUND_PART = len(PARTS)
RARE_PART = FOUND_PART - 1
#: The bit of each fact in `EncodedPage.filled`.
BITS = {name: 1 << at for at, name in enumerate(chain(*PARTS))}
#: Shorter JSON is stored as it is. None begins with an "x", as what zlib writes does.
_SHORT = 80
_PACKED = b"x"
_LEVEL = 3
#: Facts hold no circles: not looking for them saves a seventh of the time.
_TO_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
HEADING, SECTIONS = (Exercise._fields.index(name) for name in ("heading", "sections"))
ITEMS, LABEL = (Section._fields.index(name) for name in ("items", "label"))


class EncodedPage(NamedTuple):
    """``body`` holds one part after the other, ``sizes`` is how long each is.

    A part has one line of JSON for each fact; ``filled`` has the bits of those that hold anything.
    Rare facts repeat much of the page's text, and are packed with it in mind.
    """

    sizes: tuple[int, ...]
    filled: int
    body: bytes

    def part(self, at: int, text: FileText) -> list[bytes]:
        """The lines of one part; ``text`` is that of the page."""
        start = sum(self.sizes[:at])
        written = self.body[start : start + self.sizes[at]]
        return _unpacked(written, text.utf_8 if at == RARE_PART else b"").split(b"\n")


def encode_page(page: Page, findings: list[Coded]) -> EncodedPage:
    """Everything about a page that `decode_page` is not given; ``findings`` are its own."""
    facts = {name: _fact(page, name) for name in BITS if name != SECTIONS_OF_EXERCISES}
    facts["exercises"] = tuple(_exercise_rows(page))
    facts[SECTIONS_OF_EXERCISES] = tuple(_section_rows(page))
    filled = sum(BITS[name] for name, value in facts.items() if value != ())
    rows = [[facts[name] for name in part] for part in PARTS]
    rows.append([page.unmet, page.is_reserved, findings])
    text = to_utf_8(page.document.text)
    parts = [_packed(each, text if at == RARE_PART else b"") for at, each in enumerate(rows)]
    return EncodedPage(tuple(map(len, parts)), filled, b"".join(parts))


def _fact(page: Page, name: str) -> Any:
    return getattr(page.document if name in _DOCUMENT_HINTS else page.outline, name)


def _packed(facts: list[Any], like: bytes = b"") -> bytes:
    """The facts as lines; ``like`` is something that they may repeat."""
    lines = "\n".join([_TO_JSON(each) if each != () else "[]" for each in facts]).encode("ascii")
    if len(lines) < _SHORT:
        return lines
    packer = zlib.compressobj(_LEVEL, zdict=like)
    return packer.compress(lines) + packer.flush()


def _unpacked(written: bytes, like: bytes) -> bytes:
    if not written.startswith(_PACKED):
        return written
    return zlib.decompressobj(zdict=like).decompress(written)


def _exercise_rows(page: Page) -> Iterator[list[Any]]:
    """The exercises without their sections, and with the index of a heading that opens them."""
    places = {id(each): at for at, each in enumerate(page.document.headings)}
    for exercise in page.outline.exercises:
        row: list[Any] = [*exercise]
        # What is no heading of the page is stored itself.
        row[HEADING] = places.get(id(exercise.heading), exercise.heading)
        row[SECTIONS] = None
        yield row


def _section_rows(page: Page) -> Iterator[list[list[Any]]]:
    """The sections of each exercise, with the places of their items and the index of a label."""
    labels = {id(each): at for at, each in enumerate(page.document.labels)}
    for exercise in page.outline.exercises:
        rows: list[list[Any]] = [[*section] for section in exercise.sections]
        for row, section in zip(rows, exercise.sections, strict=True):
            row[ITEMS] = [item.marker.start for item in section.items]
            row[LABEL] = None if section.label is None else labels[id(section.label)]
        yield rows
