"""Where on the page something is: the names of elements, and the links to them."""

from __future__ import annotations

import posixpath
from typing import NamedTuple, Protocol

from .addresses import fragment, quoted

HOME = "home"
MAP = "map"


class PagePlaces(Protocol):
    """Names and links as one of the page's files needs them. Articles go by their keys."""

    def view(self, name: str) -> str:
        """The link to the path or the map."""

    def article(self, key: str) -> str:
        """The link to an article."""

    def heading(self, key: str, anchor: str) -> str:
        """The link to a heading of an article."""

    def name(self, key: str, anchor: str) -> str:
        """The name of an element of an article."""


class OneFile(NamedTuple):
    """Everything is in one file: what belongs to an article begins with its name."""

    def view(self, name: str) -> str:
        """The path or the map."""
        return fragment(name)

    def article(self, key: str) -> str:
        """An article."""
        return fragment(key)

    def heading(self, key: str, anchor: str) -> str:
        """A heading of an article."""
        return fragment(self.name(key, anchor))

    def name(self, key: str, anchor: str) -> str:
        """The name of an element of an article."""
        return f"{key}:{anchor}"


class Folder(NamedTuple):
    """An article has a file of its own, in which names are those of the readme.

    ``here`` is the file that holds the links, ``home`` the one with the path; both are relative
    to the folder of the page.
    """

    here: str
    home: str

    def view(self, name: str) -> str:
        """The path or the map."""
        file = "" if self.here == self.home else self._to(self.home)
        return f"{file}{fragment(name)}"

    def article(self, key: str) -> str:
        """An article."""
        file = article_file(key)
        return fragment(key) if file == self.here else self._to(file)

    def heading(self, key: str, anchor: str) -> str:
        """A heading of an article."""
        file = article_file(key)
        return f"{'' if file == self.here else self._to(file)}{fragment(anchor)}"

    def name(self, key: str, anchor: str) -> str:  # noqa: ARG002
        """The name of an element of an article."""
        return anchor

    def _to(self, file: str) -> str:
        return quoted(posixpath.relpath(file, posixpath.dirname(self.here) or "."))


def article_file(key: str) -> str:
    """The file of an article in a folder of pages."""
    return f"{key}.html"
