"""Raw HTML: tags, the attributes that matter, and comments, each with its place.

Markdown lets HTML be anything, so this is a scanner, not a parser: it never fails, never goes
back, and reads each character a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text.late_pattern import late_pattern
from .attributes import decode_attribute


class Attribute(NamedTuple):
    """``value`` is decoded; ``start:end`` is where it stands, without quotes."""

    name: str
    value: str
    start: int
    end: int


class Tag(NamedTuple):
    """A start or end tag. Names are lower-case; offsets are in the scanned text."""

    name: str
    closing: bool
    attributes: tuple[Attribute, ...]
    start: int
    end: int


class Comment(NamedTuple):
    """``<!-- text -->``."""

    text: str
    start: int
    end: int


_OPENING = late_pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_NAME = late_pattern(r"[\s/]*([^\s\"'<>/=]+)")
_EQUALS = late_pattern(r"\s*=\s*")
_BARE = re.compile(r"[^\s>]*")
#: Elements whose content is not markup.
_RAW = ("script", "style", "textarea")
_RAW_END = {name: re.compile(f"</{name}", re.IGNORECASE | re.ASCII) for name in _RAW}
#: What may stand between the attributes and the end of a tag.
_TAG_END = re.compile(r"[^<>]*>")
#: A comment may also end right where it begins.
_SHORT_COMMENT = re.compile(r"<!---?>")


def scan(text: str, at: int = 0) -> Iterator[Tag | Comment]:
    """The tags and comments of ``text`` from ``at`` on, in order."""
    while (at := text.find("<", at)) >= 0:
        found = _comment(text, at) if text.startswith(("<!", "<?"), at) else _tag(text, at)
        if found is None:
            at += 1
            continue
        yield found
        at = found.end
        if isinstance(found, Tag) and is_raw(found):
            at = raw_end(found.name, text, at)


def is_raw(tag: Tag) -> bool:
    """Whether what follows a tag is not markup."""
    return tag.name in _RAW and not tag.closing


def raw_end(name: str, text: str, at: int) -> int:
    """Where the end tag of such an element stands, or the end of the text."""
    closing = _RAW_END[name].search(text, at)
    return closing.start() if closing else len(text)


def _comment(text: str, start: int) -> Comment:
    if short := _SHORT_COMMENT.match(text, start):
        return Comment("", start, short.end())
    if not text.startswith("<!--", start):
        # What begins like a declaration is to browsers a comment up to the next bracket.
        return Comment("", start, text.find(">", start) + 1 or len(text))
    end = text.find("-->", start + 4)
    if end < 0:
        return Comment(text[start + 4 :], start, len(text))
    return Comment(text[start + 4 : end], start, end + 3)


def _tag(text: str, start: int) -> Tag | None:
    opening = _OPENING.match(text, start)
    if opening is None:
        return None
    attributes: list[Attribute] = []
    at = opening.end()
    while (name := _NAME.match(text, at)) is not None:
        attribute, at = _attribute(text, name)
        attributes.append(attribute)
    end = _TAG_END.match(text, at)
    if end is None:
        return None
    return Tag(opening[2].lower(), bool(opening[1]), tuple(attributes), start, end.end())


def _attribute(text: str, name: re.Match[str]) -> tuple[Attribute, int]:
    """The attribute whose name was matched, and the offset behind it."""
    equals = _EQUALS.match(text, name.end())
    if equals is None:
        return Attribute(name[1].lower(), "", name.end(), name.end()), name.end()
    start = equals.end()
    quote = text[start : start + 1]
    closing = text.find(quote, start + 1) if quote and quote in "\"'" else -1
    if closing >= 0:
        value = text[start + 1 : closing]
        return Attribute(name[1].lower(), decode_attribute(value), start + 1, closing), closing + 1
    if quote and quote in "\"'":
        # An unclosed quote ends the tag's attributes: scanning goes on behind it.
        return Attribute(name[1].lower(), "", start, start), start + 1
    end = _BARE.match(text, start).end()  # type: ignore[union-attr]
    return Attribute(name[1].lower(), decode_attribute(text[start:end]), start, end), end
