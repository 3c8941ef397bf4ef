"""Where a comment about one line of a document can stand, the nearest place first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..edits.edit import Edit
from ..edits.line_ends import line_end_of
from ..parse.document import Block, BlockKind, Document, SuppressionKind
from ..parse.front_matter import front_matter_lines
from ..text.source import normalise_line_ends

Way = tuple[Edit, ...]

#: Kinds of block in whose lines a comment is a comment.
_INLINE = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE})
#: What has to stay at the end of a line: blanks and a backslash that break it, a table's edge.
_TAIL = re.compile(r"(?:[ \t]*\|)?[ \t]*\\?\Z")
_PREFIX = re.compile(r"[ \t>]*")


def comment(kind: SuppressionKind, codes: Sequence[str], reason: str | None) -> str:
    """The comment that suppresses ``codes``."""
    why = f" -- {reason}" if reason else ""
    return f"<!-- curriculum-lint-{kind} {' '.join(codes)}{why} -->"


class Places:
    """The places of comments in one document; whether the page stays as it is, others know."""

    def __init__(self, document: Document, reason: str | None) -> None:
        self._document, self._reason = document, reason
        self._end = line_end_of(document.text)

    def ways(self, line: int, codes: Sequence[str]) -> Iterator[Way]:
        """The ways to suppress ``codes`` in ``line`` (from 1), each as edits of the document."""
        region = self._region(line)
        if region is not None:
            yield self._around(*region, codes)
            return
        yield from self._joined(line, codes)
        block = self._block(line)
        if block is None:
            return
        first, last = self._lines(block)
        is_plain = first == line and not block.depth and not self._prefix(line)
        if is_plain:
            yield self._before(line, codes)
        if block.kind in _INLINE:
            yield self._behind(line, codes)
        if first == line and not is_plain:
            yield self._before(line, codes)
        yield self._around(first, last, codes)

    def whole(self, codes: Sequence[str]) -> Way:
        """The way to suppress ``codes`` in all of the document: below its front matter."""
        lines = normalise_line_ends(self._document.text).split("\n")
        at = self._start(front_matter_lines(lines) + 1)
        return (self._insert(at, self._comment(SuppressionKind.FILE, codes) + self._end),)

    def _joined(self, line: int, codes: Sequence[str]) -> Iterator[Way]:
        """A comment that is there already takes the codes as well."""
        for each in self._document.suppressions:
            is_before = each.kind is SuppressionKind.NEXT_LINE and each.following == line
            is_here = each.kind is SuppressionKind.LINE
            if each.targets and (
                is_before or (is_here and self._document.line(each.span.start) == line)
            ):
                yield (self._insert(each.targets[-1].span.end, f" {' '.join(codes)}"),)

    def _before(self, line: int, codes: Sequence[str]) -> Way:
        said = self._comment(SuppressionKind.NEXT_LINE, codes)
        return (self._insert(self._start(line), f"{self._prefix(line)}{said}{self._end}"),)

    def _behind(self, line: int, codes: Sequence[str]) -> Way:
        text = self._text(line)
        tail = _TAIL.search(text)
        at = self._start(line) + (tail.start() if tail else len(text))
        return (self._insert(at, f" {self._comment(SuppressionKind.LINE, codes)}"),)

    def _around(self, first: int, last: int, codes: Sequence[str]) -> Way:
        prefix = self._prefix(first)
        begin = self._comment(SuppressionKind.DISABLE, codes)
        end = comment(SuppressionKind.ENABLE, codes, None)
        below = self._start(last + 1)
        is_open = below == len(self._document.text) and not self._document.text.endswith(
            ("\n", "\r")
        )
        return (
            self._insert(self._start(first), f"{prefix}{begin}{self._end}"),
            self._insert(below, f"{self._end * is_open}{prefix}{end}{self._end}"),
        )

    def _comment(self, kind: SuppressionKind, codes: Sequence[str]) -> str:
        return comment(kind, codes, self._reason)

    def _insert(self, at: int, text: str) -> Edit:
        return Edit(self._document.path, at, at, text)

    def _block(self, line: int) -> Block | None:
        for block in self._document.blocks:
            first, last = self._lines(block)
            if first <= line <= last:
                return block
        return None

    def _region(self, line: int) -> tuple[int, int] | None:
        """The lines of the generated region that ``line`` is in: what is there is written anew."""
        for region in self._document.generated:
            first = self._document.line(region.span.start)
            last = self._document.line(max(region.span.start, region.span.end - 1))
            if first <= line <= last:
                return first, last
        return None

    def _lines(self, block: Block) -> tuple[int, int]:
        start, end = block.span
        return self._document.line(start), self._document.line(max(start, end - 1))

    def _start(self, line: int) -> int:
        starts = self._document.line_starts
        return starts[line - 1] if line <= len(starts) else len(self._document.text)

    def _text(self, line: int) -> str:
        return self._document.text[self._start(line) : self._start(line + 1)].rstrip("\r\n")

    def _prefix(self, line: int) -> str:
        found = _PREFIX.match(self._text(line))
        return found[0] if found else ""
