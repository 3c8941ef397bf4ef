"""What an HTML attribute means: its entities, and the addresses in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from .document import LinkKind

_ENTITY = late_pattern(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z0-9]+;?=?)")
_BLANKS = " \t\n\f\r"
_URL = late_pattern(
    r"""url\([ \t\n\f\r]*(?:"([^"]*)"|'([^']*)'|([^ \t\n\f\r"'()]*))[ \t\n\f\r]*\)""", re.IGNORECASE
)
#: The attributes that are one address, in any element.
_ADDRESSES = {
    "href": LinkKind.HTML_LINK,
    "src": LinkKind.HTML_SOURCE,
    "poster": LinkKind.HTML_SOURCE,
}
_DESCRIPTOR_END = late_pattern(r"(?:[^,(]|\([^)]*(?:\)|\Z))*(?:,|\Z)")


class WrittenAddress(NamedTuple):
    """An address as it is written at ``start:end`` of an attribute's value."""

    kind: LinkKind
    start: int
    end: int


def decode_attribute(written: str) -> str:
    """The value of an attribute.

    A name without its semicolon counts where no letter, digit or ``=`` follows: ``&copy`` alone
    is a sign, ``&copyright`` and ``?a&copy=1`` are not.
    """
    return _ENTITY.sub(_decoded, written) if "&" in written else written


def encode_attribute(value: str) -> str:
    """``value`` as it can be written in an attribute, with the fewest entities."""
    return _ENTITY.sub(_encoded, value) if "&" in value else value


def _encoded(match: re.Match[str]) -> str:
    written = match[0]
    return written if _decoded(match) == written else f"&amp;{written[1:]}"


def _decoded(match: re.Match[str]) -> str:
    from html import unescape
    from html.entities import html5

    written = match[0]
    if written[1] == "#":
        return unescape(written)
    if written.endswith(";="):
        return html5.get(written[1:-1], written[:-1]) + "="
    return html5.get(written[1:], written)


def addresses_in(element: str, name: str, written: str) -> Iterator[WrittenAddress]:
    """The addresses in the attribute ``name`` of an element, whose value is ``written``."""
    if name == "srcset":
        yield from _candidates(written)
    elif name == "style":
        for found in _URL.finditer(written):
            group = found.lastindex or 3
            yield WrittenAddress(LinkKind.HTML_STYLE, *found.span(group))
    elif (element, name) == ("object", "data"):
        yield WrittenAddress(LinkKind.HTML_SOURCE, 0, len(written))
    elif name in _ADDRESSES and element != "base":
        yield WrittenAddress(_ADDRESSES[name], 0, len(written))


def _candidates(written: str) -> Iterator[WrittenAddress]:
    """The images of a ``srcset``, without what says for which screens they are."""
    at = 0
    while True:
        while at < len(written) and written[at] in f"{_BLANKS},":
            at += 1
        start = at
        while at < len(written) and written[at] not in _BLANKS:
            at += 1
        if at == start:
            return
        end = start + len(written[start:at].rstrip(","))
        yield WrittenAddress(LinkKind.HTML_SRCSET, start, end)
        if end == at:
            at = _DESCRIPTOR_END.match(written, at).end()  # type: ignore[union-attr]
