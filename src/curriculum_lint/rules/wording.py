"""Words that the messages of several rules share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..text.phrases import listed


def sentence_start(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def quoted_list(words: Iterable[str], joint: str = "or") -> str:
    """``“a”, “b” or “c”``."""
    return listed([f"“{word}”" for word in words], joint)


def excerpt(text: str, most: int = 60) -> str:
    """The beginning of a text that is too long for a message."""
    return text if len(text) <= most else f"{text[:most]}…"


def first_few(words: Sequence[str], most: int) -> str:
    """``a, b and 5 more``: those that do not fit into a message are counted."""
    rest = len(words) - most
    return listed([*words[:most], f"{rest} more"] if rest > 0 else words)


def number_range(first: str, last: str, *, adjacent: bool = False) -> str:
    """``3``, ``3 and 4`` (they are ``adjacent``) or ``3 to 7``."""
    if first == last:
        return first
    return f"{first} and {last}" if adjacent else f"{first} to {last}"
