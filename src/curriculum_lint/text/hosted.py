"""Addresses at which GitHub and GitLab show the files of a repository."""

from __future__ import annotations

import re
from urllib.parse import unquote

_SHOWN = re.compile(
    r"https?://(?:www\.)?git(?:hub|lab)\.com/[^/\s]+/[^/\s]+/(?:-/)?(?:blob|tree)/[^/\s]+/"
    r"([^?#\s]+)"
)


def hosted_path(address: str) -> str:
    """The path that ``address`` shows in its repository; empty for any other address."""
    found = _SHOWN.match(address)
    return unquote(found[1]).rstrip("/") if found else ""
