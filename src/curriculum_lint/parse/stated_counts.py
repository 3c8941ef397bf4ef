"""Numbers that a text states of itself: "**20** exercises", "with 10 modules"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ..settings.unit_words import UNIT_WORDS
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
#: What counts something else, or begins another part of the sentence. A final "?" makes the letter
#: before it optional.
_OTHER = (
    "minutes? hours? days? weeks? months? years? points? percent pages? steps? times people "
    "students? learners? questions? levels? of in on for from with to and or per each that which "
    "who than is are was were have has the a an as at by but you we minuten stunden wochen tage "
    "minutos? horas? semanas? días jours semaines heures von mit und für pro de con y para por "
    "avec et"
)
_OTHER_WORDS = frozenset(
    form
    for word in _OTHER.split()
    for form in (word.rstrip("?"), word[:-2] if "?" in word else word)
)
_MOST_BETWEEN = 4
_SHORTEST_NOUN = 3
_NUMBER = late_pattern(
    rf"(?<![\w.,/#$€£-]){_BOLD}(?P<number>\d{{1,5}}|(?i:{_WORDS})\b){_BOLD}{_GAP}{_BOLD}"
)
#: A word, also one made of several with hyphens, or a quotation; and what must be behind it for
#: another word to follow.
_WORD = late_pattern(
    r"(?:(?P<first>[^\W\d_]{2,30})(?P<ends>\b)?(?:[-\u2010\u2011][^\W\d_]{2,30})*"
    r"|[“\"„«][^“”\"„«»\n]{1,40}[”\"“»])"
    rf"(?P<behind>{_BOLD}{_GAP}{_BOLD})?"
)
#: Words for exercises and modules in Chinese, Japanese and Korean, in part.
_MAY_BE_WIDE = late_pattern(
    "[练練演]习|練習|习题|習題|演習|課題|エクササイズ|연습|실습|模块|模組|モジュール|모듈"
)
_MARKS = late_pattern(r"(?:\*\*|__)?\Z")
#: Words before a number that make it a part or a bound, not the whole.
_PART = late_pattern(
    r"(?:first|last|next|previous|least|most|about|around|over|than|any|other|another|only|of|to|"
    r"every|each|these|those|remaining|exercise|exercises|up|after|"
    r"in|within|from|between|\d[ ]+(?:and|or|to)|[-–—+×~≈<>=]|"
    rf"\b(?:{'|'.join(sorted({*UNIT_WORDS}))}))[ ]*(?:the[ ]*)?\Z",
    re.IGNORECASE,
)
_PER = late_pattern(
    r"[ ]*(?:per|each|a (?:day|week|month)|or (?:more|fewer|so)|at (?:most|least)|/)", re.IGNORECASE
)


def stated_counts(document: Document) -> Iterator[StatedCount]:
    """The counts that paragraphs claim as the whole, outside code and links."""
    text = document.text
    is_wide = not text.isascii() and _MAY_BE_WIDE.search(text) is not None
    hidden: Regions | None = None
    starts = [match.start() for match in _MAY_COUNT.finditer(text)]
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        first, behind = (bisect_left(starts, at) for at in block.span)
        found = [*_counts(text, block.span, starts[first:behind])] if first < behind else []
        found += wide_counts(text, block.span) if is_wide else ()
        if found:
            hidden = hidden or _hidden(document)
            yield from (each for each in found if not hidden.hold(each.span.start))


def _hidden(document: Document) -> Regions:
    return Regions([*document.code_spans, *(link.span for link in document.links)])


def _counts(text: str, block: Span, starts: Iterable[int]) -> Iterator[StatedCount]:
    """What the numbers in one paragraph may count: each of the next words, the nearest first."""
    for at in starts:
        start = at - len(_MARKS.search(text, max(0, at - 2), at)[0])  # type: ignore[index]
        number = _NUMBER.match(text, start, block.end)
        if number is None or _PART.search(text[max(block.start, start - 24) : start]):
            continue
        written, span = number["number"], Span(*number.span("number"))
        value = int(written) if written.isdigit() else NUMBER_WORDS[written.casefold()]
        for between, noun in enumerate(_nouns(text, number.end(), block.end)):
            if noun is not None and not _PER.match(text, noun.end):
                is_plain = written.isdigit() and not between
                yield StatedCount(value, text[slice(*noun)].casefold(), span, is_plain)


def _nouns(text: str, at: int, end: int) -> Iterator[Span | None]:
    """The next words, up to one that counts something else; ``None`` for what is no noun."""
    for _ in range(_MOST_BETWEEN + 1):
        word = _WORD.match(text, at, end)
        if word is None:
            return
        first, is_whole = word["first"] or "", word["ends"] is not None
        if is_whole and first.casefold() in _OTHER_WORDS:
            return
        yield Span(*word.span("first")) if is_whole and len(first) >= _SHORTEST_NOUN else None
        if word["behind"] is None:
            return
        at = word.end()
