"""Numbers of exercises with their titles behind them, in tables and lists: ``| 2.1 | Read |``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...model.curriculum import Page
from ...model.outline import Exercise
from ...text.regions import Regions
from ...text.source import Span
from .prose import not_prose

_NUMBER = re.compile(
    r"(?<![\w.#/§-])(?P<id>\d{1,3}[a-z]?(?:\.\d{1,3}){0,3})[ \t|:.)–—*_-]{1,12}(?=[^\W\d_]|[`\"“])"
)
_SHORTEST = 3


class TitledNumber(NamedTuple):
    """A number of an exercise and its title behind it, on a page."""

    page: Page
    exercise: Exercise
    number: Span
    title: Span


def titled_numbers(pages: Iterable[Page], exercises: Iterable[Exercise]) -> Iterator[TitledNumber]:
    """Where pages have such a number and such a title that only one of ``exercises`` has."""
    known: dict[str, list[Exercise]] = {}
    for exercise in exercises:
        if exercise.number and len(exercise.title) >= _SHORTEST:
            known.setdefault(exercise.number, []).append(exercise)
    for page in pages if known else ():
        text = page.document.text
        found = [
            TitledNumber(page, meant, Span(*match.span("id")), Span(match.end(), end))
            for match in _NUMBER.finditer(text)
            for meant in known.get(match["id"], ())
            if _stands_at(text, meant.title, match.end())
            for end in (match.end() + len(meant.title),)
        ]
        headings = [each.span for each in page.document.headings] if found else []
        apart = Regions([*headings, *not_prose(page)] if found else ())
        starts = [each.number.start for each in found]
        for each in found:
            if starts.count(each.number.start) == 1 and not apart.hold(each.number.start):
                yield each


def _stands_at(text: str, title: str, at: int) -> bool:
    end = at + len(title)
    return text.startswith(title, at) and not text[end : end + 1].isalnum()
