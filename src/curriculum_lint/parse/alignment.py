"""From offsets in a block's content, as markdown-it-py cuts it out, back to the file.

markdown-it-py joins the lines of a paragraph after removing what its containers own (quote marks,
list indentation) and gives the result no position. But what is left of a line is always a suffix
of that line, so each content line can be aligned from its end.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from ..text.source import Span

_BLANK = " \t\n\v\f\r"
#: What markdown-it-py takes off both ends of a paragraph, a table row and a cell.
_TRIMMED = (
    _BLANK + "\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
)


class Alignment:
    """Breakpoints between content and source: from each on, the two run in step."""

    __slots__ = ("_content", "_source")

    def __init__(self) -> None:
        self._content: list[int] = []
        self._source: list[int] = []

    def add(self, content: int, source: int) -> None:
        """From ``content`` on, content offsets mean source offsets from ``source`` on."""
        self._content.append(content)
        self._source.append(source)

    def offset(self, content: int) -> int:
        """The source offset of a content offset."""
        at = max(0, bisect_right(self._content, content) - 1)
        return self._source[at] + max(0, content - self._content[at])

    def span(self, start: int, end: int) -> Span:
        """The source range of the content range: it ends behind its last character."""
        first = self.offset(start)
        return Span(first, self.offset(end - 1) + 1 if end > start else first)


class Lines:
    """The file's lines without their endings, and where each begins."""

    __slots__ = ("starts", "texts")

    def __init__(self, text: str, starts: tuple[int, ...]) -> None:
        self.starts = starts
        self.texts = text.split("\n")

    def span(self, first: int, last: int) -> Span:
        """From the start of line ``first`` to the end of line ``last - 1``, both 0-based.

        Blank lines at the end are left out.
        """
        while last > first + 1 and not self.texts[last - 1].strip(_BLANK):
            last -= 1
        return Span(self.starts[first], self.starts[last - 1] + len(self.texts[last - 1]))

    def content_span(self, first: int, last: int) -> Span:
        """Like `span`, without the blanks before the first line's text."""
        whole = self.span(first, last)
        text = self.texts[first]
        return Span(whole.start + len(text) - len(text.lstrip(_BLANK)), whole.end)


class _Suffix(NamedTuple):
    """Where a content line's own text begins, in the content line and in the source line."""

    content: int
    source: int


def _suffix(content_line: str, source_line: str, *, last: bool) -> _Suffix:
    """Align one content line with the end of its source line.

    A tab that a container ate half of is written as spaces in the content, so leading blanks
    may differ; the last line has lost its trailing blanks.
    """
    body = content_line.lstrip(" \t")
    end = source_line.rfind(body) + len(body) if last else len(source_line)
    return _Suffix(len(content_line) - len(body), max(0, end - len(body)))


def align_lines(content: str, lines: Lines, first: int) -> Alignment:
    """Align the content of a paragraph or HTML block that begins on line ``first``."""
    alignment = Alignment()
    if content[:1] not in " \t" and lines.texts[first].endswith(content):
        # One line, as most are; it has no blanks at its end that the content has lost.
        alignment.add(0, lines.starts[first] + len(lines.texts[first]) - len(content))
        return alignment
    content_lines = content.split("\n")
    first = _first_row(content_lines[0].strip(), lines, first)
    at = 0
    for index, line in enumerate(content_lines):
        row = min(first + index, len(lines.texts) - 1)
        suffix = _suffix(line, lines.texts[row], last=index == len(content_lines) - 1)
        alignment.add(at + suffix.content, lines.starts[row] + suffix.source)
        at += len(line) + 1
    return alignment


def _first_row(body: str, lines: Lines, row: int) -> int:
    """The row on which ``body`` ends: a paragraph loses rows of blanks such as form feeds."""
    for at in range(row, len(lines.texts)):
        if lines.texts[at].rstrip().endswith(body):
            return at
    return row


def align_raw(lines: Lines, first: int, last: int) -> Alignment:
    """Align the whole lines ``first`` to ``last - 1``, joined."""
    alignment = Alignment()
    at = 0
    for row in range(first, last):
        alignment.add(at, lines.starts[row])
        at += len(lines.texts[row]) + 1
    return alignment


def align_heading(content: str, lines: Lines, row: int, level: int) -> Alignment:
    """Align the content of an ATX heading: it begins behind the first run of ``#``."""
    text = lines.texts[row]
    after = text.index("#") + level
    alignment = Alignment()
    alignment.add(0, lines.starts[row] + (text.index(content, after) if content else after))
    return alignment


def align_cells(row_text: str, start: int) -> list[Alignment]:
    """Align each cell of a table row that stands at source offset ``start``.

    As GFM does: cells are split at ``|`` unless a backslash precedes it; that backslash is not
    part of the content.
    """
    begin = len(row_text) - len(row_text.lstrip(_TRIMMED))
    end = len(row_text.rstrip(_TRIMMED))
    bounds = _cell_bounds(row_text, begin, end)
    return [_align_cell(row_text, start, left, right) for left, right in bounds]


def _cell_bounds(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    left = begin
    for at in range(begin, end):
        if text[at] == "|" and (at == begin or text[at - 1] != "\\"):
            bounds.append((left, at))
            left = at + 1
    bounds.append((left, end))
    if bounds and bounds[0][0] == bounds[0][1]:
        bounds.pop(0)
    if bounds and bounds[-1][0] == bounds[-1][1]:
        bounds.pop()
    return bounds


def _align_cell(text: str, start: int, left: int, right: int) -> Alignment:
    while left < right and text[left] in _TRIMMED:
        left += 1
    alignment = Alignment()
    alignment.add(0, start + left)
    removed = 0
    for at in range(left, right - 1):
        if text[at] == "\\" and text[at + 1] == "|":
            alignment.add(at - left - removed, start + at + 1)
            removed += 1
    return alignment
