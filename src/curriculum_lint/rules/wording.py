"""Words that the messages of several rules share."""

from __future__ import annotations

from collections.abc import Iterable


def sentence_start(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def quoted_list(words: Iterable[str], joint: str = "or") -> str:
    """``“a”, “b” or “c”``."""
    return plain_list([f"“{word}”" for word in words], joint)


def plain_list(words: Iterable[str], joint: str = "or") -> str:
    """``a, b or c``."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def counted(count: int, noun: str) -> str:
    """``1 exercise``, ``3 exercises``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def number_range(first: str, last: str, *, adjacent: bool = False) -> str:
    """``3``, ``3 and 4`` (they are ``adjacent``) or ``3 to 7``."""
    if first == last:
        return first
    return f"{first} and {last}" if adjacent else f"{first} to {last}"
