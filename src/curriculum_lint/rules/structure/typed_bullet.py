"""CL129 typed-bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Block, BlockKind, Document
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.phrases import counted
from ...text.source import Span
from .._plain_text import Line, lines_of, paragraphs_with, plain_text
from ..wording import excerpt

_BULLETS = "•●▪◦‣⁃∙○■□▸►➤➢・"
_MAYBE = re.compile(rf"[\r\n][ \t>]*[{_BULLETS}]")
_ITEM = late_pattern(rf"(?P<bullet>[{_BULLETS}])[ \t\u00a0\u3000]*\S")
#: What stays the text of an item behind a marker: not what begins a list, a quotation or a rule.
_TEXT = late_pattern(r"(?!\d{1,9}[.)](?:\s|\Z))(?:\*{1,2}|[_`\"“'‘(\[「『]){0,3}[^\W_]")
_HARD_BREAK = late_pattern(r"(?:  |\\|<br[ ]*/?>)\Z", re.IGNORECASE)


class TypedBullet(DocumentRule):
    """Markdown knows the bullets `-`, `*` and `+`. Lines that begin with another one are lines of
    one paragraph, and are shown behind each other.
    """

    code = "CL129"
    name = "typed-bullet"
    summary = "lines that begin with a typed bullet and are no list"
    severity = Severity.WARNING
    fix_changes = PageChange.MARKS
    limits = (
        "Only where two or more lines of a paragraph begin so, and one follows another without a "
        "line break of its own: two blanks, a backslash or `<br>`."
    )
    good = (Example("# Notes\n\n• Read<br>\n• Write\n\nSee below\n• or above.\n\n• Once\n"),)
    bad = (
        Example(
            "# Notes\n\nWe will:\n• read\n• write\n",
            finds=("4:1 CL129",),
            fixed="# Notes\n\nWe will:\n- read\n- write\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for typed bullets inside paragraphs."""
        document = page.document
        blocks = paragraphs_with(document, _MAYBE)
        if not blocks:
            return
        plain = plain_text(document, BlockKind.PARAGRAPH)
        for block in blocks:
            lines = list(lines_of(document, block))
            items = [line for line in lines if _is_item(document, plain, line)]
            if len(items) > 1 and _run_together(document, lines, items):
                yield _finding(document, block, items)


def _is_item(document: Document, plain: str, line: Line) -> bool:
    is_plain = plain[line.span.start] != "\0"
    return is_plain and _ITEM.match(document.text, *line.span) is not None


def _run_together(document: Document, lines: list[Line], items: list[Line]) -> bool:
    """Whether one of ``items`` is shown behind the line above it."""
    return any(
        below in items and not _HARD_BREAK.search(document.text, *above.span)
        for above, below in pairwise(lines)
    )


def _finding(document: Document, block: Block, items: list[Line]) -> Finding:
    first = items[0].span
    bullet = document.text[first.start]
    shown = excerpt(document.text[slice(*first)])
    message = (
        f"“{shown}” and {counted(len(items) - 1, 'more line')} are shown behind each other: "
        f"“{bullet}” makes no list."
    )
    advice = f"Write `-` and a blank instead of “{bullet}”."
    span = Span(first.start, first.start + 1)
    return Finding(document.path, span, message, advice, _fix(document, block, items))


def _fix(document: Document, block: Block, items: list[Line]) -> Fix | None:
    if block.depth or any(not _becomes_item(document, line) for line in items):
        return None
    edits = [Edit(document.path, *_marker(document, line), "- ") for line in items]
    return Fix("Make it a list", Safety.SAFE, tuple(edits))


def _becomes_item(document: Document, line: Line) -> bool:
    text = document.text[_marker(document, line).end : line.span.end]
    return ">" not in line.indent and not line.is_indented and _TEXT.match(text) is not None


def _marker(document: Document, line: Line) -> Span:
    """The bullet and the blanks behind it."""
    item = _ITEM.match(document.text, *line.span)
    assert item is not None, "a line that begins with a bullet"
    return Span(item.start(), item.end() - 1)
