"""Where the links of the page lead. What is in a readme is not trusted to be an address."""

from __future__ import annotations

import posixpath
from urllib.parse import quote, urlsplit

_WEB = frozenset({"http", "https"})
_SAFE = _WEB | {"mailto"}


class Addresses:
    """Links from the page at ``path`` to files of the curriculum.

    Both are relative to its root. ``source`` is the web address that stands for the root; without
    one the links are relative to the page.
    """

    def __init__(self, path: str, source: str | None) -> None:
        self._folder = posixpath.dirname(path) or "."
        self._source = source.rstrip("/") if source and _scheme(source) in _WEB else None
        self._files: dict[str, str] = {}

    @property
    def source(self) -> str | None:
        """The web address that stands for the root, if there is one."""
        return self._source

    def of(self, path: str, anchor: str | None = None) -> str:
        """The address of a file, and of a heading in it."""
        if path not in self._files:
            self._files[path] = self._file(path)
        address = self._files[path]
        return f"{address}#{quoted(anchor)}" if anchor else address

    def _file(self, path: str) -> str:
        if self._source is None:
            return quoted(posixpath.relpath(path, self._folder))
        return f"{self._source}/{quoted(path)}"


def web_address(url: str) -> str | None:
    """``url`` if it is safe to follow from a page, else ``None``."""
    return url if _scheme(url) in _SAFE else None


def fragment(name: str) -> str:
    """The link to the element of the page with the id ``name``."""
    return f"#{quoted(name)}"


def quoted(text: str) -> str:
    """``text`` percent-encoded, as a link needs it."""
    # A name that is no UTF-8 is held with surrogates; its own bytes are what a link needs.
    return quote(text.encode("utf-8", "surrogateescape"), safe="/")


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme.lower()
    except ValueError:
        return ""
