"""Texts as UTF-8, also those with names of files in them that are none.

Python holds such a name with half a surrogate pair for each byte that it cannot read; UTF-8 has
nothing to write for one.
"""

from __future__ import annotations


def utf_8(text: str) -> bytes:
    """``text`` in UTF-8, with a question mark for each half of a surrogate pair."""
    return text.encode("utf-8", "replace")


def writable(text: str) -> str:
    """``text`` with a question mark for each half of a surrogate pair."""
    return utf_8(text).decode("utf-8")
