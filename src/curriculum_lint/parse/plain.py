"""Markdown of one paragraph → its plain text, without images."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from ..text.late_pattern import late_pattern
from .document import Document, Link, LinkKind
from .footnotes import Footnotes
from .inline_parser import References, parse_inline
from .inline_tokens import BREAKS, InlineKind, InlineToken, outside_images

_SHOWN = frozenset({InlineKind.TEXT, InlineKind.CODE, InlineKind.RUN})
_MARKUP = late_pattern(r"[\\`*_\[\]<>&!|]")
#: The mark of a footnote, which stands right behind a word.
_FOOTNOTE = late_pattern(r"(?<=[^\s\[(])\[\^[\w-]{1,40}\]")
#: What a site generator replaces, formulas, and addresses.
_PLACEHOLDER = late_pattern(
    r"\{%[^%]*%\}|\{\{[^}]*\}\}|\[\[?_?toc_?\]\]?|\$\$[^$]*\$\$|\b\w+://\S+", re.IGNORECASE
)
_QUOTE_MARKS = late_pattern(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
#: More of one paragraph is not read: what is generated shows a sentence or two.
_MOST = 2_000


def plain_text_of(source: str, definitions: References) -> str:
    """``source``, which is the inside of a paragraph, without markup and in one line.

    ``definitions`` are those of the document, for links by reference.
    """
    source = _QUOTE_MARKS.sub("", source[:_MOST])
    if _MARKUP.search(source) is None:
        return " ".join(source.split())
    shown = _joined(token for _, token in outside_images(_tokens(source, definitions)))
    return " ".join(shown.split())


def is_sentence(source: str, definitions: References) -> bool:
    """Whether a paragraph says something itself: more than links, addresses and placeholders do."""
    source = _QUOTE_MARKS.sub("", source[:_MOST])
    if _MARKUP.search(source) is not None:
        source = _unlinked(_tokens(source, definitions))
    return any(map(str.isalpha, _PLACEHOLDER.sub("", source)))


def definitions_of(document: Document) -> dict[str, Link]:
    """The reference definitions of a document, by their labels."""
    found = [link for link in document.links if link.kind is LinkKind.DEFINITION]
    return {link.label or "": link for link in reversed(found)}


def _tokens(source: str, definitions: References) -> Sequence[InlineToken]:
    return parse_inline(source, definitions, Footnotes(())).tokens


def _unlinked(tokens: Sequence[InlineToken]) -> str:
    """What is shown outside links."""
    own: list[InlineToken] = []
    behind = 0
    for index, token in enumerate(tokens):
        if index >= behind:
            own.append(token)
            behind = token.link.close if token.link else 0
    return _joined(own)


def _shown(token: InlineToken) -> str:
    """A token's part of the text: tags, images and notes have none, a line break is a blank."""
    if token.kind in BREAKS or _is_break(token):
        return " "
    return token.text if token.kind in _SHOWN else ""


def _joined(tokens: Iterable[InlineToken]) -> str:
    """The texts of tokens, without the marks of footnotes."""
    runs = groupby(tokens, lambda token: token.kind is InlineKind.TEXT)
    texts = (("".join(map(_shown, group)), is_text) for is_text, group in runs)
    return "".join(_FOOTNOTE.sub("", text) if is_text else text for text, is_text in texts)


def _is_break(token: InlineToken) -> bool:
    return token.kind is InlineKind.HTML and token.text.lower().startswith("<br")
