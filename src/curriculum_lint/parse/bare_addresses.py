"""Addresses that are links without being marked as such: ``https://…``, ``www.…``, ``a@b.c``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from ..text.source import Span

_SCHEME = late_pattern(r"(?<![A-Za-z])(?:https?|ftp)\Z", re.IGNORECASE)
_LONGEST_SCHEME = len("https")
_STOP = late_pattern(r"[ \t\n\v\f\r<]")
_ENTITY_END = late_pattern(r"&[A-Za-z]+;\Z")
_TRAILING = "?!.,:*_~'\""
_BEFORE_WWW = " \t\n\v\f\r*_~("
_SPACES = frozenset(" \t\n\f\r\xa0\u1680\u202f\u205f\u3000") | {
    chr(code) for code in range(0x2000, 0x200B)
}
#: Hosts of more parts may have underscores anywhere.
_MOST_PARTS = 10
_MAIL = late_pattern(
    r"(?P<scheme>(?<![A-Za-z0-9])(?:mailto:|xmpp:))?(?P<local>[A-Za-z0-9.+_-]++)@"
    r"(?P<domain>(?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9]))++)(?!@)"
)


class Mailbox(NamedTuple):
    """An address of a mailbox, and where it stands."""

    destination: str
    span: Span


def find_url(text: str, colon: int, first: int) -> Span | None:
    """The address whose ``://`` stands at ``colon``; its scheme begins at ``first`` or later."""
    scheme = _SCHEME.search(text, max(first, colon - _LONGEST_SCHEME), colon)
    host = colon + 3
    if scheme is None or not _is_of_host(text[host : host + 1]):
        return None
    domain = _domain_end(text, host)
    if domain is None:
        return None
    return Span(scheme.start(), _trimmed(text, colon, _end(text, domain.end)))


def find_www(text: str, start: int) -> Span | None:
    """The address whose ``www.`` stands at ``start``."""
    if start and text[start - 1] not in _BEFORE_WWW:
        return None
    domain = _domain_end(text, start)
    if domain is None or not domain.parts:
        return None
    end = _trimmed(text, start, _end(text, domain.end))
    return Span(start, end) if end > start else None


def find_mailboxes(text: str) -> Iterator[Mailbox]:
    """The mailboxes in a piece of text."""
    for match in _MAIL.finditer(text):
        domain = match["domain"]
        if "." in domain and (domain[-1].isalpha() or domain[-1] == "."):
            written = match[0]
            yield Mailbox(written if match["scheme"] else f"mailto:{written}", Span(*match.span()))


class _Domain(NamedTuple):
    end: int
    parts: int


def _domain_end(text: str, start: int) -> _Domain | None:
    """Where a host ends; ``None`` for underscores in its last two parts."""
    before = last = count = 0
    at = start + 1
    while at < len(text) - 1:
        char = text[at]
        if char == "_":
            last += 1
        elif char == ".":
            before, last, count = last, 0, count + 1
        elif char != "-" and not _is_of_host(char):
            break
        at += 1
        if not char.isascii():
            break
    if (before or last) and count <= _MOST_PARTS:
        return None
    return _Domain(at, count)


def _is_of_host(char: str) -> bool:
    if not char or char in _SPACES:
        return False
    return char.isalnum() if char.isascii() else not unicodedata.category(char).startswith("P")


def _end(text: str, at: int) -> int:
    stop = _STOP.search(text, at)
    return stop.start() if stop else len(text)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without punctuation, and without parentheses that were not opened."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        last = text[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        elif last in _TRAILING:
            end -= 1
        elif last == ";":
            entity = _ENTITY_END.search(text, start, end)
            end = entity.start() if entity else end - 1
        else:
            break
    return end
