"""The addresses by which editors name files, and the paths that they mean."""

from __future__ import annotations

import os
import re
from urllib.parse import quote_from_bytes, unquote_to_bytes, urlsplit

_DRIVE = re.compile(r"/[A-Za-z]:(?:/|\Z)")
_LOCAL_HOSTS = frozenset({"", "localhost"})
#: What need not be escaped in a path; a colon is escaped by some editors and not by others.
_SAFE = "/!$&'()*+,;=@:~"


def path_of(uri: str) -> str | None:
    """The absolute path that a ``file:`` address names here; ``None`` for any other address."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme.lower() != "file":
        return None
    # A question mark or a hash sign that nobody has escaped is part of the name.
    written = parts.path + (f"?{parts.query}" if parts.query else "")
    written += f"#{parts.fragment}" if parts.fragment else ""
    path = os.fsdecode(unquote_to_bytes(written))
    return _native(path, parts.netloc) if path and "\0" not in path else None


def _native(path: str, host: str) -> str | None:
    """The path as this system writes it; that of another system means nothing here."""
    has_drive = _DRIVE.match(path) is not None
    if os.name != "nt":
        return None if has_drive or host.lower() not in _LOCAL_HOSTS else os.path.normpath(path)
    if host.lower() not in _LOCAL_HOSTS:
        return os.path.normpath(f"//{host}{path}")
    return os.path.normpath(path[1:]) if has_drive else None


def uri_of(path: str) -> str:
    """The address of an absolute path."""
    written = path.replace(os.sep, "/")
    lead = "" if written.startswith("/") else "/"
    if written.startswith("//"):
        return f"file:{quote_from_bytes(os.fsencode(written), _SAFE)}"
    return f"file://{quote_from_bytes(os.fsencode(lead + written), _SAFE)}"
