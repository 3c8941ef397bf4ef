"""Titles and keys, cut to what a page can hold."""

from __future__ import annotations

import re

from ..text.sentences import shortened

_LONGEST_TITLE = 200
_PARTED = re.compile(r"\s*[:|：]\s*|\s+[–—-]\s+")


def short_title(text: str) -> str:
    """A title that fits a page, whatever a readme has for one."""
    return shortened(text, _LONGEST_TITLE)


def title_within(title: str, whole: str) -> str:
    """``title`` without that of the whole in front: "A Course: Loops" is "Loops" there."""
    rest = title[len(whole) :]
    parted = _PARTED.match(rest) if title.casefold().startswith(whole.casefold()) else None
    return rest[parted.end() :] if parted and whole and rest[parted.end() :] else title


def key_of(text: str) -> str:
    """A key of the index as part of an element's id: without blanks."""
    return "_".join(text.split())
