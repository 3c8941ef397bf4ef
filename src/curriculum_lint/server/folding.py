"""What of a document can be folded away."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import FoldingRange, FoldingRangeKind

from ..model.curriculum import Page
from ..parse.document import BlockKind
from ..parse.front_matter import front_matter_lines
from ..text.source import Span, normalise_line_ends
from .view import CurriculumView


def fold(view: CurriculumView, page: Page) -> list[FoldingRange]:
    """What is below each heading and label; fences, lists, comments and generated regions."""
    lines, text = view.lines(page.path), page.document.text
    found: dict[tuple[int, int], FoldingRange] = {}
    for span, kind in _spans(page):
        end = span.start + len(text[slice(*span)].rstrip())
        first, last = lines.position(span.start).line, lines.position(end).line
        if last > first:
            found.setdefault((first, last), FoldingRange(first, last, kind=kind))
    return [found[each] for each in sorted(found)]


def _spans(page: Page) -> Iterator[tuple[Span, FoldingRangeKind | None]]:
    document = page.document
    metadata = front_matter_lines(normalise_line_ends(document.text).split("\n"))
    starts = (*document.line_starts, len(document.text))
    yield Span(0, starts[metadata]), FoldingRangeKind.Region
    for heading in document.headings:
        later = (
            h.span.start
            for h in document.headings
            if h.span.start > heading.span.start and h.level <= heading.level
        )
        yield Span(heading.span.start, next(later, len(document.text))), None
    yield from ((fence.span, None) for fence in document.fences)
    yield from ((each.span, None) for each in document.lists)
    for region in document.generated:
        yield region.span, FoldingRangeKind.Region
    for block in document.blocks:
        if block.kind is BlockKind.COMMENT:
            yield block.span, FoldingRangeKind.Comment
        elif block.kind is BlockKind.TABLE:
            yield block.span, None
