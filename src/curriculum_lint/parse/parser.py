"""Markdown text → `Document`: one walk over the blocks of a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple, Protocol, TypeVar

from ..text.late_pattern import late_pattern
from ..text.source import Span, line_starts, normalise_line_ends, position
from .alignment import Lines
from .blocks import BlockReader, PlacedDefinition, Step
from .containers import Container, FootnoteBlock, Item, ListBlock
from .document import Block, BlockKind, Document, Fence, LetteredItem, Limit, Link, Suppression
from .fences import read_fence
from .footnotes import Footnotes
from .fragments import read_fragments
from .front_matter import front_matter_lines
from .generated import generated_regions
from .headings import MarkdownHeading, heading_anchors, named_headings
from .inline_reader import InlineReader
from .labels import Around
from .leaves import (
    FencedCode,
    HeadingLeaf,
    HtmlBlock,
    IndentedCode,
    Leaf,
    Paragraph,
    TableLeaf,
    ThematicBreak,
    Unread,
)
from .lettered import lettered_lines
from .lists import ListReader
from .named_folders import named_folders
from .named_paths import named_paths
from .stated_counts import stated_counts
from .suppressions import is_removable
from .tables import read_cells

_start = attrgetter("span")
_COMMENT_ONLY = late_pattern(r"\s*(?:<!--(?:[^-]|-(?!->))*-->\s*)+\Z")


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_Fact = TypeVar("_Fact", bound=_Spanned)


class ParseLimits(NamedTuple):
    """How deep and how long: what goes beyond is noted, not read."""

    nesting: int = 60
    block_characters: int = 50_000
    line_characters: int = 20_000

    def pass_over(self, block: Block) -> bool:
        """Whether a block can be too long to be read."""
        return block.span.end - block.span.start > self.block_characters


_LIMITS = ParseLimits()


def parse_document(path: str, text: str, limits: ParseLimits = _LIMITS) -> Document:
    """Parse one file. What is too deep or too long to be read is in the document's ``limits``."""
    return with_derived_facts(_Reader(text, limits).read(path))


def with_derived_facts(document: Document) -> Document:
    """The document with the facts that follow from the others."""
    return replace(
        document,
        folders=tuple(named_folders(document)),
        counts=tuple(stated_counts(document)),
        paths=tuple(named_paths(document)),
        generated=tuple(generated_regions(document)),
        fragments=read_fragments(document),
    )


