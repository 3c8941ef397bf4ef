"""CL124 glued-heading."""

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
from ...text.source import Span
from .._plain_text import Line, begins_block, lines_of, plain_text
from ..wording import excerpt

#: What there is of that in any case: it begins with a mark, and is found at once.
_MARK = re.compile(r"#(?<![^\s>]#)#{0,5}[^#\s]")
_MAYBE = late_pattern(r"(?:\A|[\r\n])[ \t>]*#{1,6}[^#\s]")
_SEVERAL = late_pattern(r"(?P<marks>#{2,6})(?=[^\W_]|[*_`\[\0]|[^\x00-\x7f])")
#: One mark alone also begins a hashtag, a colour, a directive or the number of an issue.
_SINGLE = late_pattern(r"(?P<marks>#)(?=[^\W\d_a-z])[^\0#]*[^\s\0#.!?,;:]")
#: A hashtag of several words in one, or a mark of things to do.
_TAG = late_pattern(r"#(?:\w*[^\W\d_A-Z][A-Z]|(?:TODO|FIXME|NOTE|WIP|XXX|HACK)\b)")
_WIDEST_INDENT = 3
_TWO_WORDS = 2


class _Candidate(NamedTuple):
    """A line that may have been meant for a heading of so many ``marks``."""

    line: Line
    marks: int
    words: int

    @property
    def is_single(self) -> bool:
        """Whether it begins with one mark only, as hashtags do."""
        return self.marks == 1


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
        "A single `#` counts only before a capital letter, in a paragraph of its own that has two "
        "or more words, begins a page without a title, or has `##Title` for company: `#Node`, "
        "`#MeToo`, `#12` and `#include` are hashtags, issues and code. Text about Markdown is not "
        "looked at."
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
        if not (_MARK.search(document.text) and _MAYBE.search(document.text)):
            return
        found = list(_candidates(document))
        has_several = any(not each.is_single for each in found)
        first = document.blocks[0].span.start if document.blocks else 0
        has_title = any(heading.level == 1 for heading in document.headings)
        for each in found:
            is_title = each.line.span.start == first and not has_title
            if not each.is_single or each.words >= _TWO_WORDS or has_several or is_title:
                yield _finding(document, each)


def _candidates(document: Document) -> Iterator[_Candidate]:
    """The lines of paragraphs that may have been meant for headings."""
    plain = plain_text(document, BlockKind.PARAGRAPH)
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and "#" in document.text[slice(*block.span)]:
            for line in lines_of(document, block):
                yield from _candidate(document, block, line, plain[slice(*line.span)])


def _candidate(document: Document, block: Block, line: Line, plain: str) -> Iterator[_Candidate]:
    if len(line.indent.expandtabs(4).rpartition(">")[2]) > _WIDEST_INDENT:
        return
    written = document.text[slice(*line.span)]
    words = written.split()
    marks = len(written) - len(written.lstrip("#"))
    if _SEVERAL.match(plain) and not written.startswith("\\", marks):
        yield _Candidate(line, marks, len(words))
    is_alone = line.span == block.span and not block.depth
    if is_alone and _SINGLE.fullmatch(plain.rstrip()) and not _TAG.match(words[0]):
        yield _Candidate(line, marks, len(words))


def _finding(document: Document, candidate: _Candidate) -> Finding:
    line = candidate.line
    written = document.text[slice(*line.span)]
    at = line.span.start + candidate.marks
    marks = "#" * candidate.marks
    message = f"“{excerpt(written)}” is not a heading: no blank follows the `{marks}`."
    # Below other text a single mark may yet be a hashtag, and so may a word alone.
    is_first = not document.text[: line.span.start].strip() and candidate.words >= _TWO_WORDS
    is_sure = (not candidate.is_single or is_first) and not begins_block(document, line.span.end)
    safety = Safety.SAFE if is_sure else Safety.UNSAFE
    fix = Fix("Write a blank behind it", safety, (Edit(document.path, at, at, " "),))
    span = Span(line.span.start, at)
    return Finding(document.path, span, message, f"Write `{marks} …`.", fix)
