"""Numbers that a text states of itself: "**20** exercises", "with 10 modules"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ..text.late_pattern import late_pattern
from ..text.number_words import NUMBER_WORDS
from ..text.regions import Regions
from ..text.source import Span
from .document import BlockKind, Document, StatedCount
from .wide_counts import wide_counts

_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))

_BOLD = r"(?:\*\*|__)?"
_GAP = r"[ \u00a0\u202f]"


def _by_first_letter(words: Iterable[str]) -> str:
    """A pattern for the rest of any of ``words``, behind its first letter."""
    ends: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        ends.setdefault(word[0], []).append(word[1:])
    return "|".join(f"(?<=[{c}{c.upper()}])(?i:{'|'.join(ends[c])})" for c in ends)


def _forms(at: int) -> str:
    """The letters that words have at one place, in both cases."""
    return "".join(sorted({form for w in NUMBER_WORDS for form in (w[at], w[at].upper())}))


_FIRST, _SECOND = _forms(0), _forms(1)
#: Every document is searched for it, so it has to be quick: it begins with one set of characters.
_MAY_COUNT = late_pattern(
    rf"[\d{_FIRST}](?<![^\W_].)(?=[\d{_SECOND}*_ \u00a0\u202f])"
    rf"(?:(?<=\d)\d{{0,4}}|(?:{_by_first_letter(NUMBER_WORDS)})\b){_BOLD}{_GAP}"
)
#: A word, also one made of several with hyphens, or a quotation.
_WORD = r"(?:[^\W\d_]{2,30}(?:[-\u2010\u2011][^\W\d_]{2,30})*|[“\"„«][^“”\"„«»\n]{1,40}[”\"“»])"
#: What counts something else, or begins another part of the sentence.
_OTHER = (
    "minutes?|hours?|days?|weeks?|months?|years?|points?|percent|pages?|steps?|times|people|"
    "students?|learners?|questions?|levels?|of|in|on|for|from|with|to|and|or|per|each|that|which|"
    "who|than|is|are|was|were|have|has|the|a|an|as|at|by|but|you|we|minuten|stunden|wochen|tage|"
    "minutos?|horas?|semanas?|días|jours|semaines|heures|von|mit|und|für|pro|de|con|y|para|por|avec|et"
)
_MOST_BETWEEN = 4
#: How each of them begins: most numbers count nothing.
_BEGIN = late_pattern(
    rf"(?<![\w.,/#$€£-]){_BOLD}(?:\d{{1,5}}|(?i:{_WORDS})\b){_BOLD}{_GAP}{_BOLD}"
    rf"(?!(?i:{_OTHER})\b)(?:[^\W\d_]{{2}}|[“\"„«])"
)
#: The same with what follows; which words are numbers is known by then.
_COUNT = (
    rf"{_BOLD}(?P<number>\d{{1,5}}|[^\W\d_]+(?:-[^\W\d_]+)?\b){_BOLD}{_GAP}{_BOLD}"
    rf"(?P<between>(?:(?!(?i:{_OTHER})\b){_WORD}{_BOLD}{_GAP}{_BOLD}){{0,4}}?)"
    rf"(?!(?i:{_OTHER})\b)(?P<noun>[^\W\d_]{{3,30}})\b"
)
#: Words for exercises and modules in Chinese, Japanese and Korean, in part.
_MAY_BE_WIDE = late_pattern(
    "[练練演]习|練習|习题|習題|演習|課題|エクササイズ|연습|실습|模块|模組|モジュール|모듈"
)
_MARKS = late_pattern(r"(?:\*\*|__)?\Z")
#: One for each number of words between the number and what it counts.
_COUNTS = tuple(
    late_pattern(_COUNT.replace("{0,4}?", f"{{{words}}}")) for words in range(_MOST_BETWEEN + 1)
)
#: Words before a number that make it a part or a bound, not the whole.
_PART = late_pattern(
    r"(?:first|last|next|previous|least|most|about|around|over|than|any|other|another|only|of|to|"
    r"every|each|these|those|remaining|exercise|exercises|module|step|chapter|up|after|"
    r"in|within|from|between|\d[ ]+(?:and|or|to)|[-–—+×~≈<>=])[ ]*(?:the[ ]*)?\Z",
    re.IGNORECASE,
)
_PER = late_pattern(
    r"[ ]*(?:per|each|a (?:day|week|month)|or (?:more|fewer|so)|at (?:most|least)|/)", re.IGNORECASE
)


def stated_counts(document: Document) -> Iterator[StatedCount]:
    """The counts that paragraphs claim as the whole, outside code and links."""
    numbers = [match.start() for match in _MAY_COUNT.finditer(document.text)]
    is_wide = not document.text.isascii() and _MAY_BE_WIDE.search(document.text) is not None
    if not numbers and not is_wide:
        return
    hidden = Regions([*document.code_spans, *(link.span for link in document.links)])
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            first, last = (bisect_left(numbers, at) for at in block.span)
            for at in numbers[first:last]:
                yield from _of_number(document.text, block.span, at, hidden)
            if is_wide:
                found = wide_counts(document.text, block.span)
                yield from (each for each in found if not hidden.hold(each.span.start))


def _of_number(text: str, block: Span, number: int, hidden: Regions) -> Iterator[StatedCount]:
    for match in _nouns(text, number, block.end):
        at = match.start("number")
        before = text[max(block.start, match.start() - 24) : match.start()]
        if _PART.search(before) or _PER.match(text, match.end()) or hidden.hold(at):
            continue
        written, span = match["number"], Span(at, match.end("number"))
        value = int(written) if written.isdigit() else NUMBER_WORDS[written.casefold()]
        is_plain = written.isdigit() and not match["between"]
        yield StatedCount(value, match["noun"].casefold(), span, is_plain)


def _nouns(text: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """What the number at ``at`` may count: each of the next words, the nearest first."""
    start = at - len(_MARKS.search(text, max(0, at - 2), at)[0])  # type: ignore[index]
    if not _BEGIN.match(text, start, end):
        return
    for words in _COUNTS:
        match = words.match(text, start, end)
        if match is not None:
            yield match
