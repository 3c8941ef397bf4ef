"""Markdown of one paragraph → its plain text, without images."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from .document import Document, LinkKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(r"[\\`*_\[\]<>&!|]")
#: The mark of a footnote, which stands right behind a word.
_FOOTNOTE = re.compile(r"(?<=[^\s\[(])\[\^[\w-]{1,40}\]")
#: What a site generator replaces, formulas, and addresses.
_PLACEHOLDER = re.compile(
    r"\{%[^%]*%\}|\{\{[^}]*\}\}|\[\[?_?toc_?\]\]?|\$\$[^$]*\$\$|\b\w+://\S+", re.IGNORECASE
)
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
    return " ".join("".join(map(_shown, _tokens(source, definitions))).split())


def is_sentence(source: str, definitions: Mapping[str, Any]) -> bool:
    """Whether a paragraph says something itself: more than links, addresses and placeholders do."""
    source = _QUOTE_MARKS.sub("", source[:_MOST])
    if _MARKUP.search(source) is not None:
        source = _unlinked(_tokens(source, definitions))
    return any(map(str.isalpha, _PLACEHOLDER.sub("", source)))


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


def _tokens(source: str, definitions: Mapping[str, Any]) -> Sequence[Token]:
    [block] = _grammar().parseInline(source, {"references": dict(definitions)})
    return block.children or ()


def _unlinked(tokens: Sequence[Token]) -> str:
    own, depth = [], 0
    for token in tokens:
        depth += token.nesting if token.type in ("link_open", "link_close") else 0
        own.append("" if depth else _shown(token))
    return "".join(own)


def _shown(token: Token) -> str:
    """A token's part of the text: tags, images and notes have none, a line break is a blank."""
    if token.type in ("softbreak", "hardbreak") or _is_break(token):
        return " "
    if token.type == "text":
        return _FOOTNOTE.sub("", token.content)
    return token.content if token.type in ("text_special", "code_inline") else ""


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith("<br")


@cache
def _grammar() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 20})
