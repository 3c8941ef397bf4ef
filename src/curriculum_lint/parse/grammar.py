"""markdown-it-py, set up to read CommonMark and GFM tables, with the place of inline tokens."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .blocks import Blocks
from .inline_rules import Inlines


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
        "inline_definitions": True,
        "store_labels": True,
    }
    grammar = Grammar("commonmark", options)
    grammar.disable(["inline", "text_join"])
    grammar.block, grammar.inline = Blocks(), Inlines()
    grammar.inline.ruler2.enableOnly(["balance_pairs", "emphasis", "fragments_join"])
    return grammar


def inline_tokens(grammar: Grammar, content: str, env: dict[str, Any]) -> list[Token]:
    """The inline tokens of one block's content."""
    return grammar.inline.parse(content, grammar, env, [])
