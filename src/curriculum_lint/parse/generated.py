"""The regions of a file that are generated: ``<!-- curriculum-index:start -->`` to ``:end``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .document import BlockKind, Document, GeneratedRegion, RegionKind, RegionState

_MARK = late_pattern(
    r"(?:^|(?<=\r))[ ]{0,3}(<!--[ \t]*curriculum-(index|graph):(start|end)[ \t]*-->)", re.MULTILINE
)


class _Mark:
    def __init__(self, match: re.Match[str]) -> None:
        self.span = Span(*match.span(1))
        self.kind = RegionKind(match[2])
        self.opens = match[3] == "start"


def generated_regions(document: Document) -> Iterator[GeneratedRegion]:
    """The regions, in order; a mark without its other half is one too, with nothing in it."""
    opened: _Mark | None = None
    for mark in _marks(document):
        if not mark.opens and opened is not None and opened.kind is mark.kind:
            yield _region(opened, mark)
            opened = None
            continue
        if opened is not None:
            yield _half(opened)
            opened = None
        if mark.opens:
            opened = mark
        else:
            yield _half(mark)
    if opened is not None:
        yield _half(opened)


def region_start(kind: RegionKind) -> str:
    """The comment that begins a region."""
    return f"<!-- curriculum-{kind}:start -->"


def region_end(kind: RegionKind) -> str:
    """The comment that ends a region."""
    return f"<!-- curriculum-{kind}:end -->"


def _marks(document: Document) -> Iterator[_Mark]:
    for block in document.blocks:
        if block.kind in (BlockKind.COMMENT, BlockKind.HTML) and not block.depth:
            # The block may begin behind the blanks that its line begins with.
            start = max(document.text.rfind(end, 0, block.span.start) for end in "\r\n") + 1
            for match in _MARK.finditer(document.text, start, block.span.end):
                yield _Mark(match)


def _region(first: _Mark, last: _Mark) -> GeneratedRegion:
    content = Span(first.span.end, last.span.start)
    span = Span(first.span.start, last.span.end)
    return GeneratedRegion(first.kind, RegionState.WHOLE, span, content)


def _half(mark: _Mark) -> GeneratedRegion:
    state = RegionState.NOT_ENDED if mark.opens else RegionState.NOT_STARTED
    return GeneratedRegion(mark.kind, state, mark.span, Span(mark.span.end, mark.span.end))
