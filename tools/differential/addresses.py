"""The addresses in the attributes of one HTML tag."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .html_tokens import Tag

_PLAIN = frozenset({"href", "src", "poster"})
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"'()]*))\s*\)""", re.IGNORECASE)


def addresses_of(tag: Tag) -> Iterator[str]:
    """Each address, without the blanks around it."""
    for name, value in tag.attributes.items():
        if (name in _PLAIN and tag.name != "base") or (tag.name, name) == ("object", "data"):
            yield value.strip()
        elif name == "srcset":
            yield from _candidates(value)
        elif name == "style":
            yield from (next(filter(None, found.groups()), "") for found in _URL.finditer(value))


def _candidates(srcset: str) -> Iterator[str]:
    """HTML's steps: an address ends at a blank; one that ends in commas has no descriptor."""
    rest = srcset.lstrip(" \t\n\f\r,")
    while rest:
        address = re.split(r"[ \t\n\f\r]", rest, maxsplit=1)[0]
        rest = rest[len(address) :]
        yield address.rstrip(",")
        if not address.endswith(","):
            rest = _behind_descriptors(rest)
        rest = rest.lstrip(" \t\n\f\r,")


def _behind_descriptors(text: str) -> str:
    """What follows the next comma that stands in no parentheses."""
    inside = False
    for at, character in enumerate(text):
        inside = character == "(" or (inside and character != ")")
        if character == "," and not inside:
            return text[at + 1 :]
    return ""
