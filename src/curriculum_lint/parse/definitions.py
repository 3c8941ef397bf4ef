"""Link reference definitions: ``[label]: destination "title"``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .alignment import align_raw
from .document import Link, LinkKind

if TYPE_CHECKING:
    from markdown_it.token import Token

    from .alignment import Lines

#: Blanks, one line break, and the quote marks of the next line.
_GAP = re.compile(r"[ \t]*(?:\n[ \t>]*)?")


def read_definition(token: Token, lines: Lines) -> Link:
    """The facts of a ``definition`` token."""
    first, last = token.map or (0, 1)
    text = "\n".join(lines.texts[first:last])
    start = text.index("[")
    gap = _GAP.match(text, _colon(text, start) + 1)
    left, right = _target(text, gap.end() if gap else start)
    alignment = align_raw(lines, first, last)
    return Link(
        LinkKind.DEFINITION,
        # The library lets a backslash at the end of the line escape the line break.
        str(token.meta["url"]).removesuffix("\n"),
        alignment.span(start, len(text.rstrip(" \t\n"))),
        alignment.span(left, right),
        str(token.meta["label"]),
        str(token.meta["id"]),
    )


def _colon(text: str, start: int) -> int:
    """The colon behind the label that begins at ``start``: the first behind a bare bracket."""
    escaped = False
    for at in range(start, len(text)):
        if text[at] == "]" and not escaped:
            return at + 1
        escaped = text[at] == "\\" and not escaped
    return start


def _target(text: str, at: int) -> tuple[int, int]:
    from markdown_it.helpers import parseLinkDestination

    found = parseLinkDestination(text, at, len(text)).pos
    return (at + 1, found - 1) if text.startswith("<", at) else (at, max(at, found))
