"""CL125 glued-list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Block, BlockKind, Document
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from .._plain_text import Line, lines_of, paragraphs_with, plain_text
from ..wording import excerpt

_MAYBE = re.compile(r"[\r\n][ \t>]*(?:\d{1,3}[.)]|[-*+])[ \t]+\S")
_ITEM = late_pattern(r"(?P<marker>[-*+]|(?P<number>\d{1,3})[.)])[ \t]+[^\s\0]")
_CONCLUDING = (":", "：")
_ENDING = (*_CONCLUDING, ".", "!", "?", ";", "。", "！", "？", "।", "؟", "…", ")", "*", "_")
_FEWEST, _FEWEST_ORDINALS = 2, 3


class _Item(NamedTuple):
    line: Line
    marker: str
    number: int | None


class GluedList(DocumentRule):
    """A numbered list interrupts a paragraph only if it begins with 1, and no list does so that is
    indented by four blanks. Otherwise its lines melt into the paragraph above.
    """

    code = "CL125"
    name = "glued-list"
    summary = "a list that is not one, because it is glued to the paragraph above"
    severity = Severity.WARNING
    fix_changes = PageChange.MARKS
    limits = (
        "Only where two or more lines in a row begin as items of one list do, numbered ones in "
        "order, or where a single one follows a colon. Text about Markdown is not looked at."
    )
    good = (
        Example(
            "# Notes\n\nIt came out in\n2019. Then:\n1. Read\n2. Write\n\nRead:\n- this\n- that\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\nThen go on:\n2. Read\n3. Write\n",
            finds=("4:1 CL125",),
            fixed="# Notes\n\nThen go on:\n\n2. Read\n3. Write\n",
        ),
        Example(
            "# Notes\n\nTwo things:\n    - Read\n    - Write\n",
            finds=("4:5 CL125",),
            fixed="# Notes\n\nTwo things:\n\n- Read\n- Write\n",
            unsafe=True,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for items of lists inside paragraphs."""
        document = page.document
        blocks = paragraphs_with(document, _MAYBE)
        if not blocks:
            return
        plain = plain_text(document, BlockKind.PARAGRAPH)
        for block in blocks:
            lines = list(lines_of(document, block))
            items = _items(plain, lines)
            if items and _is_list(plain, lines, items):
                is_sure = _above(plain, lines, items).endswith(_CONCLUDING)
                yield _finding(document, block, items, is_sure=is_sure)


def _items(plain: str, lines: list[Line]) -> list[_Item]:
    """The first lines in a row, behind the paragraph's own first line, that begin as items do."""
    found: list[_Item] = []
    for line in lines[1:]:
        match = _ITEM.match(plain, *line.span)
        if match is not None:
            number = int(match["number"]) if match["number"] else None
            found.append(_Item(line, match["marker"][-1], number))
        elif found:
            break
    return found


def _is_list(plain: str, lines: list[Line], items: list[_Item]) -> bool:
    if len({item.marker for item in items}) > 1 or _ITEM.match(plain, *lines[0].span):
        return False
    numbers = [item.number for item in items if item.number is not None]
    if numbers and numbers != list(range(numbers[0], numbers[0] + len(items))):
        return False
    above = _above(plain, lines, items)
    # In the middle of a sentence, numbers with a period are ordinals in many languages.
    fewest = _FEWEST_ORDINALS if numbers and not above.endswith(_ENDING) else _FEWEST
    return len(items) >= fewest or above.endswith(_CONCLUDING)


def _above(plain: str, lines: list[Line], items: list[_Item]) -> str:
    """The line above the items."""
    at = [line.span for line in lines].index(items[0].line.span)
    return plain[slice(*lines[at - 1].span)].rstrip()


def _finding(document: Document, block: Block, items: list[_Item], *, is_sure: bool) -> Finding:
    first = items[0].line
    written = document.text[slice(*first.span)]
    reason = "it is indented" if first.is_indented else f"it begins with {items[0].number}"
    shown = excerpt(written)
    message = f"“{shown}” is not an item of a list: it follows a paragraph, and {reason}."
    advice = _advice(document, block, is_indented=first.is_indented)
    fix = _fix(document, block, items)
    if fix and not is_sure:
        fix = fix._replace(safety=Safety.UNSAFE)
    return Finding(document.path, first.span, message, advice, fix)


def _advice(document: Document, block: Block, *, is_indented: bool) -> str:
    if not is_indented:
        return "Write a blank line above it."
    if not block.depth:
        return "Write a blank line above it, and begin it at the margin."
    column = document.position(block.span.start).column
    return f"Begin it in column {column}, where the text of the item around it begins."


def _fix(document: Document, block: Block, items: list[_Item]) -> Fix | None:
    if block.depth or ">" in items[0].line.indent:
        return None
    is_indented = items[0].line.is_indented
    edits = []
    for at, item in enumerate(items):
        start = item.line.span.start
        written = "" if is_indented else item.line.indent
        edits.append(
            Edit(
                document.path, start - len(item.line.indent), start, ("" if at else "\n") + written
            )
        )
    safety = Safety.UNSAFE if is_indented else Safety.SAFE
    return Fix("Write a blank line above it", safety, tuple(edits))
