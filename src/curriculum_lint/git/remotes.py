"""Which repositories on GitHub or GitLab a clone is a copy of."""

from __future__ import annotations

import os
import re

from ..text.late_pattern import late_pattern
from .places import find_places

_URL = late_pattern(
    r"^[ \t]*(?:push)?url[ \t]*=[ \t]*\S*\bgit(?:hub|lab)\.com[:/]+([^/\s]+/[^/\s]+?)(?:\.git)?/?"
    r"[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST = 1_000_000


def remote_names(root: str) -> frozenset[str]:
    """``owner/name`` of every remote of the repository around ``root``, in lower case."""
    places = find_places(root)
    if places is None:
        return frozenset()
    path = os.path.join(places.shared, "config")
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read(_LONGEST)
    except OSError:
        return frozenset()
    return frozenset(each.lower() for each in _URL.findall(text))
