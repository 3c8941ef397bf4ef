"""Dates in texts, as people write them: ``2025-01-29``, ``29 Jan``, ``January 29th``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .late_pattern import late_pattern
from .source import Span

#: How the names of months begin, in several languages.
_MONTHS = (
    "jan gen ene",
    "feb fév fev",
    "mar mär mrz",
    "apr avr abr",
    "mai may mag",
    "jun juin giu",
    "jul juil lug",
    "aug août aou ago",
    "sep set",
    "oct okt ott out",
    "nov",
    "dec dez dic déc",
)
_NAMES = {name: month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = rf"(?:{'|'.join(sorted(_NAMES, key=len, reverse=True))})[^\W\d_]*\.?"
_DATE = late_pattern(
    r"(?<![\w./-])(?:"
    r"(?P<y>\d{4})(?P<apart>[-/.])(?P<m>\d{1,2})(?P=apart)(?P<d>\d{1,2})"
    r"|(?P<one>\d{1,2})(?P<by>[./-])(?P<other>\d{1,2})(?P=by)(?P<year>\d{4}|\d{2})?"
    r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[ \t]+(?:of[ \t]+|de[ \t]+)?(?P<name>{_NAME})"
    rf"|(?P<name_first>{_NAME})[ \t]+(?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?"
    r")(?:,?[ \t]+(?P<late>\d{4}))?(?![\w/-])",
    re.IGNORECASE,
)
_LAST_MONTH, _LAST_DAY = 12, 31


class Date(NamedTuple):
    """A date and its place; ``readings`` are year, or 0, month and day: day first, and last.

    ``None`` stands for a reading that gives no date.
    """

    span: Span
    readings: tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]


def find_dates(text: str) -> Iterator[Date]:
    """The dates in a text."""
    for match in _DATE.finditer(text):
        year = int(match["y"] or match["late"] or match["year"] or 0)
        first, last = (
            (year, m, d) if 0 < m <= _LAST_MONTH and 0 < d <= _LAST_DAY else None
            for m, d in _pairs(match)
        )
        if first or last:
            yield Date(Span(*match.span()), (first, last))


def _pairs(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Month and day, if the day stands first, and if it stands last."""
    name = match["name"] or match["name_first"]
    if match["y"] or name:
        month = int(match["m"]) if match["y"] else _month(name)
        pair = month, int(match["d"] or match["day"] or match["day_last"])
        return pair, pair
    one, other = int(match["one"] or match["first"]), int(match["other"] or match["second"])
    return (other, one), (one, other)


def _month(name: str) -> int:
    return next(month for start, month in _NAMES.items() if name.casefold().startswith(start))
