"""From offsets in a block's content back to the file.

The content of a block is its lines, joined, without what its containers put before them.
"""

from __future__ import annotations

from bisect import bisect_right

from ..text.source import Span


class Alignment:
    """Breakpoints between content and source: from each on, the two run in step."""

    __slots__ = ("_content", "_source")

    def __init__(self, content: list[int], source: list[int]) -> None:
        self._content, self._source = content, source

    def offset(self, content: int) -> int:
        """The source offset of a content offset."""
        at = max(0, bisect_right(self._content, content) - 1)
        return self._source[at] + max(0, content - self._content[at])

    def span(self, start: int, end: int) -> Span:
        """The source range of the content range: it ends behind its last character."""
        if len(self._source) == 1:
            by = self._source[0] - self._content[0]
            return Span(start + by, end + by)
        first = self.offset(start)
        return Span(first, self.offset(end - 1) + 1 if end > start else first)


class Lines:
    """The file's lines without their endings, and where each begins."""

    __slots__ = ("starts", "texts")

    def __init__(self, text: str, starts: tuple[int, ...]) -> None:
        self.starts = starts
        self.texts = text.split("\n")
