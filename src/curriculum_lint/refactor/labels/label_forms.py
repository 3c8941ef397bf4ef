"""The forms in which texts number a unit: "4.", "Module 4:", "M04:", "第4章", "… (Part 4)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...settings.unit_words import UNIT_COUNTERS
from ...text.late_pattern import late_pattern
from ...text.numerals import NUMERAL_WORDS
from ...text.source import Span

#: Letters and the marks on them: the words of most scripts. Marks have no case, and to look for
#: that of each would take most of the time that a pattern needs.
_LETTERS = r"(?:[^\W\d_]|(?-i:[\u0300-\u036f\u0900-\u0963\u0970-\u0dff\u0e31-\u0e4e]))"
_WORD = rf"(?P<word>{_LETTERS}{{2,20}})"
_DIGITS = r"(?P<id>(?P<before>(?:\d{1,3}\.)*)(?P<number>\d{1,3})(?P<letter>[a-z]?))"
_OF = r"(?:\s*(?:/|of|von|de|sur|di|из)\s*\d{1,3}(?!\d))?"
_SIGNS = r"|·•：、，,/\])）】》»›>~"
#: What ends a number that a mark must end.
_MARK = r"(?:[.):](?=[\s*_]|\Z)|\.?(?=\s+[-–—]\s+\D)|\.-(?=\s)|\s?[|·•：、](?!\d))"
#: What may follow a number behind the word for a unit.
_END = rf"(?:{_MARK}|(?=[\s*_{_SIGNS}]|\Z))"
_APART = r"(?:\s+[#№]?\s*|[#_-]|)"
_FORMS = tuple(
    late_pattern(form, re.IGNORECASE)
    for form in (
        rf"{_WORD}{_APART}{_DIGITS}(?=(?P<of>{_OF})){_END}",
        rf"{_WORD}\s+(?P<id>(?P<number>(?:{NUMERAL_WORDS})))(?=(?P<of>)){_END}",
        #: `3. Woche`, `3rd week`
        rf"(?P<id>(?P<number>\d{{1,3}}(?:st|nd|rd|th)?))[.ªº°]?\s+{_WORD}"
        rf"(?=(?P<of>))(?=\s*[|:：]|\s+[-–—]\s|\Z)",
    )
)
#: A short word, which says nothing without a mark behind the number: `M03:`, `Ch. 2:`.
_SHORT = late_pattern(
    rf"(?P<word>[^\W\d_]{{1,4}})(?:\.?\s+)?{_DIGITS}\s?[|:)·：](?=[\s*_]|\Z)", re.IGNORECASE
)
#: The word of each numeral with a counter, also of one that has none.
COUNTED = "第"
#: Chinese, Japanese and Korean put the number into the word: `第3章`, `3주차`.
_COUNTED = late_pattern(
    rf"(?P<word>第)\s?(?P<id>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})\s?[{UNIT_COUNTERS}]"
    r"|(?P<id_>\d{1,2})(?:주차|강|장)(?![^\W\d_])"
)
_BARE = late_pattern(
    rf"#?{_DIGITS}{_MARK}|(?P<padded>0\d{{1,2}}[a-z]?)(?=\s+[^\W\d_])"
    r"|(?P<compound>\d{1,3}(?:\.\d{1,3})+)(?=\s+[^\W\d_])"
    r"|(?P<keycap>(?:\d\ufe0f?\u20e3)+)",
    re.IGNORECASE,
)
#: `5 CSS layout`: a label only where most titles are numbered so.
_PLAIN = late_pattern(r"(?P<id>\d{1,3}(?P<letter>[a-z]?))(?=\s+[*_\[`]{0,3}[^\W\d_]|\s+\Z)")
_LETTER = late_pattern(r"(?P<letter>[a-z])[.)](?=[\s*_]|\Z)|(?P<upper>[A-Z])\)(?=[\s*_]|\Z)")
#: What may stand before a label: marks of emphasis, and pictures such as 🚀.
_LEAD = late_pattern(r"[*_~ \t\u200d\ufe0f\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff]*")
_OPENING = late_pattern(r"[\[(（【《]\s?")
_CLOSING = {"[": "]", "(": ")", "（": "）", "【": "】", "《": "》"}
#: At the end of a title: `Loops (Part 3)`, `Loops [Day 3]`.
_AT_END = late_pattern(r"[(（\[][^()（）\[\]]{1,40}[)）\]]\s*\Z")
_LAST_WORDS = late_pattern(rf"[,:|–—-]\s*(?P<label>{_LETTERS}{{2,20}}{_APART}\d{{1,3}})\Z")
_ENDING = late_pattern(rf"\w\s+(?P<label>{_LETTERS}{{2,20}}\s+\d{{1,3}})\Z")
#: What counts the parts of a topic as often as units.
OF_TOPICS = frozenset(
    [
        *("part", "step", "section", "level", "phase", "stage", "block", "lab", "class", "course"),
        *("topic", "parte", "partie", "teil", "deel", "del", "fase", "etapa", "étape", "часть"),
    ]
)
#: The name that a site generator gives a heading: ``Loops {#loops}``.
_ATTRIBUTES = late_pattern(r"\s*\{:?[^{}]*[#.=][^{}]*\}\s*\Z")
_JOINT = late_pattern(rf"[\s.:–—-]*[{_SIGNS}]?[\s.:–—-]*")
_WORD_BEFORE = late_pattern(rf"[\[(（【《]?{_LETTERS}*\.?[ #_-]*\Z")
_COUNTER = late_pattern(rf"[{UNIT_COUNTERS}주차]*[\])）】》]?")
_PIECES = late_pattern(rf"{_LETTERS}+|\d+")


class Numeral(NamedTuple):
    """A number with the ``word`` for a unit, in lower case, empty for a number alone.

    ``written`` stands at ``start``; ``whole`` is the label with its word and its brackets.
    """

    written: str
    start: int
    letter: str
    word: str
    whole: Span


def lead_of(text: str) -> int:
    """Where the words of ``text`` begin, behind marks of emphasis and pictures."""
    return _LEAD.match(text).end()  # type: ignore[union-attr]


def joint_end(text: str, at: int) -> int:
    """Where what joins a label that ends at ``at`` to the name behind it ends."""
    return _JOINT.match(text, at).end()  # type: ignore[union-attr]


def label_around(text: str, at: int) -> Span:
    """The label whose number is one sign at an offset, with its word and what joins it on."""
    word, counter = _WORD_BEFORE.search(text, 0, at), _COUNTER.match(text, at + 1)
    end = counter.end() if counter else at + 1
    return Span(word.start() if word else at, joint_end(text, end))


def without_attributes(text: str) -> str:
    """``text`` without the attributes of a heading at its end."""
    return _ATTRIBUTES.sub("", text)


def named_at(text: str, at: int) -> Iterator[Numeral]:
    """What may be a label with a word, or a counter, at an offset."""
    opening = _OPENING.match(text, at)
    start = opening.end() if opening else at
    for form in _FORMS:
        match = form.match(text, start)
        if match is not None:
            end = match.end("of") if match["of"] else max(match.end("id"), match.end("word"))
            yield from _bracketed(text, at, opening, _numeral(match, Span(at, end)))
    counted = _COUNTED.match(text, start)
    if counted is not None:
        yield from _bracketed(text, at, opening, _counted(counted))


def _bracketed(
    text: str, at: int, opening: re.Match[str] | None, found: Numeral
) -> Iterator[Numeral]:
    """A label that begins in a bracket ends with it."""
    if opening is None:
        yield found
    elif text[found.whole.end : found.whole.end + 1] == _CLOSING[opening[0][0]]:
        yield found._replace(whole=Span(at, found.whole.end + 1))


def short_at(text: str, at: int) -> Numeral | None:
    """What may be a label with the abbreviation of a word."""
    match = _SHORT.match(text, at)
    return _numeral(match, Span(at, match.end("id"))) if match else None


def bare_at(text: str, at: int) -> Numeral | None:
    """A number that is a label by what follows it."""
    match = _BARE.match(text, at)
    if match is None:
        return None
    for name in ("padded", "compound", "keycap"):
        if match[name]:
            letter = match[name].lstrip("0123456789").casefold() if name == "padded" else ""
            return Numeral(match[name], match.start(name), letter, "", Span(at, match.end(name)))
    letter = match["letter"].casefold()
    return Numeral(match["id"], match.start("id"), letter, "", Span(at, match.end("id")))


def plain_at(text: str, at: int) -> Numeral | None:
    """A number before words, with nothing behind it."""
    match = _PLAIN.match(text, at)
    if match is None:
        return None
    return Numeral(match["id"], match.start(), match["letter"], "", Span(*match.span()))


def letter_at(text: str, at: int) -> Numeral | None:
    """A letter that is a label by the mark behind it."""
    match = _LETTER.match(text, at)
    if match is None:
        return None
    written = match["letter"] or match["upper"]
    return Numeral(written, match.start(), written.casefold(), "", Span(at, match.start() + 1))


def trailing(text: str) -> Iterator[Numeral]:
    """What may be a label in brackets at the end of a title."""
    text = without_attributes(text)
    match = _AT_END.search(text)
    if match is not None and match.start():
        end = len(text.rstrip())
        yield from (each for each in named_at(text, match.start()) if each.whole.end == end)


def last_words(text: str, *, is_joined: bool = True) -> Iterator[Numeral]:
    """What may be a label that a title ends with, behind a sign: `Reading – week 3`.

    One that ``is_joined`` by none stands behind another word: `Reading week 3`. A part or a step
    may be one of a topic, and is none.
    """
    text = without_attributes(text).rstrip()
    match = (_LAST_WORDS if is_joined else _ENDING).search(text)
    for each in named_at(text, match.start("label")) if match else ():
        if each.word not in OF_TOPICS and each.whole.end == len(text):
            yield each


def named_within(text: str) -> Iterator[Numeral]:
    """What may be labels with words, anywhere in a text."""
    end = 0
    for piece in _PIECES.finditer(text):
        if piece.start() < end:
            continue
        start = piece.start()
        if start and text[start - 1] == "第":
            start -= 1
        for found in named_at(text, start):
            end = found.whole.end
            yield found


def _numeral(match: re.Match[str], whole: Span) -> Numeral:
    letter = (match.groupdict().get("letter") or "").casefold()
    return Numeral(match["id"], match.start("id"), letter, match["word"].casefold(), whole)


def _counted(match: re.Match[str]) -> Numeral:
    name = "id" if match["id"] else "id_"
    return Numeral(match[name], match.start(name), "", COUNTED, Span(*match.span()))
