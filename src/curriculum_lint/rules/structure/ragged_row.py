"""CL128 ragged-row."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Block, BlockKind, Document
from ...parse.tables import split_row
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.phrases import counted
from ...text.source import Span
from .._plain_text import Line, begins_block, lines_of
from ..wording import excerpt

#: What site generators read below a table: attributes and captions.
_NO_TEXT = late_pattern(r"\{[:%{].*|:[ \t]|Table:|\[\^?[^\]]*\]:")
_BAR_IN_CODE = late_pattern(r"(?<!`)(`+)(?!`)(?:(?!\1).)*(?<!\\)\|(?:(?!\1).)*\1(?!`)")
_HEAD_ROWS = 2


class RaggedRow(DocumentRule):
    """The head of a table says how many cells its rows have. GitHub drops what a row has beyond
    them, and takes every line below a table for one more row, until a blank line ends it.
    """

    code = "CL128"
    name = "ragged-row"
    summary = "a row of a table that loses cells, or text that becomes a row of the table above it"
    severity = Severity.WARNING
    fix_changes = PageChange.ELEMENTS
    limits = (
        "Cells without text may be too many, and rows may be too short. Text becomes a row only in "
        "a table of two or more columns of which every row has a bar; attributes and captions of "
        "site generators are not text."
    )
    good = (
        Example(
            "# Notes\n\n| a | b |\n| --- | --- |\n| 1 | `x\\|y` |\n| 1 | 2 | |\n| 1 |\n\nDone.\n"
        ),
    )
    bad = (
        Example(
            "# Notes\n\n| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n| 1 | `x|y` |\n",
            finds=("5:11 CL128", "6:10 CL128"),
        ),
        Example(
            "# Notes\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\nThese are all.\n",
            finds=("6:1 CL128",),
            fixed="# Notes\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nThese are all.\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at the rows of every table."""
        for block in page.document.blocks:
            if block.kind is BlockKind.TABLE:
                yield from _rows(page.document, block)


def _rows(document: Document, block: Block) -> Iterator[Finding]:
    head, _, *rows = lines_of(document, block)
    columns = len(split_row(_text(document, head)))
    for line in rows:
        cells = split_row(_text(document, line))
        lost = [cell for cell in cells[columns:] if cell.start < cell.end]
        if lost:
            yield _lost(document, line, columns, Span(lost[0].start, lost[-1].end))
    behind = _text_behind(document, rows) if columns > 1 else []
    if behind:
        yield _swallowed(document, block, behind)


def _text(document: Document, line: Line) -> str:
    return document.text[slice(*line.span)]


def _lost(document: Document, line: Line, columns: int, lost: Span) -> Finding:
    row, start = _text(document, line), line.span.start
    message = (
        f"This row has more than {counted(columns, 'cell')}, as many as the head of its table: "
        f"“{excerpt(row[slice(*lost)])}” is not shown."
    )
    advice = "Give the table a column more, or write `\\|` for a bar that parts no cells."
    if _BAR_IN_CODE.search(row):
        advice = "Write `\\|` for the bar in code: it parts cells there as well."
    return Finding(document.path, Span(start + lost.start, start + lost.end), message, advice)


def _text_behind(document: Document, rows: list[Line]) -> list[Line]:
    """The lines without a bar that end a table whose other rows have one."""
    texts = [_text(document, line) for line in rows]
    has_bar = ["|" in text for text in texts]
    first = next((at for at, has in enumerate(has_bar) if not has), None)
    if not first or any(has_bar[first:]) or any(map(_NO_TEXT.match, texts[first:])):
        return []
    return rows[first:]


def _swallowed(document: Document, block: Block, lines: list[Line]) -> Finding:
    line = lines[0]
    shown = excerpt(_text(document, line))
    message = f"“{shown}” is a row of the table above it: no blank line parts them."
    at = line.span.start - len(line.indent)
    # Without the table, the lines may be more than text, and a backslash breaks a line.
    has_break = any(_text(document, each).endswith("\\") for each in lines)
    is_more = has_break or begins_block(document, at - 1)
    safety = Safety.UNSAFE if is_more else Safety.SAFE
    fix = Fix("Write a blank line above it", safety, (Edit(document.path, at, at, "\n"),))
    is_sure = not block.depth and ">" not in line.indent
    advice = "Write a blank line above it."
    return Finding(document.path, line.span, message, advice, fix if is_sure else None)
