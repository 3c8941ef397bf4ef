"""Words that the messages of several rules share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..parse.document import Document
from ..text.phrases import listed
from ..text.source import Span

#: So many lines are named.
_MOST_LINES = 8


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


def also_on(document: Document, places: Iterable[Span]) -> str:
    """``It is also on lines 3, 5 and 2 more.``, of all places but the first; empty for none."""
    others = list(dict.fromkeys(document.line(place.start) for place in places))[1:]
    if not others:
        return ""
    shown = first_few([str(line) for line in others], _MOST_LINES)
    return f"It is also on {'line' if len(others) == 1 else 'lines'} {shown}."


def number_range(first: str, last: str, *, adjacent: bool = False) -> str:
    """``3``, ``3 and 4`` (they are ``adjacent``) or ``3 to 7``."""
    if first == last:
        return first
    return f"{first} and {last}" if adjacent else f"{first} to {last}"
