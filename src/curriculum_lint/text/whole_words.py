"""Words inside of a text, where they are no part of longer ones."""

from __future__ import annotations

#: Behind this, scripts without blanks between words begin: 循环 may stand beside anything.
_LAST_SPACED = "\u2e7f"


def find_whole(text: str, words: str) -> int:
    """Where ``words`` stand in ``text``, -1 where they do not: "a" is not in "Day"."""
    at = text.find(words) if words else -1
    while at >= 0 and not _stands_alone(text, at, at + len(words)):
        at = text.find(words, at + 1)
    return at


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (
        _is_joined(text[start - 1 : start + 1] if start else "")
        or _is_joined(text[end - 1 : end + 1])
    )


def _is_joined(pair: str) -> bool:
    """Whether two characters are one beside the other in a word."""
    return len(pair) == 2 and all(char.isalnum() and char <= _LAST_SPACED for char in pair)
