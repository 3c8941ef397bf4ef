"""Markdown text → `Document`: one walk over markdown-it-py's flat list of tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..text.source import Span, line_starts, normalise_line_ends, position
from .alignment import Alignment, Lines, align_cells, align_heading, align_lines
from .anchors import AnchorNames
from .definitions import read_definition
from .document import (
    Anchor,
    Block,
    BlockKind,
    Document,
    Fence,
    Heading,
    Label,
    LetteredLine,
    Limit,
    Link,
    Suppression,
    UndefinedReference,
)
from .fences import read_fence
from .front_matter import front_matter_lines
from .generated import generated_regions
from .grammar import UNREAD, inline_tokens, make_grammar
from .html_facts import HtmlFacts, HtmlHeading
from .inline import Inline, needs_reading
from .lettered import lettered_lines
from .lists import ListReader
from .named_folders import named_folders
from .named_paths import named_paths
from .stated_counts import stated_counts
from .undefined import undefined_references

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKUP = re.compile(r"[\\`*_\[\]<&!\n]")
_COMMENT_ONLY = re.compile(r"\s*(?:<!--(?:[^-]|-(?!->))*-->\s*)+\Z")

#: How deep brackets in brackets are read: each level costs another look at the block.
_BRACKETS = 10

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


class _MarkdownHeading(NamedTuple):
    level: int
    text: str
    span: Span
    content: Span
    nested: bool


class _Reader:
    """Walks the block tokens of one file and collects its facts."""

    def __init__(self, text: str, limits: ParseLimits) -> None:
        self._text, self._limits = text, limits
        self._source = normalise_line_ends(text).replace("\0", "�")
        self._lines = Lines(self._source, line_starts(text))
        self._grammar = _grammar(limits.nesting)
        self._inline_grammar = _grammar(min(limits.nesting, _BRACKETS))
        self._env: dict[str, Any] = {}
        self._lists = ListReader(self._lines)
        self._html = HtmlFacts()
        self._headings: list[_MarkdownHeading] = []
        self._labels: list[Label] = []
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._undefined: list[UndefinedReference] = []
        self._fences: list[Fence] = []
        self._code: list[Span] = []
        self._lettered: list[LetteredLine] = []
        self._noted: list[Limit] = []
        self._quotes = 0
        self._cells: list[Alignment] = []

    def read(self, path: str) -> Document:
        """Parse, walk, and put the facts together."""
        tokens = self._grammar.parse(self._body(), self._env)
        handlers = self._handlers()
        for index, token in enumerate(tokens):
            handler = handlers.get(token.type)
            if handler is not None:
                handler(tokens, index)
            if token.level >= self._limits.nesting - 2:
                self._note_depth(token)
        self._note_quotes()
        return self._document(path)

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
            "paragraph_open": self._paragraph,
            "table_open": lambda tokens, at: self._block(BlockKind.TABLE, tokens[at]),
            "tr_open": self._row,
            "fence": self._fence,
            "code_block": lambda tokens, at: self._block(BlockKind.CODE, tokens[at]),
            "hr": lambda tokens, at: self._block(BlockKind.RULE, tokens[at]),
            "html_block": self._html_block,
            "definition": self._definition,
        }

    def _note_depth(self, token: Token) -> None:
        if token.map and not self._noted:
            message = f"Nested {token.level} deep: what is inside is not read."
            self._noted.append(Limit(message, self._lines.content_span(*token.map)))

    def _note_quotes(self) -> None:
        for first, last in self._env.get(UNREAD, ())[:1]:
            message = "Too many lines in quotes in quotes: what is inside is not read."
            self._noted.append(Limit(message, self._lines.content_span(first, last)))

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
        self._links.append(read_definition(tokens[at], self._lines))

    def _html_block(self, tokens: list[Token], at: int) -> None:
        token = tokens[at]
        kind = BlockKind.COMMENT if _COMMENT_ONLY.match(token.content) else BlockKind.HTML
        self._block(kind, token)
        content = token.content.removesuffix("\n")
        alignment = align_lines(content, self._lines, (token.map or (0, 1))[0])
        self._html.read(content, alignment.span)

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
        read = self._inline(inline.content, alignment, markup=_MARKUP.search(inline.content))
        text = read.text if read else inline.content.replace("\n", "")
        start = alignment.offset(0) if setext else span.start
        content = alignment.span(0, len(inline.content))
        nested = self._quotes + self._lists.depth > 0
        self._headings.append(_MarkdownHeading(level, text, Span(start, span.end), content, nested))

    def _paragraph(self, tokens: list[Token], at: int) -> None:
        token, content = tokens[at], tokens[at + 1].content
        leads_item, item = self._lists.at_item_start, self._lists.item
        row = (token.map or (0, 1))[0]
        alignment = align_lines(content, self._lines, row)
        block = alignment.span(0, len(content))
        self._blocks.append(Block(BlockKind.PARAGRAPH, block, self._lists.depth))
        self._lists.add_content(content)
        self._lettered.extend(lettered_lines(content, alignment, item))
        markup = needs_reading(content) or (self._html.in_heading and _MARKUP.search(content))
        read = self._inline(content, alignment, markup=markup)
        if read is not None:
            self._labels.extend(read.labels(block, item, leads_item=leads_item))

    def _row(self, tokens: list[Token], at: int) -> None:
        row = (tokens[at].map or (0, 1))[0]
        cells = align_cells(*self._row_text(row))
        contents: list[str] = []
        while tokens[at].type != "tr_close":
            if tokens[at].type == "inline":
                contents.append(tokens[at].content)
            at += 1
        for content, alignment in zip(contents, cells, strict=False):
            self._inline(content, alignment, markup=needs_reading(content))

    def _row_text(self, row: int) -> tuple[str, int]:
        """A table row without what its containers put before it, and where it begins."""
        start = self._start(row)
        return self._lines.texts[row][start - self._lines.starts[row] :], start

    def _inline(self, content: str, alignment: Alignment, *, markup: object) -> Inline | None:
        """Read one block's inline content, if it has any markup."""
        if not markup:
            self._html.add_text(content)
            return None
        if len(content) > self._limits.block_characters:
            span = alignment.span(0, len(content))
            message = f"A paragraph of {len(content):,} characters: links in it are not read."
            self._noted.append(Limit(message, span))
            return None
        tokens = inline_tokens(self._inline_grammar, content, self._env)
        read = Inline(content, tokens, alignment)
        self._links.extend(read.links)
        self._code.extend(read.code)
        for text, start in read.pieces:
            if start is None:
                self._html.add_text(text)
            else:
                self._html.read(text, _shifted(alignment, start))
        for label, start, end in undefined_references(content, tokens):
            self._undefined.append(UndefinedReference(label, alignment.span(start, end)))
        return read

    def _followed(self) -> Iterator[Suppression]:
        """The suppressions, each with the next line that has text."""
        if not self._html.suppressions:
            return
        filled = [line for line, text in enumerate(self._lines.texts, 1) if text.strip()]
        for suppression in self._html.suppressions:
            last = position(self._lines.starts, max(0, suppression.span.end - 1)).line
            at = bisect_right(filled, last)
            yield suppression._replace(following=filled[at] if at < len(filled) else last + 1)

    def _document(self, path: str) -> Document:
        headings = _named(self._headings, self._html.headings)
        anchors = [Anchor(h.anchor, h.content) for h in headings if h.anchor]
        anchors += _trimmed(headings)
        return Document(
            path=path,
            text=self._text,
            line_starts=self._lines.starts,
            headings=tuple(headings),
            labels=tuple(self._labels),
            lists=tuple(sorted(self._lists.lists, key=lambda each: each.span)),
            blocks=tuple(self._blocks),
            links=tuple(sorted([*self._links, *self._html.links], key=lambda link: link.span)),
            undefined=tuple(sorted(self._undefined, key=lambda each: each.span)),
            anchors=(*anchors, *self._html.anchors),
            fences=tuple(self._fences),
            code_spans=tuple(self._code),
            lettered=tuple(self._lettered),
            suppressions=tuple(self._followed()),
            limits=tuple(self._noted),
        )


def _trimmed(headings: list[Heading]) -> list[Anchor]:
    """Anchors of indented HTML headings without the dashes that the indentation makes.

    Whether GitHub keeps those has changed over time, so both spellings are accepted.
    """
    return [
        Anchor(h.anchor.strip("-"), h.content)
        for h in headings
        if h.html and h.anchor.strip("-") not in ("", h.anchor)
    ]


def _shifted(alignment: Alignment, by: int) -> Callable[[int, int], Span]:
    return lambda start, end: alignment.span(by + start, by + end)


def _named(markdown: list[_MarkdownHeading], html: list[HtmlHeading]) -> list[Heading]:
    """All headings in order, with their anchors."""
    names = AnchorNames()
    raw = [(*heading, False) for heading in markdown]
    raw += [(*heading, False, True) for heading in html]
    return [
        Heading(
            level, text.strip(), names.take(text) if text else "", span, content, nested, is_html
        )
        for level, text, span, content, nested, is_html in sorted(raw, key=lambda each: each[2])
    ]
