"""What a unit or an exercise takes: ``**Time:** about 10 h · **Difficulty:** 1–3 of 10``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..parse.document import Block, BlockKind, Document
from ..text.late_pattern import late_pattern
from ..text.source import Span
from .outline import NO_EFFORT, Difficulty, Effort, Minutes
from .vocabulary import DIFFICULTY_WORDS, TIME_WORDS, Vocabulary

_LONGEST_LINE = 300
_BETWEEN = r"[ \t]*(?:[-–—]|to|or)[ \t]*"
_AMOUNT = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_HOURS = r"(?:hours?|hrs?|h)"
_MINUTES = r"(?:minutes?|mins?|m)"
_TIME = late_pattern(
    r"(?:about|around|approx(?:\.|imately)?|roughly|ca\.?|up to|~|≈)?[ \t]*"
    rf"{_AMOUNT}(?:{_BETWEEN}{_AMOUNT})?[ \t]*(?:({_HOURS})|{_MINUTES})(?![^\W\d]|/)"
    rf"(?:[ \t]*(?:and[ \t]+)?(\d{{1,2}})[ \t]*{_MINUTES}(?!\w))?",
    re.IGNORECASE,
)
_DIFFICULTY = late_pattern(
    rf"(\d{{1,2}})(?:{_BETWEEN}(\d{{1,2}}))?(?:[ \t]*(?:/|of|out of)[ \t]*(\d{{1,3}}))?"
    r"(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
#: Steps are compared, so a scale must be one of steps.
_LONGEST_SCALE = 10


class _Labelled(NamedTuple):
    """A value and the word before it."""

    key: str
    start: int


class EffortReader:
    """Reads the lines about time and difficulty of one document."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._text = document.text
        self._keys = {
            word: key for key in (TIME_WORDS, DIFFICULTY_WORDS) for word in vocabulary.words(key)
        }
        self._paragraphs = [b for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
        self._paragraphs.sort(key=lambda block: block.span.start)
        self._starts = [block.span.start for block in self._paragraphs]
        words = "|".join(map(re.escape, self._keys))
        self._label = late_pattern(
            rf"(?<![^\W_])({words})[*_]{{0,3}}[ \t]*[:：][*_]{{0,3}}[ \t]*", re.IGNORECASE
        )
        self._line = late_pattern(
            rf"(?:_|[^\w\n`]){{0,20}}(?={self._label.pattern})", re.IGNORECASE
        )

    def read(self, span: Span, before: int) -> Effort:
        """The first values in ``span``; lines in lists count up to the offset ``before``."""
        if not self._keys:
            return NO_EFFORT
        time: Minutes | None = None
        difficulty: Difficulty | None = None
        for key, start in self._labelled(span, before):
            if key == TIME_WORDS:
                time = time or _minutes(self._text, start)
            else:
                difficulty = difficulty or _difficulty(self._text, start)
            if time and difficulty:
                break
        return Effort(time, difficulty)

    def _labelled(self, span: Span, before: int) -> Iterator[_Labelled]:
        for line in self._lines(self._within(span, before)):
            if self._line.match(self._text, line.start, line.end):
                for match in self._label.finditer(self._text, line.start, line.end):
                    if self._is_word_before(line.start, match.start()):
                        continue
                    yield _Labelled(self._keys[match[1].casefold()], match.end())

    def _is_word_before(self, line: int, start: int) -> bool:
        """Whether the label is the end of a longer name, such as "Response time"."""
        return self._text[line:start].rstrip(" \t*_")[-1:].isalnum()

    def _within(self, span: Span, before: int) -> Iterator[Block]:
        first, last = (bisect_left(self._starts, offset) for offset in span)
        for block in self._paragraphs[first:last]:
            if block.depth == 0 or block.span.start < before:
                yield block

    def _lines(self, blocks: Iterable[Block]) -> Iterator[Span]:
        for block in blocks:
            start = block.span.start
            while start < block.span.end:
                end = self._text.find("\n", start, block.span.end)
                end = block.span.end if end < 0 else end
                yield Span(start, min(end, start + _LONGEST_LINE))
                start = end + 1


def _minutes(text: str, start: int) -> Minutes | None:
    match = _TIME.match(text, start)
    if match is None:
        return None
    first, second, hours, rest = match.groups()
    unit = 60 if hours else 1
    extra = int(rest) if rest and hours else 0
    least = round(_amount(first) * unit) + extra
    most = round(_amount(second) * unit) + extra if second else least
    return Minutes(least, max(least, most), Span(*match.span()))


def _amount(text: str) -> float:
    return float(text.replace(",", "."))


def _difficulty(text: str, start: int) -> Difficulty | None:
    match = _DIFFICULTY.match(text, start)
    if match is None:
        return None
    least, most = int(match[1]), int(match[2] or match[1])
    if max(least, most, int(match[3] or 0)) > _LONGEST_SCALE:
        return None
    return Difficulty(least, max(least, most), Span(*match.span()))
