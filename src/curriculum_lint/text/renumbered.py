"""Texts as they are whatever numbers and letters units have."""

from __future__ import annotations

import re

#: A number with the letter of a subsection behind it: 3, 2a.
_NUMBER = re.compile(r"\d+(?:[a-z]\b)?")
#: The letter of a subsection in a path: a_streams.
_LETTER = re.compile(r"(?<=/)[a-z](?=[-_])")


def without_numbers(text: str) -> str:
    """``text`` with every number as 0, and every letter of a subsection as a."""
    return _LETTER.sub("a", _NUMBER.sub("0", text))
