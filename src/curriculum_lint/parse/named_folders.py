"""Folders that a file names in its text, such as **mid_level/** or `mid_level/`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.regions import Regions
from ..text.source import Span
from .document import BlockKind, Document, NamedFolder

#: A name with a slash at its end, on its own: no part of a longer path or an address.
_FOLDER = re.compile(r"(?<![\w./@:\\-])(?:\./)?(\w[\w./-]*)/(?![\w/\\.-])")
_STRONG = ("**", "__")


def named_folders(document: Document) -> Iterator[NamedFolder]:
    """The folders named in code spans, in bold, and in the text of lists, outside links."""
    links = Regions(link.span for link in document.links)
    blocks = Regions(b.span for b in document.blocks if b.kind in (BlockKind.CODE, BlockKind.HTML))
    lists = Regions(each.span for each in document.lists)
    code = Regions(document.code_spans)
    for match in _FOLDER.finditer(document.text):
        start, end = match.span()
        if links.hold(start) or blocks.hold(start):
            continue
        mark = document.text[max(0, start - 2) : start]
        is_strong = mark in _STRONG and document.text.startswith(mark, end)
        is_glob = document.text.startswith("*", end) and not is_strong
        if is_strong or (not is_glob and (lists.hold(start) or code.hold(start))):
            yield NamedFolder(match[1].rstrip("/"), Span(start, end))
