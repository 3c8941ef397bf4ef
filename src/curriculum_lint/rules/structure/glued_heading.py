"""CL124 glued-heading."""

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
from ...text.source import Span
from .._plain_text import Line, lines_of, plain_text
from ..wording import excerpt

_MAYBE = re.compile(r"(?:\A|[\r\n])[ \t>]*#{1,6}[^#\s]")
_SEVERAL = re.compile(r"(?P<marks>#{2,6})(?=[^\W_]|[*_`\[]|[^\x00-\x7f])[^\0]*")
#: One mark alone also begins a hashtag, a colour, a directive or the number of an issue.
_SINGLE = re.compile(r"(?P<marks>#)(?=[^\W\d_a-z])[^\0#]*[^\s\0#.!?,;:]")
#: A hashtag of several words in one, or a mark of things to do.
_TAG = re.compile(r"#(?:\w*[^\W\d_A-Z][A-Z]|(?:TODO|FIXME|NOTE|WIP|XXX|HACK)\b)")
_WIDEST_INDENT = 3
_TWO_WORDS = 2


class GluedHeading(DocumentRule):
    """A heading begins only where a blank follows the `#`. Without it readers see the number signs,
    and nothing can link to the part or show it in a table of contents.
    """

    code = "CL124"
    name = "glued-heading"
    summary = "`##Title`: a heading without the blank behind its `#`"
    severity = Severity.WARNING
    fix_changes = PageChange.MARKS
    limits = (
        "A single `#` counts only before a capital letter, where two or more words are a "
        "paragraph of their own: `#Node`, `#MeToo`, `#12` and `#include` are hashtags, issues and "
        "code. Text about Markdown is not looked at."
    )
    good = (Example("# Notes\n\nTag it #Node or #12.\n\n#Node #Express\n\n\\##Two\n"),)
    bad = (
        Example(
            "# Notes\n\n##Set it up\n\nDone.\n",
            finds=("3:1 CL124",),
            fixed="# Notes\n\n## Set it up\n\nDone.\n",
        ),
    )

    def check(self, page: Page) -> Iterator[Finding]:
        """Look at the lines of paragraphs that begin with ``#``."""
        document = page.document
        if _MAYBE.search(document.text) is None:
            return
        plain = plain_text(document, BlockKind.PARAGRAPH)
        for block in document.blocks:
            if block.kind is BlockKind.PARAGRAPH and "#" in document.text[slice(*block.span)]:
                for line in lines_of(document, block):
                    if _is_heading(document, block, line, plain[slice(*line.span)]):
                        yield _finding(document, line)


def _is_heading(document: Document, block: Block, line: Line, plain: str) -> bool:
    if len(line.indent.expandtabs(4).rpartition(">")[2]) > _WIDEST_INDENT:
        return False
    if _SEVERAL.match(plain):
        return True
    is_alone = line.span == block.span and not block.depth
    written = document.text[slice(*line.span)]
    is_single = _SINGLE.fullmatch(plain.rstrip()) is not None
    words = written.split()
    return is_alone and is_single and len(words) >= _TWO_WORDS and not _TAG.match(words[0])


def _finding(document: Document, line: Line) -> Finding:
    written = document.text[slice(*line.span)]
    at = line.span.start + len(written) - len(written.lstrip("#"))
    marks = written[: at - line.span.start]
    message = f"“{excerpt(written)}” is not a heading: no blank follows the `{marks}`."
    # Below other text a single mark may yet be a hashtag.
    is_sure = len(marks) > 1 or not document.text[: line.span.start].strip()
    safety = Safety.SAFE if is_sure else Safety.UNSAFE
    fix = Fix("Write a blank behind it", safety, (Edit(document.path, at, at, " "),))
    span = Span(line.span.start, at)
    return Finding(document.path, span, message, f"Write `{marks} …`.", fix)
