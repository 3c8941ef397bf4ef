"""What a page says of itself: from what it was made, and what it was when it was made.

So a check knows whether it is up to date without making it anew.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from ..text.utf_8 import utf_8

#: How the files beside the first one begin, where they are no pages themselves.
PART = "/* A part of a page by curriculum-lint. */\n"
_BYTES = 16
_NONE = "0" * 2 * _BYTES
_SEAL = re.compile(r'<meta name="curriculum-seal" content="([0-9a-f]+) ([0-9a-f]+)">')
#: The element stands near the beginning: nothing that a readme says stands before it.
_NEAR = 4_000


def origin_of(*parts: str) -> str:
    """A digest of everything that a page is made from."""
    found = blake2b(digest_size=_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


def sealed(text: str, origin: str) -> str:
    """``text``, which holds an empty seal, with one that says what it was made from."""
    empty = seal_element(origin)
    return text.replace(empty, empty.replace(_NONE, digest_of(text)), 1)


def seal_element(origin: str) -> str:
    """The element of a page that is not sealed yet."""
    return f'<meta name="curriculum-seal" content="{origin} {_NONE}">'


def seal(text: str) -> tuple[str, str] | None:
    """What ``text`` was made from, and the digest that it had; ``None`` without a seal."""
    found = _SEAL.search(text, 0, _NEAR)
    return (found[1], found[2]) if found else None


def digest_of(text: str) -> str:
    """The digest of a page without the digest in it."""
    found = _SEAL.search(text, 0, _NEAR)
    if found:
        text = f"{text[: found.start(2)]}{_NONE}{text[found.end(2) :]}"
    return blake2b(utf_8(text), digest_size=_BYTES).hexdigest()
