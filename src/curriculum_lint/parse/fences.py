"""Fenced code blocks: where they end, and whether they do."""

from __future__ import annotations

import re

from ..text.source import Span
from .alignment import Lines
from .document import Fence
from .leaves import FencedCode

#: What containers put before a line: quote marks, list markers and blanks.
_CONTAINERS = re.compile(r"[ \t>]*")


def read_fence(code: FencedCode, lines: Lines) -> Fence:
    """The facts of a block of fenced code."""
    closing = code.closing
    end = code.end if closing is None else lines.starts[closing]
    start = lines.starts[code.row + 1] if code.row < code.last else end
    glued = _glued(code, lines) if closing is None else None
    return Fence(code.info, code.span, Span(min(start, end), end), closing is not None, glued)


def _glued(code: FencedCode, lines: Lines) -> Span | None:
    """The first line inside that begins like the fence's end, with text behind it."""
    for row in range(code.row + 1, code.last + 1):
        text = lines.texts[row]
        at = _CONTAINERS.match(text).end()  # type: ignore[union-attr]
        rest = text[at:].lstrip(code.mark[0])
        if text.startswith(code.mark, at) and rest.strip():
            return Span(lines.starts[row] + at, lines.starts[row] + len(text.rstrip()))
    return None
