"""Dates and counts that rise from entry to entry: they belong to units, or to their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...listings.listing import ListingForm, UnitEntry, UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...parse.document import Document
from ...text.dates import find_dates
from ...text.late_pattern import late_pattern
from ...text.source import Span
from ..units.editions import Holds
from .index_order import is_in_order, ranks_of

#: Fewer values may rise by accident; more so where their steps are alike and nothing else.
_LEAST, _LEAST_STEPS = 3, 4
#: A number alone in its cell, or with a word: ``40``, ``40 h``, ``day 4``.
_IN_CELL = late_pattern(r"[^\d|]{0,12}(?<![\d.])(?P<number>\d{1,5})(?![\d.])[^\d|]{0,12}")
_CELL = late_pattern(r"[^|]+")
#: A number behind a word.
_BEHIND = late_pattern(r"[^\W\d_]{2,}[ \t\xa0]+#?(?P<number>\d{1,4})(?![\w.,:/%-])")
_TAG = late_pattern(r"<[^<>]*>")
#: A course may go on after the turn of the year.
_LATE, _EARLY = 9, 6

_Key = tuple[int, ...]


class _Value(NamedTuple):
    """A value as it is written, and what it may mean in each way of reading it."""

    span: Span
    written: str
    readings: tuple[_Key | None, ...]


#: The values of entries in one place of each: the first date, the number in the third cell.
_Column = list[_Value]


class Fallen(NamedTuple):
    """Values of a list that rose with its entries, and do not any more.

    ``edits`` leave them with their places.
    """

    page: Page
    above: _Value
    below: _Value
    edits: tuple[Edit, ...]

    def told(self) -> str:
        """The sentence about it."""
        line = self.page.document.line(self.above.span.start)
        said = f"Also says “{self.above.written}” above “{self.below.written}”"
        return f"{said}, which were in order: {self.page.path}:{line}"


def fallen_values(
    before: Curriculum, after: Curriculum, moves: Moves, holds: Holds
) -> Iterator[Fallen]:
    """Dates and counts in entries that other units have now, whose order was that of the units."""
    ranks = ranks_of(before)
    for path, page in before.pages.items():
        now = after.pages.get(moves.new(path)) if holds(path) else None
        if now is None or now.document is page.document:
            continue
        new = {(each.form, frozenset(each.listed)): each for each in reader_of(after).on(now)}
        for index in reader_of(before).on(page):
            key = index.form, frozenset(map(moves.new, index.listed))
            if key in new and len(index.units) >= _LEAST and is_in_order(index.units, ranks):
                yield from _fallen(index, new[key])


def _fallen(old: UnitIndex, new: UnitIndex) -> Iterator[Fallen]:
    columns = _columns(new)
    for place, column in _columns(old).items():
        now = columns.get(place, [])
        if len(now) == len(column) and _rises(column, old.units) and not _rises(now, new.units):
            above, below = _fall(now, column)
            wanted = zip(now, column, strict=True)
            edits = (
                Edit(new.page.path, *each.span, own.written)
                for each, own in wanted
                if each.written != own.written
            )
            yield Fallen(new.page, above, below, tuple(edits))


def _columns(index: UnitIndex) -> Mapping[tuple[str, int], _Column]:
    """The values of its entries, by kind and place; only those that all entries have."""
    found: dict[tuple[str, int], _Column] = {}
    for unit in index.units:
        for place, value in _values(index, unit):
            found.setdefault(place, []).append(value)
    return {place: each for place, each in found.items() if len(each) == len(index.units)}


def _values(index: UnitIndex, unit: UnitEntry) -> Iterator[tuple[tuple[str, int], _Value]]:
    document, entry = index.page.document, unit.entry
    is_row = index.form is ListingForm.ROW
    whole = entry.span if is_row else Span(entry.start, entry.start + len(entry.line))
    plain = _without_links(document, whole, is_whole=False)
    dates = list(find_dates(plain))
    for at, date in enumerate(dates):
        yield ("date", at), _value(document, whole.start, date.span, date.readings)
    if dates:
        return
    text = _without_links(document, whole, is_whole=True)
    own = entry.marker.start - whole.start if entry.marker else -1
    for at, span, number in _cells(text, own) if is_row else _behind_words(text):
        yield ("number", at), _value(document, whole.start, span, ((number,),))


def _cells(text: str, own: int) -> Iterator[tuple[int, Span, int]]:
    """The numbers in cells of a row, but for that with the number of its unit."""
    for at, cell in enumerate(_CELL.finditer(text)):
        match = _IN_CELL.fullmatch(text, *cell.span())
        if match and not cell.start() <= own < cell.end():
            yield at, Span(*match.span("number")), int(match["number"])


def _behind_words(text: str) -> Iterator[tuple[int, Span, int]]:
    for at, match in enumerate(_BEHIND.finditer(text)):
        yield at, Span(*match.span()), int(match["number"])


def _value(document: Document, start: int, span: Span, readings: tuple[_Key | None, ...]) -> _Value:
    there = Span(start + span.start, start + span.end)
    return _Value(there, document.text[slice(*there)], readings)


def _without_links(document: Document, whole: Span, *, is_whole: bool) -> str:
    """What stands there, with blanks for the destinations of links, or for all of them."""
    text = document.text[slice(*whole)]
    for link in document.links:
        span = link.span if is_whole else link.target
        if span is not None and whole.start <= span.start < whole.end:
            start, end = span.start - whole.start, min(span.end, whole.end) - whole.start
            text = text[:start] + " " * (end - start) + text[end:]
    return _TAG.sub(lambda match: " " * len(match[0]), text)


def _rises(column: _Column, units: Sequence[UnitEntry]) -> bool:
    """Whether dates are in order, and numbers those of the units or steps of one size."""
    ways = [list(way) for way in zip(*(each.readings for each in column), strict=True)]
    if len(ways) > 1:
        return any(map(_dates_rise, ways))
    values = [key[0] for key in ways[0] if key is not None]
    if values == [each.place.module.name.number for each in units]:
        return True
    steps = {other - one for one, other in pairwise(values)}
    return len(values) >= _LEAST_STEPS and len(steps) == 1 and steps.pop() > 0


def _dates_rise(keys: Sequence[_Key | None]) -> bool:
    """Whether each is later than the one before it; the year may turn once where none is said."""
    turns = 0
    for one, other in pairwise(keys):
        if one is None or other is None:
            return False
        is_turn = one[0] == other[0] == 0 and one[1] >= _LATE and other[1] <= _EARLY
        turns += is_turn
        if not is_turn and other <= one:
            return False
    return turns <= 1


def _fall(column: _Column, old: _Column) -> tuple[_Value, _Value]:
    """The first two values that stood in another order before."""
    place = {each.written: at for at, each in enumerate(old)}
    at = [place.get(each.written, -1) for each in column]
    found = (nth for nth, (one, other) in enumerate(pairwise(at)) if one > other)
    first = next(found, 0)
    return column[first], column[first + 1]
