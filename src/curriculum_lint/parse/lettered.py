"""Lines such as ``a) …`` and ``b. …``: lists to people, but not in CommonMark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .document import LetteredItem

if TYPE_CHECKING:
    from .alignment import Alignment

_LETTERED = re.compile(r"^[ \t]*((?:\*\*|__)?([a-z])[.)](?:\*\*|__)?)(?=[ \t]+\S)", re.MULTILINE)

#: What stands behind a letter, and what may stand before one.
_BEHIND = (".", ")")
_BEFORE = (" ", "\t", "*", "_")


def lettered_lines(content: str, alignment: Alignment, item: int) -> Iterator[LetteredItem]:
    """The lettered lines of one paragraph; ``item`` is the list item around it, or -1."""
    if "\n" not in content:
        is_plain = content[1:2] not in _BEHIND and content[:1] not in _BEFORE
        if is_plain or not _LETTERED.match(content):
            return
    for match in _LETTERED.finditer(content):
        end = content.find("\n", match.end())
        whole = alignment.span(match.start(1), len(content) if end < 0 else end)
        marker = alignment.span(match.start(1), match.end(1))
        yield LetteredItem(match[2], whole, marker, item, match.start() == 0)
