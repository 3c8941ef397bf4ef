"""Numbers that a text states of itself: "**20** exercises", "with 10 modules"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.regions import Regions
from ..text.source import Span
from .document import BlockKind, Document, StatedCount

_DIGIT = re.compile(r"\d")
_COUNT = re.compile(
    r"(?<![\w.,/#$€£-])(?:\*\*|__)?(?P<number>\d{1,5})(?:\*\*|__)?[ \u00a0]"
    r"(?:\*\*|__)?(?P<noun>[^\W\d_]{3,30})\b",
)
#: Words before a number that make it a part or a bound, not the whole.
_PART = re.compile(
    r"(?:first|last|next|previous|least|most|about|around|over|than|any|other|another|only|of|to|"
    r"every|each|these|those|remaining|exercise|exercises|module|step|chapter|up|after|"
    r"in|within|from|between|and|or|[-–—+×~≈<>=])[ ]*(?:the[ ]*)?\Z",
    re.IGNORECASE,
)
_PER = re.compile(
    r"[ ]*(?:per|each|a (?:day|week|month)|or (?:more|fewer|so)|at (?:most|least)|/)", re.IGNORECASE
)


def stated_counts(document: Document) -> Iterator[StatedCount]:
    """The counts that paragraphs claim as the whole, outside code and links."""
    hidden = Regions([*document.code_spans, *(link.span for link in document.links)])
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            yield from _in_block(document.text, block.span, hidden)


def _in_block(text: str, block: Span, hidden: Regions) -> Iterator[StatedCount]:
    if not _DIGIT.search(text, block.start, block.end):
        return
    for match in _COUNT.finditer(text, block.start, block.end):
        at = match.start("number")
        before = text[max(block.start, match.start() - 24) : match.start()]
        if _PART.search(before) or _PER.match(text, match.end()):
            continue
        if not hidden.hold(at):
            span = Span(at, match.end("number"))
            yield StatedCount(int(match["number"]), match["noun"].casefold(), span)
