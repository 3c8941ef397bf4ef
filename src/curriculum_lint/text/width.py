"""How much room text takes on a terminal, in columns."""

from __future__ import annotations

import unicodedata
from itertools import accumulate


def character_width(character: str) -> int:
    """0 for a mark on the letter before it, 2 for the wide signs of East Asia, 1 otherwise."""
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def text_width(text: str) -> int:
    """The columns of ``text``, which has no control characters."""
    return len(text) if text.isascii() else sum(map(character_width, text))


def cut_to_width(text: str, columns: int, sign: str = "…") -> str:
    """``text``, or what fits of it with ``sign`` behind it."""
    # Only marks take no room, and a letter with many of them is an attack.
    most = columns * 3
    if len(text) <= most and text_width(text) <= columns:
        return text
    text = text[:most]
    room = columns - text_width(sign)
    fitting = sum(1 for total in accumulate(map(character_width, text)) if total <= room)
    return text[:fitting].rstrip() + sign


def padded(text: str, columns: int) -> str:
    """``text`` with blanks behind it, as wide as ``columns``."""
    return text + " " * (columns - text_width(text))
