"""What of a page is prose, in which words may name units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.curriculum import Page
from ...parse.document import BlockKind
from ...text.late_pattern import late_pattern
from ...text.source import Span

#: What begins a diagram: its labels are words for people.
_DIAGRAM = late_pattern(r"(?:`{3,}|~{3,})[ \t]*\{?mermaid\b", re.IGNORECASE)


def not_prose(page: Page) -> Iterator[Span]:
    """What of a page is code, a comment, a destination, or generated."""
    document = page.document
    for block in document.blocks:
        is_code = block.kind is BlockKind.CODE and not _DIAGRAM.match(
            document.text, block.span.start
        )
        if is_code or block.kind is BlockKind.COMMENT:
            yield block.span
    yield from document.code_spans
    yield from (link.target for link in document.links if link.target is not None)
    yield from (region.span for region in document.generated)
