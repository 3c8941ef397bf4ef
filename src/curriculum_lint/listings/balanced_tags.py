"""Whether the tags of HTML in a text begin and end in it."""

from __future__ import annotations

from collections import Counter

from ..text.late_pattern import late_pattern

_TAG = late_pattern(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*?(/?)>")
_VOID = frozenset({"br", "img", "hr", "input", "wbr"})


def is_balanced(text: str) -> bool:
    """Whether every tag that is opened is closed, and none is closed that was not opened."""
    found = _open_tags(text)
    return found is not None and not found


def opens(text: str) -> bool:
    """Whether tags stay open."""
    return bool(_open_tags(text))


def _open_tags(text: str) -> Counter[str] | None:
    """How many of each tag stay open, ``None`` where one is closed that was not opened."""
    found: Counter[str] = Counter()
    for closing, name, empty in _TAG.findall(text):
        if not empty and name.casefold() not in _VOID:
            found[name.casefold()] += -1 if closing else 1
            if found[name.casefold()] < 0:
                return None
    return +found
