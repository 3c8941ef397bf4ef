"""How blocks begin: each of these takes a line as far as its block goes, or leaves it alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING

from ..text.source import Span
from .containers import FootnoteBlock, Item, Quote
from .html_starts import html_start
from .leaves import FencedCode, HeadingLeaf, HtmlBlock, Leaf, Paragraph, ThematicBreak
from .line_cursor import LineCursor
from .tables import is_separator, split_row

if TYPE_CHECKING:
    from .blocks import BlockReader

_CODE_INDENT = 4
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_FENCE = re.compile(r"(`{3,}(?=[^`]*\Z)|~{3,})(.*)\Z", re.DOTALL)
_UNDERLINE = re.compile(r"(?:(=+)|-+)[ \t]*\Z")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_FOOTNOTE = re.compile(r"\[\^([^\]\s\0]+)\]:[ \t]*")
_MARKER = re.compile(r"(?:([-+*])|(\d{1,9})([.)]))(?=[ \t\n\v\f\r]|\Z)", re.ASCII)
_TASK = re.compile(r"[ \t\v\f]*(?:[-+*]|\d+.)[ \t\v\f]+\[[ xX]\][ \t\v\f]+", re.ASCII)


class Opened(Enum):
    """What a line has begun: behind a container, others can begin."""

    CONTAINER = auto()
    TASK = auto()
    LEAF = auto()


_Start = Callable[["BlockReader", LineCursor, Leaf | None], Opened | None]


def _quote(reader: BlockReader, line: LineCursor, _leaf: Leaf | None) -> Opened:
    start = reader.start + line.first
    line.move(line.first + 1)
    line.skip(1)
    return reader.enter(Quote(start, start + 1))


def _heading(reader: BlockReader, line: LineCursor, _leaf: Leaf | None) -> Opened | None:
    match = _HEADING.match(line.text, line.first)
    if match is None:
        return None
    heading = HeadingLeaf(reader.row, reader.start + line.first, len(match[1]))
    line.move(match.end(1))
    heading.set_text(reader.row, line, reader.start)
    reader.begin(heading)
    return reader.close_leaf()


def _fence(reader: BlockReader, line: LineCursor, _leaf: Leaf | None) -> Opened | None:
    match = _FENCE.match(line.text, line.first)
    if match is None:
        return None
    start, end = reader.start + line.first, reader.start + len(line.text)
    fence = FencedCode(reader.row, start, match[1], line.indent, match[2].strip())
    fence.end = end
    return reader.begin(fence)


def _html(reader: BlockReader, line: LineCursor, leaf: Leaf | None) -> Opened | None:
    begin = html_start(line.text, line.first, in_paragraph=isinstance(leaf, Paragraph))
    if begin is None:
        return None
    return reader.begin(HtmlBlock(reader.row, reader.start + line.first, begin), line)


def _underline(reader: BlockReader, line: LineCursor, leaf: Leaf | None) -> Opened | None:
    """Make a heading of the paragraph above, unless that consists of definitions."""
    match = _UNDERLINE.match(line.text, line.first)
    if match is None or not isinstance(leaf, Paragraph):
        return None
    if not reader.define(leaf):
        reader.add(leaf, line)
        return Opened.LEAF
    heading = HeadingLeaf(leaf.row, leaf.start, 1 if match[1] else 2)
    heading.texts, heading.offsets = leaf.texts, leaf.offsets
    heading.last, heading.end = reader.row, reader.start + len(line.text)
    return reader.become(heading)


def _rule(reader: BlockReader, line: LineCursor, _leaf: Leaf | None) -> Opened | None:
    if not _RULE.match(line.text, line.first):
        return None
    reader.begin(ThematicBreak(reader.row, reader.start + line.first), line)
    return reader.close_leaf()


def _footnote(reader: BlockReader, line: LineCursor, _leaf: Leaf | None) -> Opened | None:
    match = _FOOTNOTE.match(line.text, line.first)
    if match is None:
        return None
    start = reader.start + line.first
    line.move(match.end())
    return reader.enter(FootnoteBlock(start, reader.start + match.end(), match[1]))


def _item(reader: BlockReader, line: LineCursor, leaf: Leaf | None) -> Opened | None:
    match = _MARKER.match(line.text, line.first)
    if match is None:
        return None
    number = int(match[2]) if match[2] else None
    is_blank = not line.text[match.end() :].strip(" \t")
    if isinstance(leaf, Paragraph) and (is_blank or number not in (None, 1)):
        return None
    indent = line.indent + match.end() - match.start()
    line.move(match.end())
    gap = line.indent if 0 < line.indent <= _CODE_INDENT and not line.is_blank else 1
    line.skip(gap)
    marker = Span(reader.start + match.start(), reader.start + match.end())
    item = Item(marker, number, indent + gap)
    reader.enter_item(item, match[1] or match[3])
    return _task(item, line)


def _task(item: Item, line: LineCursor) -> Opened:
    """The mark of a task; its item begins the line: in a quote it is text."""
    if not line.text.startswith("[", line.at) or not _TASK.match(line.text):
        return Opened.CONTAINER
    item.is_task = True
    line.move(line.at + 3)
    return Opened.TASK


def _table(reader: BlockReader, line: LineCursor, leaf: Leaf | None) -> Opened | None:
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
    return reader.begin_table(leaf, columns, line)


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
