"""markdown-it-py, set up to read CommonMark and GFM tables, and to say where inline tokens stand.

Each inline rule is wrapped: after it has matched, its tokens carry the offsets, in the block's
content, between which it matched, in `Token.meta`. Everything else is the library's own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block import reference as _reference
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    escape,
    html_inline,
    image,
    link,
    newline,
)
from markdown_it.token import Token

InlineRule = Callable[[StateInline, bool], bool]

#: The keys of `Token.meta` that the wrappers write.
START, END, LABEL_END = "start", "end", "label_end"
#: The keys of the environment: lines that block quotes cover, and the quotes given up.
COVERED, UNREAD = "covered", "unread"
#: How many lines block quotes may cover, a line in two quotes counting twice.
_MOST_COVERED = 10_000


class Grammar(MarkdownIt):
    """The parser; destinations are kept as they are written."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's hook
        """Every destination is a link here: which are bad is for rules to say."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's hook
        """Keep percent escapes and spaces as written."""
        return url


def _located(rule: InlineRule, *types: str) -> InlineRule:
    """``rule``, marking the tokens of ``types`` that it pushes with where it matched."""

    def run(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            for token in state.tokens[count : count + 2]:
                if token.type in types:
                    token.meta[START], token.meta[END] = start, state.pos
        return True

    return run


def _emphasis(state: StateInline, silent: bool) -> bool:
    """One text token per marker character: which become strong is decided at the end."""
    start = state.pos
    if not emphasis.tokenize(state, silent):
        return False
    length = state.pos - start
    for index, token in enumerate(state.tokens[-length:]):
        token.meta[START] = start + index
    return True


def _bracketed(rule: InlineRule, opener: str, bracket: int) -> InlineRule:
    """Link or image, with where its text ends."""

    def run(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = next(t for t in state.tokens[count : count + 2] if t.type == opener)
            end = state.md.helpers.parseLinkLabel(state, start + bracket, False)
            token.meta.update({START: start, END: state.pos, LABEL_END: end})
        return True

    return run


class _Blocks(ParserBlock):
    """The block parser; quotes in quotes are read until they have covered too many lines.

    Each quote looks at all of its lines, so fifty of them around one long paragraph would look
    at each of its lines fifty times.
    """

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        if state.parentType == "blockquote":
            covered = state.env.get(COVERED, 0) + endLine - startLine
            state.env[COVERED] = covered
            if covered > _MOST_COVERED + 2 * len(state.bMarks):
                state.env.setdefault(UNREAD, []).append((startLine, endLine))
                state.line = endLine
                return
        if state.level >= state.md.options.maxNesting:
            state.line = _end_of_container(state, startLine, endLine)
        else:
            super().tokenize(state, startLine, endLine)


def _end_of_container(state: StateBlock, start: int, end: int) -> int:
    """Behind the lines of a list item or quote that is too deep to be read.

    The library would skip the rest of the file.
    """
    line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    return line


def _block_reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Definitions; ``[^1]: text`` is a footnote of GitHub's, so its text stays a paragraph."""
    at = state.bMarks[start] + state.tShift[start]
    if state.src.startswith("[^", at):
        return False
    return _reference(state, start, end, silent)


def make_grammar(nesting: int) -> Grammar:
    """The parser with every position recorded; ``nesting`` is the depth it reads down to."""
    options: dict[str, Any] = {
        "maxNesting": nesting,
        "inline_definitions": True,
        "store_labels": True,
    }
    grammar = Grammar()
    grammar.block = _Blocks()
    grammar.configure("commonmark", options)
    # As on GitHub, a table begins only where a paragraph could: not at a list's or quote's marker.
    grammar.block.ruler.before("lheading", "gfm_table", table, {"alt": ["paragraph", "reference"]})
    grammar.disable(["inline", "text_join"])
    inline = grammar.inline.ruler
    inline.at("newline", _located(newline, "softbreak", "hardbreak"))
    inline.at("escape", _located(escape, "hardbreak"))
    inline.at("backticks", _located(backtick, "code_inline"))
    inline.at("emphasis", _emphasis)
    inline.at("link", _bracketed(link, "link_open", 0))
    inline.at("image", _bracketed(image, "image", 1))
    inline.at("autolink", _located(autolink, "link_open"))
    inline.at("html_inline", _located(html_inline, "html_inline"))
    grammar.block.ruler.at("reference", _block_reference)
    return grammar


def inline_tokens(grammar: Grammar, content: str, env: dict[str, Any]) -> list[Token]:
    """The inline tokens of one block's content."""
    return grammar.inline.parse(content, grammar, env, [])
