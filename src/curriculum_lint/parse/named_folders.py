"""Folders that a file names in its text, such as **mid_level/** or `mid_level/`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.regions import Regions
from ..text.source import Span
from .document import BlockKind, Document, NamedFolder

#: The slash at the end of a path, and a path that names a folder.
_LAST_SLASH = re.compile(r"/(?![\w/\\.-])")
_FOLDER = re.compile(r"(?:\./)?(\w[\w./-]*)/")
_STRONG = ("**", "__")
#: What cannot stand right before one: it would be part of an address.
_OF_ADDRESS = ("@", ":", "\\")


def named_folders(document: Document) -> Iterator[NamedFolder]:
    """The folders named in code spans, in bold, and in the text of lists, outside links."""
    links = Regions(link.span for link in document.links)
    blocks = Regions(b.span for b in document.blocks if b.kind in (BlockKind.CODE, BlockKind.HTML))
    lists = Regions(each.span for each in document.lists)
    code = Regions(document.code_spans)
    for match in _folders(document.text):
        start, end = match.span()
        if links.hold(start) or blocks.hold(start):
            continue
        mark = document.text[max(0, start - 2) : start]
        is_strong = mark in _STRONG and document.text.startswith(mark, end)
        is_glob = document.text.startswith("*", end) and not is_strong
        if is_strong or (not is_glob and (lists.hold(start) or code.hold(start))):
            yield NamedFolder(match[1].rstrip("/"), Span(start, end))


def _folders(text: str) -> Iterator[re.Match[str]]:
    """The names with a slash at their end, on their own: no part of a longer path or an address.

    Slashes are rare, so they are looked for, and not the names before them.
    """
    for slash in _LAST_SLASH.finditer(text):
        start = slash.start()
        while start and (text[start - 1].isalnum() or text[start - 1] in "_./-"):
            start -= 1
        folder = _FOLDER.fullmatch(text, start, slash.end())
        if folder is not None and not text.startswith(_OF_ADDRESS, max(0, start - 1), start):
            yield folder
