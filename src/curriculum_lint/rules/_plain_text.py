"""A document's text with everything crossed out in which brackets and stars are meant as such."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from ..edits.edit import Safety
from ..parse.document import Block, BlockKind, Document, Heading, LinkKind
from ..text.last_made import LastMade
from ..text.late_pattern import late_pattern
from ..text.source import Span

#: Tags and comments, what a template fills in, formulas, escaped characters.
_NO_TEXT = re.compile(
    r"<!--.*?(?:-->|\Z)|<[/?!]?[A-Za-z][^<>]*>|\{\{.*?\}\}|\{%.*?%\}|<%.*?%>"
    r"|\$\$.*?\$\$|\$`[^`\n]*`\$|\$(?=[^\s$])[^$\n]*(?<=[^\s$])\$(?!\d)|\\[!-/:-@\[-`{-~]",
    re.DOTALL,
)
_VISIBLE = re.compile(r"[^\n\r]+")
_TOPIC = "markdown"
_WIDEST_INDENT = 3
#: A line of a paragraph, behind what containers put before it: quotation marks and indentation.
_LINE = late_pattern(r"(?=[^\r\n])(?P<indent>[ \t]*(?:>[ \t]?)*[ \t]*)[^\r\n]*")
_BEGINS_BLOCK = late_pattern(
    r"(?:\r\n|\n|\r)(?:[ \t>]*(?:\[|\d{1,9}[.)](?:[ \t]|\Z)|<|\|)|[ \t>]*(?: {4}|\t))"
)


class Line(NamedTuple):
    """One line of a block without what its containers put before it."""

    span: Span
    indent: str

    @property
    def is_indented(self) -> bool:
        """Whether it stands so far in that no list begins there."""
        return len(self.indent.expandtabs(4)) > _WIDEST_INDENT


def plain_text(document: Document, *kinds: BlockKind, about_markdown: bool = False) -> str:
    r"""The document's text, at the same offsets, with ``\0`` for what is no plain text.

    Plain is what stands in blocks of ``kinds`` outside of code, links, tags, formulas and
    templates, and, unless ``about_markdown`` says so, is not about Markdown itself.
    """
    return _CROSSED.of(document).text(kinds, about_markdown=about_markdown)


def hides_stars(document: Document) -> bool:
    """Whether a tag, a comment, a template, a formula or an escape holds a star."""
    return any("*" in document.text[slice(*span)] for span in _CROSSED.of(document).unwritten)


class _CrossedText:
    """One document, and what is crossed out in it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: dict[tuple[frozenset[BlockKind], bool], str] = {}

    @cached_property
    def unwritten(self) -> list[Span]:
        """What is no text wherever it stands."""
        return [Span(*match.span()) for match in _NO_TEXT.finditer(self._document.text)]

    def text(self, kinds: Iterable[BlockKind], *, about_markdown: bool) -> str:
        """The text of blocks of some kinds, everything else crossed out."""
        key = frozenset(kinds), about_markdown
        if key not in self._texts:
            self._texts[key] = self._text(*key)
        return self._texts[key]

    def _text(self, kinds: Collection[BlockKind], about_markdown: bool) -> str:
        document, crossed = self._document, self._nothing
        kept = [block.span for block in document.blocks if block.kind in kinds]
        hidden = [*self._hidden, *([] if about_markdown else self._topics)]
        return _without(_only(document.text, crossed, kept), crossed, hidden)

    @cached_property
    def _nothing(self) -> str:
        return _crossed(self._document.text)

    @cached_property
    def _topics(self) -> list[Span]:
        return list(_topics(self._document))

    @cached_property
    def _hidden(self) -> list[Span]:
        document = self._document
        # An address that is a link by itself may have been meant as the destination of another.
        links = (link.span for link in document.links if link.kind is not LinkKind.BARE)
        return [*document.code_spans, *links, *self.unwritten]


_CROSSED = LastMade(_CrossedText)


def safety_at(document: Document, offset: int) -> Safety:
    """Unsafe in a heading, whose anchor changes with its text: another document may link to it."""
    headings = (heading.span for heading in document.headings)
    is_heading = any(span.holds(offset) for span in headings)
    return Safety.UNSAFE if is_heading else Safety.SAFE


def paragraphs_with(document: Document, pattern: re.Pattern[str]) -> list[Block]:
    """The paragraphs in which the pattern is."""
    return [
        block
        for block in document.blocks
        if block.kind is BlockKind.PARAGRAPH and pattern.search(document.text, *block.span)
    ]


def lines_of(document: Document, block: Block) -> Iterator[Line]:
    """The lines of a paragraph."""
    for match in _LINE.finditer(document.text, *block.span):
        yield Line(Span(match.end("indent"), match.end()), match["indent"])


def begins_block(document: Document, line_end: int) -> bool:
    """Whether the line behind ``line_end``, now part of a paragraph, would be more without it.

    Behind a heading or a blank line, indentation makes code, a bracket a definition, a number a
    list.
    """
    return _BEGINS_BLOCK.match(document.text, line_end) is not None


def _only(text: str, crossed: str, kept: list[Span]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted(kept):
        if start >= at:
            parts += (crossed[at:start], text[start:end])
            at = end
    return "".join((*parts, crossed[at:]))


def _without(text: str, crossed: str, hidden: list[Span]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in sorted(hidden):
        if end > at:
            parts += (text[at : max(at, start)], crossed[max(at, start) : end])
            at = end
    return "".join((*parts, text[at:]))


def _crossed(text: str) -> str:
    """The text with nothing left but its line endings."""
    if "\r" in text:
        return _VISIBLE.sub(lambda line: "\0" * len(line[0]), text)
    return "\n".join(["\0" * len(line) for line in text.split("\n")])


def _topics(document: Document) -> Iterator[Span]:
    """The parts that are about Markdown, which show its marks."""
    if _TOPIC not in document.text.lower():
        return
    for index, heading in enumerate(document.headings):
        if _TOPIC in heading.text.lower():
            yield Span(heading.span.start, _section_end(document, document.headings[index:]))
    for block in document.blocks:
        if _TOPIC in document.text[slice(*block.span)].lower():
            yield block.span


def _section_end(document: Document, headings: tuple[Heading, ...]) -> int:
    first, *others = headings
    ends = (other.span.start for other in others if other.level <= first.level)
    return next(ends, len(document.text))
