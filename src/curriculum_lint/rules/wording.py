"""Words that the messages of several rules share."""

from __future__ import annotations

from collections.abc import Iterable

from ..text.phrases import listed


def sentence_start(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def quoted_list(words: Iterable[str], joint: str = "or") -> str:
    """``“a”, “b” or “c”``."""
    return listed([f"“{word}”" for word in words], joint)


def number_range(first: str, last: str, *, adjacent: bool = False) -> str:
    """``3``, ``3 and 4`` (they are ``adjacent``) or ``3 to 7``."""
    if first == last:
        return first
    return f"{first} and {last}" if adjacent else f"{first} to {last}"
