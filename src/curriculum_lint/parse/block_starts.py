"""How blocks begin: each of these takes a line as far as its block goes, or leaves it alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Protocol

from ..text.late_pattern import late_pattern
from ..text.source import Span
from .containers import Container, FootnoteBlock, Item, Quote
from .html_starts import html_start
from .leaves import FencedCode, HeadingLeaf, HtmlBlock, Leaf, Paragraph, ThematicBreak
from .line_cursor import LineCursor
from .tables import is_separator, split_row

_CODE_INDENT = 4
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_FENCE = re.compile(r"(`{3,}(?=[^`]*\Z)|~{3,})(.*)\Z", re.DOTALL)
_UNDERLINE = re.compile(r"(?:(=+)|-+)[ \t]*\Z")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_FOOTNOTE = late_pattern(r"\[\^([^\]\s\0]+)\]:[ \t]*")
_MARKER = re.compile(r"(?:([-+*])|(\d{1,9})([.)]))(?=[ \t\n\v\f\r]|\Z)", re.ASCII)
_TASK = late_pattern(r"[ \t\v\f]*(?:[-+*]|\d+.)[ \t\v\f]+\[[ xX]\][ \t\v\f]+", re.ASCII)


class Opened(Enum):
    """What a line has begun: behind a container, others can begin."""

    CONTAINER = auto()
    TASK = auto()
    LEAF = auto()


class OpenBlocks(Protocol):
    """The blocks that are open at a line: ``row``, which begins at ``start`` in the file."""

    row: int
    start: int

    def begin(self, leaf: Leaf, line: LineCursor | None = None) -> Opened:
        """Begin a leaf, with what is left of a line."""

    def add(self, leaf: Leaf, line: LineCursor) -> None:
        """Give a leaf what is left of a line."""

    def enter(self, container: Container) -> Opened:
        """Begin a container."""

    def enter_item(self, item: Item, mark: str) -> None:
        """Begin an item of the list around, or of a new one."""

    def become(self, leaf: Leaf) -> Opened:
        """Make another block of the one that is open, and end it."""

    def begin_table(self, above: Paragraph, columns: int, line: LineCursor) -> Opened:
        """Make a table of the last line of a paragraph."""

    def close_leaf(self) -> Opened:
        """End the leaf that is open, if one is."""

    def define(self, paragraph: Paragraph) -> bool:
        """Take the definitions out of a paragraph's beginning; whether text is left."""


_Start = Callable[[OpenBlocks, LineCursor, Leaf | None], Opened | None]


def _quote(blocks: OpenBlocks, line: LineCursor, _leaf: Leaf | None) -> Opened:
    start = blocks.start + line.first
    line.move(line.first + 1)
    line.skip(1)
    return blocks.enter(Quote(start, start + 1))


def _heading(blocks: OpenBlocks, line: LineCursor, _leaf: Leaf | None) -> Opened | None:
    match = _HEADING.match(line.text, line.first)
    if match is None:
        return None
    heading = HeadingLeaf(blocks.row, blocks.start + line.first, len(match[1]))
    line.move(match.end(1))
    heading.set_text(blocks.row, line, blocks.start)
    blocks.begin(heading)
    return blocks.close_leaf()


def _fence(blocks: OpenBlocks, line: LineCursor, _leaf: Leaf | None) -> Opened | None:
    match = _FENCE.match(line.text, line.first)
    if match is None:
        return None
    start, end = blocks.start + line.first, blocks.start + len(line.text)
    fence = FencedCode(blocks.row, start, match[1], line.indent, match[2].strip())
    fence.end = end
    return blocks.begin(fence)


def _html(blocks: OpenBlocks, line: LineCursor, leaf: Leaf | None) -> Opened | None:
    begin = html_start(line.text, line.first, in_paragraph=isinstance(leaf, Paragraph))
    if begin is None:
        return None
    return blocks.begin(HtmlBlock(blocks.row, blocks.start + line.first, begin), line)


def _underline(blocks: OpenBlocks, line: LineCursor, leaf: Leaf | None) -> Opened | None:
    """Make a heading of the paragraph above, unless that consists of definitions."""
    match = _UNDERLINE.match(line.text, line.first)
    if match is None or not isinstance(leaf, Paragraph):
        return None
    if not blocks.define(leaf):
        blocks.add(leaf, line)
        return Opened.LEAF
    heading = HeadingLeaf(leaf.row, leaf.start, 1 if match[1] else 2)
    heading.texts, heading.offsets = leaf.texts, leaf.offsets
    heading.last, heading.end = blocks.row, blocks.start + len(line.text)
    return blocks.become(heading)


def _rule(blocks: OpenBlocks, line: LineCursor, _leaf: Leaf | None) -> Opened | None:
    if not _RULE.match(line.text, line.first):
        return None
    blocks.begin(ThematicBreak(blocks.row, blocks.start + line.first), line)
    return blocks.close_leaf()


def _footnote(blocks: OpenBlocks, line: LineCursor, _leaf: Leaf | None) -> Opened | None:
    match = _FOOTNOTE.match(line.text, line.first)
    if match is None:
        return None
    start = blocks.start + line.first
    line.move(match.end())
    return blocks.enter(FootnoteBlock(start, blocks.start + match.end(), match[1]))


def _item(blocks: OpenBlocks, line: LineCursor, leaf: Leaf | None) -> Opened | None:
    match = _MARKER.match(line.text, line.first)
    if match is None:
        return None
    start, end = match.span()
    number = int(match[2]) if match[2] else None
    if isinstance(leaf, Paragraph):
        is_blank = not line.text[end:].strip(" \t")
        if is_blank or number not in (None, 1):
            return None
    indent = line.indent + end - start
    line.move(end)
    gap = line.indent if 0 < line.indent <= _CODE_INDENT and not line.is_blank else 1
    line.skip(gap)
    marker = Span(blocks.start + start, blocks.start + end)
    item = Item(marker, number, indent + gap)
    blocks.enter_item(item, match[1] or match[3])
    return _task(item, line)


def _task(item: Item, line: LineCursor) -> Opened:
    """The mark of a task; its item begins the line: in a quote it is text."""
    if not line.text.startswith("[", line.at) or not _TASK.match(line.text):
        return Opened.CONTAINER
    item.is_task = True
    line.move(line.at + 3)
    return Opened.TASK


def _table(blocks: OpenBlocks, line: LineCursor, leaf: Leaf | None) -> Opened | None:
    """Make a table of the last line of the paragraph above, and of this line."""
    if not isinstance(leaf, Paragraph) or leaf.is_no_table or not leaf.texts:
        return None
    text = line.text[line.first :]
    if not is_separator(text):
        return None
    columns = len(split_row(text))
    if len(split_row(leaf.texts[-1])) != columns:
        leaf.is_no_table = True
        return None
    return blocks.begin_table(leaf, columns, line)


STARTS: Mapping[str, tuple[_Start, ...]] = {
    ">": (_quote,),
    "#": (_heading,),
    "`": (_fence,),
    "~": (_fence,),
    "<": (_html,),
    "=": (_underline,),
    "-": (_underline, _rule, _item, _table),
    "*": (_rule, _item),
    "_": (_rule,),
    "+": (_item,),
    "[": (_footnote,),
    "|": (_table,),
    ":": (_table,),
} | dict.fromkeys("0123456789", (_item,))
