"""Markdown text → `Document`: one walk over markdown-it-py's flat list of tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..text.source import Span, line_starts, normalise_line_ends, position
from .alignment import Lines, align_cells, align_heading, align_lines
from .blocks import PARAGRAPH, UNREAD
from .definitions import read_definition
from .document import Block, BlockKind, Document, Fence, LetteredLine, Limit, Link, Suppression
from .fences import read_fence
from .front_matter import front_matter_lines
from .generated import generated_regions
from .grammar import make_grammar
from .headings import MarkdownHeading, heading_anchors, named_headings
from .inline_reader import InlineReader
from .labels import Around
from .lettered import lettered_lines
from .lists import ListReader
from .named_folders import named_folders
from .named_paths import named_paths
from .stated_counts import stated_counts

if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT_ONLY = re.compile(r"\s*(?:<!--(?:[^-]|-(?!->))*-->\s*)+\Z")

_grammar = cache(make_grammar)


class ParseLimits(NamedTuple):
    """How deep and how long: what goes beyond is noted, not read."""

    nesting: int = 60
    block_characters: int = 50_000


_LIMITS = ParseLimits()


def parse_document(path: str, text: str, limits: ParseLimits = _LIMITS) -> Document:
    """Parse one file. What is too deep or too long to be read is in the document's ``limits``."""
    document = _Reader(text, limits).read(path)
    return replace(
        document,
        folders=tuple(named_folders(document)),
        counts=tuple(stated_counts(document)),
        paths=tuple(named_paths(document)),
        generated=tuple(generated_regions(document)),
    )