class _Reader:
    """Walks the blocks of one file and collects its facts."""

    def __init__(self, text: str, limits: ParseLimits) -> None:
        self._text = text
        source = normalise_line_ends(text).replace("\0", "\ufffd")
        self._lines = Lines(source, line_starts(text))
        long = list(self._blank_long_lines(limits.line_characters))
        first = front_matter_lines(self._lines.texts)
        self._steps = BlockReader(self._lines, limits.nesting).read(first)
        self._footnotes = Footnotes(self._steps)
        self._definitions = [
            block.link for _, block in self._steps if isinstance(block, PlacedDefinition)
        ]
        references: dict[str, Link] = {}
        for link in self._definitions:
            references.setdefault(link.label or "", link)
        self._inline = InlineReader(references, self._footnotes, limits.block_characters)
        self._inline.noted += long
        self._lists = ListReader()
        self._headings: list[MarkdownHeading] = []
        self._blocks: list[Block] = []
        self._fences: list[Fence] = []
        self._lettered: list[LetteredItem] = []
        self._containers = 0

    def _blank_long_lines(self, most: int) -> Iterator[Limit]:
        """Take lines of more than ``most`` characters for blank ones, and note each."""
        texts, starts = self._lines.texts, self._lines.starts
        for row, text in enumerate(texts):
            if len(text) > most:
                message = (
                    f"Line {row + 1} has {len(text):,} characters: what stands on it is not read. "
                    f"The limit is {most:,} (limits.line-characters)."
                )
                texts[row] = ""
                yield Limit(message, Span(starts[row], starts[row] + len(text)))

    def read(self, path: str) -> Document:
        """Walk over the blocks, and put the facts together."""
        for step, block in self._steps:
            if isinstance(block, Leaf):
                _READ[type(block)](self, block)
            elif isinstance(block, Container):
                (self._open if step is Step.OPEN else self._close)(block)
        return self._document(path)

    def _open(self, block: Container) -> None:
        self._containers += 1
        self._end_html(block)
        if isinstance(block, ListBlock):
            self._lists.open_list()
        elif isinstance(block, Item):
            self._lists.open_item(block)
        else:
            self._lists.add_content()

    def _close(self, block: Container) -> None:
        self._containers -= 1
        self._end_html(block)
        if isinstance(block, ListBlock):
            self._lists.close_list(block)
        elif isinstance(block, Item):
            self._lists.close_item()

    def _end_html(self, block: Container) -> None:
        # A footnote is moved away from what stands around it.
        if isinstance(block, FootnoteBlock):
            self._inline.html.end()

    def _add(self, kind: BlockKind, span: Span) -> None:
        self._blocks.append(Block(kind, span, self._lists.depth))
        self._lists.add_content()

    def _fence(self, code: FencedCode) -> None:
        self._add(BlockKind.CODE, code.span)
        self._fences.append(read_fence(code, self._lines))

    def _code(self, code: IndentedCode) -> None:
        self._add(BlockKind.CODE, code.span)

    def _rule(self, rule: ThematicBreak) -> None:
        self._add(BlockKind.RULE, rule.span)

    def _html(self, html: HtmlBlock) -> None:
        content = html.content
        kind = BlockKind.COMMENT if _COMMENT_ONLY.match(content) else BlockKind.HTML
        self._add(kind, html.span)
        self._inline.html.read(content, html.align().span)

    def _heading(self, heading: HeadingLeaf) -> None:
        self._add(BlockKind.HEADING, heading.span)
        content, alignment = heading.content, heading.align()
        text, name = self._inline.heading(content, alignment)
        inside = alignment.span(0, len(content))
        nested = self._containers > 0
        self._headings.append(
            MarkdownHeading(heading.level, text, name, heading.span, inside, nested)
        )

    def _paragraph(self, paragraph: Paragraph) -> None:
        content, alignment = paragraph.content, paragraph.align()
        leads_item, item = self._lists.at_item_start, self._lists.item
        block = alignment.span(0, len(content))
        self._blocks.append(Block(BlockKind.PARAGRAPH, block, self._lists.depth))
        self._lists.add_content(content)
        self._lettered.extend(lettered_lines(content, alignment, item))
        self._inline.paragraph(content, Around(alignment, block, item, leads_item))

    def _table(self, table: TableLeaf) -> None:
        self._add(BlockKind.TABLE, table.span)
        for at, row in enumerate(table.texts):
            # The second line only separates the head from the rows.
            if at != 1:
                for cell in read_cells(row, table.offsets[at], table.columns):
                    self._inline.cell(*cell)

    def _unread(self, unread: Unread) -> None:
        self._lists.add_content()
        message = f"Nested {self._containers} deep: what is inside is not read."
        self._inline.note(message, unread.span)

    def _followed(self) -> Iterator[Suppression]:
        """The suppressions, each with the next line that has text."""
        if not self._inline.html.suppressions:
            return
        filled = [line for line, text in enumerate(self._lines.texts, 1) if text.strip()]
        for suppression in self._inline.html.suppressions:
            last = position(self._lines.starts, max(0, suppression.span.end - 1)).line
            at = bisect_right(filled, last)
            following = filled[at] if at < len(filled) else last + 1
            below = self._lines.texts[following - 1] if at < len(filled) else ""
            written, line = self._text[slice(*suppression.span)], self._lines.texts[last - 1]
            removable = is_removable(written, line, below)
            yield suppression._replace(following=following, removable=removable)

    def _document(self, path: str) -> Document:
        inline, html = self._inline, self._inline.html
        headings = named_headings(self._headings, html.headings, self._footnotes.order)
        links = [*inline.links, *html.links]
        return Document(
            path=path,
            text=self._text,
            line_starts=self._lines.starts,
            headings=tuple(headings),
            labels=self._shown(inline.labels),
            lists=self._shown(self._lists.lists),
            blocks=self._shown(self._blocks),
            links=tuple(sorted((*self._shown(links), *self._definitions), key=_start)),
            undefined=self._shown(inline.undefined),
            anchors=(*heading_anchors(headings), *self._shown(html.anchors)),
            fences=self._shown(self._fences),
            code_spans=tuple(span for span in inline.code if self._is_shown(span)),
            lettered=self._shown(self._lettered),
            suppressions=tuple(self._followed()),
            limits=tuple(inline.noted),
            footnotes=tuple(self._footnotes.facts()),
        )

    def _shown(self, facts: Iterable[_Fact]) -> tuple[_Fact, ...]:
        """Those outside footnotes that GitHub does not show, in order."""
        if self._footnotes:
            facts = (fact for fact in facts if self._is_shown(fact.span))
        return tuple(sorted(facts, key=_start))

    def _is_shown(self, span: Span) -> bool:
        return not self._footnotes or self._footnotes.order(span.start) is not None


_READ: dict[type[Leaf], Callable[[_Reader, Any], None]] = {
    Paragraph: _Reader._paragraph,
    HeadingLeaf: _Reader._heading,
    FencedCode: _Reader._fence,
    IndentedCode: _Reader._code,
    TableLeaf: _Reader._table,
    HtmlBlock: _Reader._html,
    ThematicBreak: _Reader._rule,
    Unread: _Reader._unread,
}
