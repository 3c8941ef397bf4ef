"""What a character of a document stands in: prose, or something in which it means more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum

from ...parse.document import BlockKind, Document
from ...text.late_pattern import late_pattern
from ...text.regions import Regions
from ...text.source import Span

_CODE_TAG = late_pattern(r"<(code|pre|kbd|samp)\b", re.IGNORECASE)
#: What begins a heading or an item only if a plain space follows.
_MARKER = late_pattern(r"[ \t>]*(?:#{1,6}|[-*+]|\d{1,9}[.)])\Z")
_LONGEST_MARKER = 80


class TextPlace(Enum):
    """Where a character stands; the value is how a message says so."""

    PROSE = ""
    CODE = " in code"
    DESTINATION = " in a destination"
    HEADING = " in a heading"
    LINK = " in a link"
    #: Right behind the ``#`` or ``-`` with which a line begins.
    MARKER = " behind a marker"


class TextPlaces:
    """The places of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = [each.span for each in document.blocks if each.kind is BlockKind.CODE]
        self._regions = (
            (TextPlace.CODE, Regions(_code(document))),
            (
                TextPlace.DESTINATION,
                Regions(each.target for each in document.links if each.target),
            ),
            (TextPlace.HEADING, Regions(heading.span for heading in document.headings)),
            (TextPlace.LINK, Regions(link.span for link in document.links)),
        )

    def at(self, offset: int) -> TextPlace:
        """What the character at ``offset`` stands in; the innermost counts."""
        for place, regions in self._regions:
            if regions.hold(offset):
                return place
        return TextPlace.MARKER if self._is_behind_marker(offset) else TextPlace.PROSE

    def block_of_code(self, offset: int) -> int:
        """Where the block of code around ``offset`` begins; ``offset`` itself in a line of text."""
        at = bisect_right(self._blocks, offset, key=lambda span: span.start) - 1
        is_inside = at >= 0 and offset < self._blocks[at].end
        return self._blocks[at].start if is_inside else offset

    def line_before(self, offset: int) -> str:
        """What stands on the line before ``offset``."""
        start = self._document.line_starts[self._document.line(offset) - 1]
        return self._document.text[start:offset]

    def _is_behind_marker(self, offset: int) -> bool:
        before = self.line_before(offset)
        return len(before) < _LONGEST_MARKER and _MARKER.match(before) is not None


def _code(document: Document) -> Iterator[Span]:
    """Code spans, fences, indented code, and what stands in HTML tags for code."""
    yield from (block.span for block in document.blocks if block.kind is BlockKind.CODE)
    yield from document.code_spans
    yield from _html_code(document.text)


def _html_code(text: str) -> Iterator[Span]:
    lowered, at = text.lower(), 0
    # Rare letters get longer in lower case; then the offsets would be wrong.
    if len(lowered) != len(text):
        return
    unclosed: set[str] = set()
    while (opening := _CODE_TAG.search(lowered, at)) is not None:
        at, name = opening.end(), opening[1]
        end = -1 if name in unclosed else lowered.find(f"</{name}", at)
        if end < 0:
            unclosed.add(name)
        else:
            at = end
            yield Span(opening.start(), end)