class _Reader:
    """Walks the block tokens of one file and collects its facts."""

    def __init__(self, text: str, limits: ParseLimits) -> None:
        self._text, self._limits = text, limits
        self._source = normalise_line_ends(text).replace("\0", "�")
        self._lines = Lines(self._source, line_starts(text))
        self._grammar = _grammar(limits.nesting)
        self._env: dict[str, Any] = {}
        self._lists = ListReader(self._lines)
        self._inline = InlineReader(self._env, *limits)
        self._headings: list[MarkdownHeading] = []
        self._blocks: list[Block] = []
        self._definitions: list[Link] = []
        self._fences: list[Fence] = []
        self._lettered: list[LetteredLine] = []
        self._quotes = 0

    def read(self, path: str) -> Document:
        """Parse, walk, and put the facts together."""
        tokens = self._tokens()
        handlers = self._handlers()
        for index, token in enumerate(tokens):
            handler = handlers.get(token.type)
            if handler is not None:
                handler(tokens, index)
            if token.level >= self._limits.nesting - 3 and not self._inline.noted:
                self._note_depth(token)
        self._note_quotes()
        return self._document(path)

    def _tokens(self) -> list[Token]:
        body = self._body()
        try:
            return self._grammar.parse(body, self._env)
        except IndexError:
            # The library looks behind the end of a last line of blanks in a list in a quote.
            self._env.clear()
            return self._grammar.parse(f"{body}\n", self._env)

    def _body(self) -> str:
        """The text without front matter; blank lines keep its place."""
        count = front_matter_lines(self._lines.texts)
        return "\n".join([""] * count + self._lines.texts[count:]) if count else self._source

    def _handlers(self) -> dict[str, Callable[[list[Token], int], object]]:
        lists = self._lists
        return {
            "bullet_list_open": lambda tokens, at: lists.open_list(tokens[at]),
            "ordered_list_open": lambda tokens, at: lists.open_list(tokens[at]),
            "bullet_list_close": lambda _tokens, _at: lists.close_list(),
            "ordered_list_close": lambda _tokens, _at: lists.close_list(),
            "list_item_open": lambda tokens, at: lists.open_item(tokens[at]),
            "list_item_close": lambda _tokens, _at: lists.close_item(),
            "blockquote_open": lambda _tokens, _at: self._quote(1),
            "blockquote_close": lambda _tokens, _at: self._quote(-1),
            "heading_open": self._heading,
            PARAGRAPH: self._paragraph,
            "table_open": lambda tokens, at: self._block(BlockKind.TABLE, tokens[at]),
            "tr_open": self._row,
            "fence": self._fence,
            "code_block": lambda tokens, at: self._block(BlockKind.CODE, tokens[at]),
            "hr": lambda tokens, at: self._block(BlockKind.RULE, tokens[at]),
            "html_block": self._html_block,
            "definition": self._definition,
        }

    def _note_depth(self, token: Token) -> None:
        deepest = self._limits.nesting - 2
        # The text of a paragraph is one deeper than the paragraph.
        level = max(token.level, deepest) if token.type == PARAGRAPH else token.level
        if token.map and level >= deepest:
            message = f"Nested {level} deep: what is inside is not read."
            self._inline.noted.append(Limit(message, self._lines.content_span(*token.map)))

    def _note_quotes(self) -> None:
        for first, last in self._env.get(UNREAD, ())[:1]:
            message = "Too many lines in quotes in quotes: what is inside is not read."
            self._inline.noted.append(Limit(message, self._lines.content_span(first, last)))

    def _quote(self, step: int) -> None:
        if step > 0:
            self._lists.add_content()
        self._quotes += step

    def _block(self, kind: BlockKind, token: Token) -> Span:
        first, last = token.map or (0, 1)
        span = Span(self._start(first), self._lines.span(first, last).end)
        self._blocks.append(Block(kind, span, self._lists.depth))
        self._lists.add_content()
        return span

    def _start(self, row: int) -> int:
        """Where the block that begins on line ``row`` begins, behind its containers."""
        text, at = self._lines.texts[row], self._lists.marker_end(row)
        for _ in range(self._quotes - text.count(">", 0, at)):
            at = text.find(">", at) + 1
        return self._lines.starts[row] + at + len(text[at:]) - len(text[at:].lstrip(" \t"))

    def _fence(self, tokens: list[Token], at: int) -> None:
        span = self._block(BlockKind.CODE, tokens[at])
        self._fences.append(read_fence(tokens[at], self._lines, span))

    def _definition(self, tokens: list[Token], at: int) -> None:
        # Definitions found in the normalised source stand at the same line and column.
        self._definitions.append(read_definition(tokens[at], self._lines))

    def _html_block(self, tokens: list[Token], at: int) -> None:
        token = tokens[at]
        kind = BlockKind.COMMENT if _COMMENT_ONLY.match(token.content) else BlockKind.HTML
        self._block(kind, token)
        content = token.content.removesuffix("\n")
        alignment = align_lines(content, self._lines, (token.map or (0, 1))[0])
        self._inline.html.read(content, alignment.span)

    def _heading(self, tokens: list[Token], at: int) -> None:
        token, inline = tokens[at], tokens[at + 1]
        span = self._block(BlockKind.HEADING, token)
        row, level = (token.map or (0, 1))[0], int(token.tag[1])
        setext = token.markup in ("-", "=")
        alignment = (
            align_lines(inline.content, self._lines, row)
            if setext
            else align_heading(inline.content, self._lines, row, level)
        )
        text = self._inline.heading(inline.content, alignment)
        start = alignment.offset(0) if setext else span.start
        content = alignment.span(0, len(inline.content))
        nested = self._quotes + self._lists.depth > 0
        self._headings.append(MarkdownHeading(level, text, Span(start, span.end), content, nested))

    def _paragraph(self, tokens: list[Token], at: int) -> None:
        token, content = tokens[at], tokens[at].content
        leads_item, item = self._lists.at_item_start, self._lists.item
        row = (token.map or (0, 1))[0]
        alignment = align_lines(content, self._lines, row)
        block = alignment.span(0, len(content))
        self._blocks.append(Block(BlockKind.PARAGRAPH, block, self._lists.depth))
        self._lists.add_content(content)
        self._lettered.extend(lettered_lines(content, alignment, item))
        self._inline.paragraph(content, Around(alignment, block, item, leads_item))

    def _row(self, tokens: list[Token], at: int) -> None:
        row = (tokens[at].map or (0, 1))[0]
        cells = align_cells(*self._row_text(row))
        contents: list[str] = []
        while tokens[at].type != "tr_close":
            if tokens[at].type == "inline":
                contents.append(tokens[at].content)
            at += 1
        for content, alignment in zip(contents, cells, strict=False):
            self._inline.cell(content, alignment)

    def _row_text(self, row: int) -> tuple[str, int]:
        """A table row without what its containers put before it, and where it begins."""
        start = self._start(row)
        return self._lines.texts[row][start - self._lines.starts[row] :], start

    def _followed(self) -> Iterator[Suppression]:
        """The suppressions, each with the next line that has text."""
        if not self._inline.html.suppressions:
            return
        filled = [line for line, text in enumerate(self._lines.texts, 1) if text.strip()]
        for suppression in self._inline.html.suppressions:
            last = position(self._lines.starts, max(0, suppression.span.end - 1)).line
            at = bisect_right(filled, last)
            yield suppression._replace(following=filled[at] if at < len(filled) else last + 1)

    def _document(self, path: str) -> Document:
        inline, html = self._inline, self._inline.html
        headings = named_headings(self._headings, html.headings)
        links = [*inline.links, *self._definitions, *html.links]
        return Document(
            path=path,
            text=self._text,
            line_starts=self._lines.starts,
            headings=tuple(headings),
            labels=tuple(inline.labels),
            lists=tuple(sorted(self._lists.lists, key=lambda each: each.span)),
            blocks=tuple(self._blocks),
            links=tuple(sorted(links, key=lambda link: link.span)),
            undefined=tuple(sorted(inline.undefined, key=lambda each: each.span)),
            anchors=(*heading_anchors(headings), *html.anchors),
            fences=tuple(self._fences),
            code_spans=tuple(inline.code),
            lettered=tuple(self._lettered),
            suppressions=tuple(self._followed()),
            limits=tuple(inline.noted),
        )
