"""CL122 unread-table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.example import Example
from ...check.page_change import PageChange
from ...check.rule import DocumentRule, Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Page
from ...parse.document import Block, BlockKind, Document
from ...settings.severity import Severity
from ...text.phrases import counted
from ...text.source import Span
from .._plain_text import Line, lines_of, plain_text
from ._table_rows import cells_of, delimiter_for, is_delimiter, is_like_delimiter, is_row

_MAYBE = re.compile(r"\|[^\r\n|]*\|")


class UnreadTable(DocumentRule):
    """A table needs a row of dashes below its head, with as many cells, and no blank line between
    its rows. Where that is not so, readers see a heap of words and pipes.
    """

    code = "CL122"
    name = "unread-table"
    summary = "rows of a table that GitHub shows as text"
    severity = Severity.ERROR
    fix_changes = PageChange.MARKS
    limits = (
        "Only lines between pipes with two or more cells: with a row of dashes among them, or two "
        "in a row, or right below a table. Text about Markdown is not looked at."
    )
    good = (Example("# Notes\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nThe size |x| or |y|.\n"),)
    bad = (
        Example(
            "# Notes\n\n| a | b |\n| --- |\n| 1 | 2 |\n",
            finds=("4:1 CL122",),
            fixed="# Notes\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
        ),
        Example(
            "# Notes\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| 3 | 4 |\n",
            finds=("7:1 CL122",),
            fixed="# Notes\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n",
        ),
        Example(
            "# Notes\n\n| a | b |\n| 1 | 2 |\n",
            finds=("3:1 CL122",),
            fixed="# Notes\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
            unsafe=True,
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look for rows of tables inside paragraphs."""
        document = page.document
        if _MAYBE.search(document.text) is None:
            return
        plain = plain_text(document, BlockKind.PARAGRAPH)
        before: Block | None = None
        for block in document.blocks:
            if block.kind is BlockKind.PARAGRAPH and "|" in plain[slice(*block.span)]:
                yield from _Rows(document, block, before).findings()
            before = block


class _Rows:
    """The lines of one paragraph."""

    def __init__(self, document: Document, block: Block, before: Block | None) -> None:
        self._document, self._block, self._before = document, block, before
        self._lines = list(lines_of(document, block))
        self._texts = [document.text[slice(*line.span)] for line in self._lines]

    def findings(self) -> Iterator[Finding]:
        """What keeps them from being a table, if they were meant to be one."""
        for row, text in enumerate(self._texts):
            if is_like_delimiter(text):
                yield from self._at_delimiter(row)
                return
        if all(map(is_row, self._texts)):
            yield from self._without_delimiter()

    def _at_delimiter(self, row: int) -> Iterator[Finding]:
        line, text = self._lines[row], self._texts[row]
        if row == 0:
            if is_delimiter(text) and len(self._texts) > 1 and cells_of(self._texts[1]):
                message = "No head stands above this row of dashes, so the table is shown as text."
                advice = "Write the names of the columns right above it, without a blank line."
                yield self._finding(line, message, advice, None)
            return
        head = self._texts[row - 1]
        if len(cells_of(head)) < 2:
            return
        if len(cells_of(head)) != len(cells_of(text)):
            cells, dashes = len(cells_of(head)), len(cells_of(text))
            message = (
                f"The head of this table has {counted(cells, 'cell')}, the row of dashes "
                f"below it {dashes}, so the table is shown as text."
            )
            yield self._finding(line, message, None, self._dashes(row, cells))
        elif not is_delimiter(text):
            message = "This row has more than dashes in it, so the table is shown as text."
            yield self._finding(line, message, None, self._dashes(row, len(cells_of(head))))
        elif self._block.depth:
            message = "This table is part of the item of the list above, and is shown as text."
            advice = "Write a blank line above it, and indent it like the item's text, or not."
            yield self._finding(self._lines[row - 1], message, advice, None)

    def _dashes(self, row: int, columns: int) -> Fix | None:
        """The fix that writes the row of dashes anew, if every other row has as many cells."""
        rows = self._texts[row + 1 :]
        if self._block.depth or any(len(cells_of(each)) != columns for each in rows):
            return None
        written = delimiter_for(self._texts[row - 1], self._texts[row])
        edit = Edit(self._document.path, *self._lines[row].span, written)
        # Definitions right above the head would become text.
        safety = Safety.SAFE if self._stands_alone() else Safety.UNSAFE
        return Fix(f"Write `{written}`", safety, (edit,))

    def _stands_alone(self) -> bool:
        """Whether nothing stands on the line above the paragraph."""
        row = self._document.line(self._block.span.start) - 1
        starts = self._document.line_starts
        return row == 0 or not self._document.text[starts[row - 1] : starts[row]].strip(" \t\r\n>")

    def _without_delimiter(self) -> Iterator[Finding]:
        first, path = self._lines[0], self._document.path
        if self._before is not None and self._before.kind is BlockKind.TABLE:
            gap = Span(self._before.span.end, self._block.span.start)
            table = self._document.text[slice(*self._before.span)]
            message = "A blank line parts this row from its table, so it is shown as text."
            columns = len(cells_of(table.splitlines()[0]))
            is_part = not self._block.depth and all(
                len(cells_of(t)) == columns for t in self._texts
            )
            # Several rows may be a table of their own, without its row of dashes.
            safety = Safety.UNSAFE if len(self._texts) > 1 else Safety.SAFE
            fix = Fix("Delete the blank line", safety, (Edit(path, *gap, "\n"),))
            yield self._finding(first, message, "Delete it.", fix if is_part else None)
        elif len(self._texts) > 1 and len({len(cells_of(text)) for text in self._texts}) == 1:
            message = "No row of dashes stands below the first of these rows: they are no table."
            dashes = delimiter_for(self._texts[0], "")
            at = first.span.end
            fix = Fix(f"Write `{dashes}`", Safety.UNSAFE, (Edit(path, at, at, f"\n{dashes}"),))
            advice = f"Write `{dashes}` below it."
            yield self._finding(first, message, advice, None if self._block.depth else fix)

    def _finding(self, line: Line, message: str, advice: str | None, fix: Fix | None) -> Finding:
        return Finding(self._document.path, line.span, message, advice, fix)
