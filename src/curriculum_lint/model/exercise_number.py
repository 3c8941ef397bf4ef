"""The number in an exercise's heading: ``3)``, ``3.``, ``4a.3``, ``Exercise 3:``."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"(?P<prefix>(?:\d{1,6}[a-z]?\.)*)(?P<ordinal>\d{1,6})(?P<suffix>[a-z]?)"
_AFTER_WORD = re.compile(rf"\s*#?\s*{_NUMBER}(?![\w])(?:\s*[.):]|\s+[-–—])?\s*")
_BARE = re.compile(
    rf"{_NUMBER}(?:(?P<mark>[.):])(?=\s|$)|(?=\s+[-–—]\s)|(?<=\.\d)(?=\s)|(?<=\.\d\d)(?=\s))"
    r"\s*(?:[-–—]\s+)?"
)
_WORD = re.compile(r"[^\W\d_]+")


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
    if word and word[0].casefold() in words:
        match = _AFTER_WORD.match(text, word.end())
        return _number(match, text, named=True)
    return _number(_BARE.match(text), text, named=False)


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
