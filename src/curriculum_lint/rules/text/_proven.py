"""Where a character can be replaced without a chance that markup begins or ends by it."""

from __future__ import annotations

import re
from bisect import bisect_right

from ...parse.document import BlockKind, Document
from ...text.late_pattern import late_pattern
from ...text.source import Span
from .._plain_text import plain_text

_LINE_END = late_pattern(r"[\r\n]|\Z")
_TOKEN_END = late_pattern(r"[ \t\r\n]")
#: What ends a sentence or quotes a word; none of it makes markup beside letters.
_PUNCTUATION = ".,;:!?\"'()…"
#: What can begin or end the title of a definition.
_TITLE = frozenset("\"'()")
_BRACKET = re.compile(r"[ \t]*\[")
_LONGEST_TOKEN = 200
_FENCE_MARKS = ("`", "~")


class Proof:
    """Answers for one document. A change that is not proven may still be right."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._plain = plain_text(
            document, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE, about_markdown=True
        )
        lines = sorted(
            [fence.content for fence in document.fences if fence.closed]
            + [span for span in document.code_spans if "\n" not in _written(document, span)]
        )
        self._code, self._code_starts = lines, [span.start for span in lines]

    def holds_in_text(self, span: Span, *, may_be_alone: bool = False) -> bool:
        """Whether ``span`` stands in a word of plain text, or right beside one.

        The word has letters, and no ASCII sign that could be part of markup or of an address.
        What stays visible ``may_be_alone`` between two blanks.
        """
        start, end = self._token(span)
        around = self._plain[span.start - 1 : span.start] + self._plain[span.end : span.end + 1]
        if "\0" in self._plain[start:end] or self._is_in_brackets(start) or set(around) & _TITLE:
            return False
        # A line that begins with a bracket may be all but a definition.
        if _BRACKET.match(self._plain, self._line_start(start)):
            return False
        token = self._plain[start : span.start] + self._plain[span.end : end]
        word = token.strip(_PUNCTUATION)
        if not word:
            return may_be_alone
        if not all(map(_is_harmless, word)):
            return False
        before = self._plain[self._line_start(start) : start]
        if any(map(str.isalpha, before)):
            return True
        # Blanks before the first word of a line may be too few for code by this one.
        return word[0].isalpha() and (start < span.start or not before)

    def holds_in_code(self, span: Span) -> bool:
        """Whether ``span`` stands in a line of code that goes on being one."""
        at = bisect_right(self._code_starts, span.start) - 1
        if at < 0 or span.end > self._code[at].end:
            return False
        text, first = self._document.text, self._line_start(span.start)
        line = text[first : self._line_end(span.end)]
        around = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        has_mark = any(mark * 3 in line for mark in _FENCE_MARKS)
        rest = text[first : span.start] + text[span.end : first + len(line)]
        return bool(rest.strip(" \t`~>")) and not has_mark and not set(around) & set(_FENCE_MARKS)

    def _token(self, span: Span) -> tuple[int, int]:
        """What stands between the ASCII blanks around ``span``."""
        start = span.start
        while start > 0 and self._plain[start - 1] not in " \t\r\n":
            start -= 1
            if span.start - start > _LONGEST_TOKEN:
                break
        end = _TOKEN_END.search(self._plain, span.end)
        return start, end.start() if end else len(self._plain)

    def _is_in_brackets(self, at: int) -> bool:
        """Whether a bracket is open there, whose text may be the label of a definition."""
        start = max(self._plain.rfind("\n\n", 0, at), self._plain.rfind("\r\r", 0, at), 0)
        return self._plain.rfind("[", start, at) > self._plain.rfind("]", start, at)

    def _line_start(self, at: int) -> int:
        return self._document.line_starts[self._document.line(at) - 1]

    def _line_end(self, at: int) -> int:
        found = _LINE_END.search(self._document.text, at)
        assert found
        return found.start()


def _written(document: Document, span: Span) -> str:
    return document.text[slice(*span)].replace("\r", "\n")


def _is_harmless(char: str) -> bool:
    return char.isalnum() or char in "'’-" or not char.isascii()
