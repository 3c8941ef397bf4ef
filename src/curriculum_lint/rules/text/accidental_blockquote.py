"""CL606 accidental-blockquote."""

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
from ...text.late_pattern import late_pattern
from ...text.source import Span
from ..wording import excerpt

_BEFORE = late_pattern(r"[ \t]*(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?>[ \t]?\Z")
_AMOUNT = re.compile(r"=?[ \t]*[-+~≈$€£]?\d")
_LONGEST_PREFIX = 80
#: Behind a line that ends so, a quotation is meant.
_SENTENCE_END = (".", ":", "!", "?", "…", "”", '"')


class AccidentalBlockquote(DocumentRule):
    """A `>` at the start of a line or an item begins a quotation: readers see “4 MB” with a bar
    beside it, and not that it is “more than 4 MB” that they must refuse.
    """

    code = "CL606"
    name = "accidental-blockquote"
    summary = "`>` before a number that Markdown takes for a quotation"
    severity = Severity.WARNING
    fix_changes = PageChange.MARKS
    limits = (
        "Only quotations of a single line that begin with a number or `=`, and only as the first "
        "thing in a list item or in the middle of a sentence."
    )
    good = (
        Example("# Notes\n\n- \\> 4 MB: refused\n- <= 4 MB: fine\n\nHe said:\n> 4 is enough\n"),
    )
    bad = (
        Example(
            "# Notes\n\n- > 4 MB: refused\n- >= 1 MB: slow\n\nRefuse files of\n> 4 MB.\n",
            finds=("3:3 CL606", "4:3 CL606", "7:1 CL606"),
            fixed="# Notes\n\n- \\> 4 MB: refused\n- \\>= 1 MB: slow\n\n"
            "Refuse files of\n\\> 4 MB.\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at what stands before each paragraph that begins with a number."""
        document = page.document
        for block in document.blocks:
            if block.kind is BlockKind.PARAGRAPH and _AMOUNT.match(document.text, block.span.start):
                mark = _accidental_mark(document, block)
                if mark is not None:
                    written = document.text[mark : block.span.end]
                    message = f"Markdown takes the `>` of “{excerpt(written)}” for a quotation."
                    fix = Fix("Write `\\>`", Safety.SAFE, (Edit(page.path, mark, mark, "\\"),))
                    advice = "Write `\\>`, or “more than”."
                    yield Finding(page.path, Span(mark, mark + 1), message, advice, fix)


def _accidental_mark(document: Document, block: Block) -> int | None:
    """The offset of the ``>`` before ``block``, if a comparison was meant."""
    row = document.line(block.span.start) - 1
    start = document.line_starts[row]
    if block.span.start - start > _LONGEST_PREFIX:
        return None
    before = _BEFORE.match(document.text[start : block.span.start])
    if before is None or document.line(block.span.end) - 1 != row:
        return None
    if _line(document, row + 1).startswith(">"):
        return None
    if not before["item"] and not _goes_on(_line(document, row - 1)):
        return None
    return document.text.rindex(">", start, block.span.start)


def _goes_on(line: str) -> bool:
    """Whether a sentence that began on ``line`` does not end there."""
    return bool(line) and line[0].isalnum() and not line.endswith(_SENTENCE_END)


def _line(document: Document, row: int) -> str:
    """The line of that index (0-based) without blanks around it; empty if there is none."""
    starts = document.line_starts
    if not 0 <= row < len(starts):
        return ""
    end = starts[row + 1] if row + 1 < len(starts) else len(document.text)
    return document.text[starts[row] : end].strip()
