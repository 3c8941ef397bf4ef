"""What of a page is prose, in which words may name units."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.curriculum import Page
from ...parse.document import BlockKind
from ...text.source import Span


def not_prose(page: Page) -> Iterator[Span]:
    """What of a page is code, a comment, a destination, or generated."""
    document = page.document
    for block in document.blocks:
        if block.kind in (BlockKind.CODE, BlockKind.COMMENT):
            yield block.span
    yield from document.code_spans
    yield from (link.target for link in document.links if link.target is not None)
    yield from (region.span for region in document.generated)
