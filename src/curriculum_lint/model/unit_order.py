"""The files that a list names, in its order: a readme, a book's summary, a site's navigation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..text.hosted import hosted_path
from ..workspace.tree import MARKDOWN_SUFFIXES, Tree

#: Where a link leads: in brackets, in a definition, in HTML.
_LINK = re.compile(
    r"\]\(\s*<?([^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)?|(?<=<)[^<>\n]+)|"
    r"""^[ ]{0,3}\[[^\]\n]+\]:\s*<?([^\s<>]+)|\bhref\s*=\s*["']([^"'\n]+)""",
    re.MULTILINE,
)
#: A value in YAML, TOML or JSON that can be a path: quoted, or what a line ends with.
_VALUE = re.compile(
    r"""["']([^"'\n]{1,200})["']|"""
    r"""(?:^[ \t]*-[ \t]+|:[ \t]+)([^\s"'#{}\[\]](?:(?!: )[^\n#]){0,200}?)[ \t]*$""",
    re.MULTILINE,
)
_COMMENT = re.compile(r"^[ \t]*(?:#|//).*$", re.MULTILINE)
_SUFFIXES = ("", ".md", ".mdx", ".markdown", "/index.md", "/README.md")
#: Folders that a site's navigation counts from.
_SOURCES = ("", "docs", "src", "content", "episodes", "_episodes", "book")


class ListedPaths:
    """Reads lists of files of one tree."""

    def __init__(self, tree: Tree) -> None:
        self._entries = tree.entries

    def of(self, path: str, text: str) -> dict[str, int]:
        """The files and folders that the list at ``path`` names, with their places in it."""
        folder = posixpath.dirname(path)
        is_markdown = path.lower().endswith(MARKDOWN_SUFFIXES)
        written = _links(text) if is_markdown else _values(text)
        around = [folder] if is_markdown else [posixpath.join(folder, each) for each in _SOURCES]
        found: dict[str, int] = {}
        for destination in written:
            target = self._target(destination, around)
            if target is not None:
                found.setdefault(target, len(found))
        return found

    def _target(self, destination: str, around: list[str]) -> str | None:
        name = unquote(re.split("[#?]", destination, maxsplit=1)[0]).strip()
        hosted = hosted_path(destination)
        if hosted:
            # A file of this repository, by its address: one that is not here is in another one.
            name = f"/{hosted}"
        if not name or "://" in name or len(name) > 300:
            return None
        places = [""] if name.startswith("/") else around
        for place in places:
            path = posixpath.normpath(posixpath.join(place, name.strip("/")))
            for suffix in _SUFFIXES:
                if path + suffix in self._entries and path != ".":
                    return path + suffix
        return None


def _links(text: str) -> Iterator[str]:
    for match in _LINK.finditer(text):
        yield match[1] or match[2] or match[3]


def _values(text: str) -> Iterator[str]:
    for match in _VALUE.finditer(_COMMENT.sub("", text)):
        yield match[1] or match[2]
