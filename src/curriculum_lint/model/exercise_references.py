"""The numbers by which prose refers to exercises: "exercise 21", "exercises 3/4", "ex. 4a.2"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ..parse.document import BlockKind, Document
from ..text.late_pattern import late_pattern
from ..text.regions import Regions
from ..text.source import Span
from .outline import ExerciseReference, Outline
from .vocabulary import Vocabulary

_NUMBER = r"(?:\d{1,3}[a-z]?\.){0,3}\d{1,3}[a-z]?"
_ONE = rf"#?{_NUMBER}(?:[/–]#?{_NUMBER}(?!\w))?"
_MANY = (
    rf"#?{_NUMBER}(?:\s{{0,9}}[,/]\s{{0,9}}#?{_NUMBER}(?!\w)){{0,30}}"
    rf"(?:\s{{0,9}}(?:,?\s{{0,9}}(?:and|or|&)|to|through|[-–—])\s{{0,9}}#?{_NUMBER}(?!\w))?"
)
_EACH = late_pattern(_NUMBER)
#: What may not follow: the rest of a word or number, or what was counted or measured instead.
_NOT_BEHIND = late_pattern(
    r"\w|[.,:]\d|['’′″°€$]|-\w|\s{0,9}(?:[%×]|(?:times?|x|min(?:ute)?s?|h|hours?|s|sec(?:ond)?s?|"
    r"days?|weeks?|months?|sets?|reps?|points?|pts|people|students|learners|per|or more|more)\b)",
    re.IGNORECASE,
)
#: What says that the exercise is one of another book, module or part.
_ELSEWHERE_BEHIND = late_pattern(
    r"[,;]?\s{0,9}\(?(?:(?i:of|in|from|on))\s{1,9}(?:(?i:the|our|your|its|this|that)\s{1,9})?"
    r"(?:[^\W\d_]{1,20}\s{1,9})?(?:(?i:modules?|lessons?|chapters?|units?|sections?|subsections?|"
    r"parts?|levels?|weeks?|days?|previous|earlier|last|next|parent|book|textbook|course|"
    r"tutorial|other|series)\b|[A-Z*_\[“\"‘(]|\d)"
)
_ELSEWHERE_BEFORE = late_pattern(
    r"(?:\b(?:modules?|lessons?|chapters?|units?|sections?|subsections?|parts?|levels?|weeks?|"
    r"days?|books?)(?:\s{1,9}#?\d{1,3}[a-z]?)?[,:]?|\badd(?:\s{1,9}\w{1,20}){0,3}\s{1,9}as|['’]s?|\b(?-i:[A-Z]{2,9}|[A-Z]&[A-Z]),?)"
    r"\s{1,9}\(?\Z",
    re.IGNORECASE,
)
#: A line or heading that begins with the number announces the exercise.
_LEAD = late_pattern(r"[\s>#*_~+|\-]*(?:\d{1,4}[.)]\s+)?[\s*_]*\Z")
_ANNOUNCED = late_pattern(r"[*_]{0,3}\s{0,9}(?:[.:)–—|]|-\s|\n|\Z)")
_READ = (BlockKind.PARAGRAPH, BlockKind.HEADING)
#: What is not ASCII may be a letter that equals one of a word but for its case.
_HASH_OR_LETTER = late_pattern(r"[^\x00-\x22\x24-\x7f]")
_HASH = late_pattern(
    r"\b(?:see|reus(?:e|es|ed|ing)|extend(?:s|ed|ing)?|from|like|as in|build(?:s|ing)? on|"
    r"continu(?:e|es|ing) (?:with|from))\s{1,9}(?:the (?:solution|server|code|program) of\s{1,9})?"
    r"(?P<numbers>#\d{1,2}(?![\w.]\w|\w)(?:\s{0,9}(?:,|/|and|or|&)\s{0,9}#\d{1,2}(?!\w)){0,9})",
    re.IGNORECASE,
)


def exercise_references(
    document: Document, outline: Outline, vocabulary: Vocabulary
) -> Iterator[ExerciseReference]:
    """The references in paragraphs and headings, outside code, HTML and links."""
    reader = _Reader(document, outline, vocabulary)
    for block in document.blocks:
        if block.kind in _READ and reader.may_refer(block.span):
            yield from reader.read(block.span, heading=block.kind is BlockKind.HEADING)


class _Reader:
    def __init__(self, document: Document, outline: Outline, vocabulary: Vocabulary) -> None:
        self._text = document.text
        self._hidden = Regions([*document.code_spans, *(link.span for link in document.links)])
        known = _words(outline, vocabulary)
        self._possible = sorted(_possible(self._text, (*known, "ex.", "exs.")))
        words = "|".join(map(re.escape, sorted(known)))
        self._named = late_pattern(
            rf"(?<![\w/#-])(?:(?:(?:{words or '(?!)'})(?P<many>s)?|exs?\.)\s{{1,9}})"
            rf"(?P<numbers>(?(many){_MANY}|{_ONE}))",
            re.IGNORECASE,
        )

    def read(self, span: Span, *, heading: bool) -> Iterator[ExerciseReference]:
        """The references in one block."""
        for match in self._named.finditer(self._text, span.start, span.end):
            if not self._is_other(match, span, heading=heading):
                yield from self._references(match, named=True)
        for match in _HASH.finditer(self._text, span.start, span.end):
            if not self._hidden.hold(match.start("numbers")):
                yield from self._references(match, named=False)

    def may_refer(self, span: Span) -> bool:
        """Whether a block can hold a reference: most hold none, and searching takes long."""
        at = bisect_left(self._possible, span.start)
        return at < len(self._possible) and self._possible[at] < span.end

    def _is_other(self, match: re.Match[str], span: Span, *, heading: bool) -> bool:
        """Whether the match is no reference, or one to something outside of this level."""
        start, end = match.span()
        if self._hidden.hold(start) or _NOT_BEHIND.match(self._text, end, span.end):
            return True
        line = max(span.start, self._text.rfind("\n", 0, start) + 1)
        if _LEAD.fullmatch(self._text[line:start]) and (
            heading or _ANNOUNCED.match(self._text, end)
        ):
            return True
        before = self._text[max(span.start, start - 40) : start]
        after = _ELSEWHERE_BEHIND.match(self._text, end, span.end)
        return bool(after or _ELSEWHERE_BEFORE.search(before))

    def _references(self, match: re.Match[str], *, named: bool) -> Iterator[ExerciseReference]:
        for each in _EACH.finditer(self._text, *match.span("numbers")):
            unit = each[0].rpartition(".")[0]
            yield ExerciseReference(each[0], unit, named, Span(*each.span()))


def _possible(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where something stands without which a block holds no reference."""
    lower = text.lower()
    if len(lower) != len(text):
        yield from range(len(text))
        return
    yield from (match.start() for match in _HASH_OR_LETTER.finditer(text))
    for word in words:
        at = lower.find(word)
        while at >= 0:
            yield at
            at = lower.find(word, at + 1)


def _words(outline: Outline, vocabulary: Vocabulary) -> frozenset[str]:
    """The words that the headings of this readme use, or else the preferred one.

    "Task 2" or "challenge 401" may be anything where the exercises are not called so.
    """
    known = vocabulary.exercise_words
    numbered = (each.heading.text.split() for each in outline.exercises if each.number)
    first = {words[0].casefold() for words in numbered if words}
    return (known & first) or (known & {vocabulary.preferred("exercise").casefold()})
