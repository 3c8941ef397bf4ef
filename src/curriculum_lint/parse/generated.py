"""The regions of a file that are generated: ``<!-- curriculum-index:start -->`` to ``:end``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.source import Span
from .document import BlockKind, Document

_MARK = re.compile(r"<!--[ \t]*curriculum-index:(start|end)[ \t]*-->")


def generated_regions(document: Document) -> Iterator[Span]:
    """The regions, their comments included; one without an end goes on to the end of the file."""
    start: int | None = None
    for block in document.blocks:
        if block.kind not in (BlockKind.COMMENT, BlockKind.HTML):
            continue
        for match in _MARK.finditer(document.text, block.span.start, block.span.end):
            if match[1] == "start":
                start = match.start() if start is None else start
            elif start is not None:
                yield Span(start, match.end())
                start = None
    if start is not None:
        yield Span(start, len(document.text))
