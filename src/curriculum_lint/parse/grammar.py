"""markdown-it-py, set up to read CommonMark and GFM tables, with the place of inline tokens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .document import Link
from .footnotes import Footnotes
from .inline_rules import FOOTNOTES, Inlines


class Grammar(MarkdownIt):
    """The parser; destinations are kept as they are written."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's hook
        """Every destination is a link here: which are bad is for rules to say."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's hook
        """Keep percent escapes and spaces as written."""
        return url


def make_grammar(nesting: int) -> Grammar:
    """The parser with every position recorded; ``nesting`` is the depth it reads down to."""
    options: dict[str, Any] = {
        "maxNesting": nesting,
        "store_labels": True,
    }
    grammar = Grammar("commonmark", options)
    grammar.inline = Inlines()
    grammar.inline.ruler2.enableOnly(["balance_pairs", "emphasis", "fragments_join"])
    return grammar


def environment(definitions: Iterable[Link], footnotes: Footnotes) -> dict[str, Any]:
    """What the inline parser has to know of the rest of the file."""
    references = {
        link.label: {"href": link.destination, "title": ""} for link in reversed(list(definitions))
    }
    return {"references": references, FOOTNOTES: footnotes}


def inline_tokens(grammar: Grammar, content: str, env: dict[str, Any]) -> list[Token]:
    """The inline tokens of one block's content."""
    return grammar.inline.parse(content, grammar, env, [])
