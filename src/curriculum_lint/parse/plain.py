"""Markdown of one paragraph → its plain text, without images."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from .document import Document, LinkKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(r"[\\`*_\[\]<>&!|]")
_QUOTE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
#: More of one paragraph is not read: what is generated shows a sentence or two.
_MOST = 2_000


def plain_text_of(source: str, definitions: Mapping[str, Any]) -> str:
    """``source``, which is the inside of a paragraph, without markup and in one line.

    ``definitions`` are those of the document, for links by reference.
    """
    source = _QUOTE_MARKS.sub("", source[:_MOST])
    if _MARKUP.search(source) is None:
        return " ".join(source.split())
    [block] = _grammar().parseInline(source, {"references": dict(definitions)})
    return " ".join("".join(map(_shown, block.children or ())).split())


def definitions_of(document: Document) -> dict[str, Any]:
    """The reference definitions of a document, in the form that the parser looks them up in."""
    found = [link for link in document.links if link.kind is LinkKind.DEFINITION and link.label]
    if not found:
        return {}
    from markdown_it.common.utils import normalizeReference

    return {
        normalizeReference(link.label or ""): {"href": link.destination, "title": ""}
        for link in reversed(found)
    }


def _shown(token: Token) -> str:
    """A token's part of the text: tags and images have none, a line break is a blank."""
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline") else ""


@cache
def _grammar() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 20})
