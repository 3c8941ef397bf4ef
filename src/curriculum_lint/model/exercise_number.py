"""The number in an exercise's heading: ``3)``, ``3.``, ``4a.3``, ``Exercise 3:``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..text.late_pattern import late_pattern

_NUMBER = r"(?P<prefix>(?:\d{1,6}[a-z]?\.)*)(?P<ordinal>\d{1,6})(?P<suffix>[a-z]?)"
#: What marks exercises that are hard, or that one need not do: ``1.2*: Sets``.
_STAR = r"[*★☆†]{0,3}"
#: A range (``1-2``) and a decimal comma (``1,2``) are no number of one exercise.
_AFTER_WORD = late_pattern(
    rf"\s*(?:#|№|[Nn](?:[oº°]|r)?[.º°]?(?=\W|\d))?\s*{_NUMBER}{_STAR}(?!\w|[,–—/-]\d)"
    r"(?:\s*[.):]|\s+[-–—])?\s*"
)
_BARE = late_pattern(
    rf"{_NUMBER}{_STAR}(?:(?P<mark>[.):])(?=\s|$)|(?=\s+[-–—]\s)|(?<=\.\d)(?=\s)|(?<=\.\d\d)(?=\s))"
    r"\s*(?:[-–—]\s+)?"
)
_NAMED = late_pattern(r"\s+[A-Z](?:\s*[.:)–-]|\s*\Z)|\s*(?:[:：]|\s[–—-])\s*\S")
_WORD = late_pattern(r"[\W_]*([^\W\d_]+)")
#: A number in the first two words or at the very end, where people write that of an exercise.
_IN_PLACE = late_pattern(r"(?:\S+\s+)?\S*(?<![^\W\d_])\d|.*[(\[#]\s*\d[\d.a-z]*[)\]]?\s*\Z")
_ALIKE = 0.75


class NumberedHeading(NamedTuple):
    """A heading that numbers an exercise, taken apart.

    ``4a.3`` has the prefix ``4a.`` and the ordinal 3; ``start:end`` is where the number stands in
    the heading's text, ``written`` what stands there, leading zeros too. ``named`` is true where a
    word such as "Exercise" precedes it.
    """

    prefix: str
    ordinal: int
    suffix: str
    title: str
    start: int
    end: int
    named: bool
    written: str


def read_number(text: str, words: frozenset[str]) -> NumberedHeading | None:
    """The exercise number at the start of a heading's ``text``.

    ``words`` are case-folded words for an exercise, such as "exercise" and "task".
    """
    word = _WORD.match(text)
    if word and word[1].casefold() in words:
        match = _AFTER_WORD.match(text, word.end())
        return _number(match, text, named=True)
    return _number(_BARE.match(text), text, named=False)


def begins_with(text: str, words: frozenset[str]) -> bool:
    """Whether a heading names an exercise without a number: ``Exercise A: Loops``, ``Task: Loops``.

    A heading such as ``Exercise notes`` is about them.
    """
    word = _WORD.match(text)
    is_word = word is not None and word[1].casefold() in words
    return is_word and word is not None and _NAMED.match(text, word.end()) is not None


def seems_numbered(text: str, words: Iterable[str]) -> bool:
    """Whether a heading without a number that can be read has one all the same.

    So has ``Exercse 1.2: Loops``, and what begins nearly as one of the ``words`` for an exercise.
    """
    word = _WORD.match(text)
    return _IN_PLACE.match(text) is not None or (
        word is not None and any(_is_alike(word[1].casefold(), each) for each in words)
    )


def _is_alike(word: str, other: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, word, other).ratio() >= _ALIKE


def _number(match: re.Match[str] | None, text: str, *, named: bool) -> NumberedHeading | None:
    if match is None:
        return None
    start, end = match.start("prefix"), match.end("suffix")
    return NumberedHeading(
        match["prefix"],
        int(match["ordinal"]),
        match["suffix"],
        text[match.end() :].strip(),
        start,
        end,
        named,
        text[start:end],
    )
