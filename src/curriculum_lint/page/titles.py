"""Titles and keys, cut to what a page can hold."""

from __future__ import annotations

from ..text.sentences import shortened

_LONGEST_TITLE = 200


def short_title(text: str) -> str:
    """A title that fits a page, whatever a readme has for one."""
    return shortened(text, _LONGEST_TITLE)


def key_of(text: str) -> str:
    """A key of the index as part of an element's id: without blanks."""
    return "_".join(text.split())
