"""Fenced code blocks: where they end, and whether they do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text.source import Span
from .document import Fence

if TYPE_CHECKING:
    from markdown_it.token import Token

    from .alignment import Lines

#: What containers put before a line: quote marks, list markers and blanks.
_CONTAINERS = re.compile(r"[ \t>]*")


def read_fence(token: Token, lines: Lines, span: Span) -> Fence:
    """The facts of a ``fence`` token that stands at ``span``."""
    first, last = token.map or (0, 1)
    closed = last - first - 1 > _line_count(token.content)
    end = lines.starts[last - 1] if closed else span.end
    start = lines.starts[first + 1] if last > first + 1 else end
    content = Span(min(start, end), end)
    glued = None if closed else _glued(lines, first + 1, last, token.markup)
    return Fence(token.info.strip(), span, content, closed, glued)


def _line_count(content: str) -> int:
    return content.count("\n") + (not content.endswith("\n") and content != "")


def _glued(lines: Lines, first: int, last: int, markup: str) -> Span | None:
    """The first line inside that begins like the fence's end, with text behind it."""
    for row in range(first, last):
        text = lines.texts[row]
        at = _CONTAINERS.match(text).end()  # type: ignore[union-attr]
        rest = text[at:].lstrip(markup[0])
        if text.startswith(markup, at) and rest.strip():
            return Span(lines.starts[row] + at, lines.starts[row] + len(text.rstrip()))
    return None
