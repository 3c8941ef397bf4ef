"""Exercises that are items of a list, with or without boxes to tick."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..parse.document import Document, Label, List, ListItem
from ..parse.plain import definitions_of, plain_text_of
from ..settings.exercise_settings import ExerciseForm
from ..text.late_pattern import late_pattern
from ..text.source import Span
from .exercise_areas import ExerciseArea
from .exercise_number import read_number
from .opened_exercise import (
    ExerciseOpening,
    LinkedFiles,
    WrittenNumber,
    number_at,
    opened,
    title_in,
)
from .outline import Exercise

#: What stands between the marker of an item and its text.
_BEFORE_TEXT = late_pattern(r"[ \t]*(?:\[[ xX]\][ \t]+)?")
_LINE = re.compile(r"[^\r\n]*")


class ListedExercises:
    """Reads the lists of one document; ``words`` are those for an exercise."""

    def __init__(self, document: Document, words: frozenset[str], form: ExerciseForm) -> None:
        self._text, self._words, self._form = document.text, words, form
        self._definitions = definitions_of(document)
        self._linked = LinkedFiles(document)
        self._labels = {label.item: label for label in document.labels if label.leads_item}
        self._lists = [each for each in document.lists if not each.depth and self._fits(each)]
        self._lists.sort(key=lambda each: each.span.start)
        self._starts = [each.span.start for each in self._lists]

    def read(self, area: ExerciseArea) -> Iterator[Exercise]:
        """The items of the lists that come first, and of those that go on with their numbers."""
        found = self._of_one_kind([self._in(area.first)])
        if not found:
            found = self._of_one_kind(list(map(self._in, area.others)))
        else:
            found += list(self._going_on(found[-1], area.others))
        for each in found:
            yield from self._items(each)

    def _fits(self, each: List) -> bool:
        ticked = sum(item.task for item in each.items)
        return self._form is ExerciseForm.LIST or 2 * ticked >= len(each.items)

    def _in(self, part: Span) -> list[List]:
        first, behind = (bisect_left(self._starts, at) for at in part)
        return self._lists[first:behind]

    def _of_one_kind(self, parts: Sequence[Sequence[List]]) -> list[List]:
        """The lists with numbers, or all where none has some."""
        found = [each for part in parts for each in part]
        numbered = [each for each in found if each.ordered]
        return numbered or found

    def _going_on(self, last: List, parts: Sequence[Span]) -> Iterator[List]:
        for each in (each for part in parts for each in self._in(part)):
            if last.ordered and each.ordered and _first(each) == _first(last) + len(last.items):
                last = each
                yield each

    def _items(self, of: List) -> Iterator[Exercise]:
        for at, item in enumerate(of.items):
            text = plain_text_of(item.text, self._definitions)
            opening = ExerciseOpening(self._form, text, self._opening(item))
            is_wanted = text and (self._form is ExerciseForm.LIST or item.task)
            if is_wanted and not self._linked.are_all_of(opening.span):
                yield self._exercise(item, opening, _first(of) + at if of.ordered else None)

    def _exercise(self, item: ListItem, opening: ExerciseOpening, shown: int | None) -> Exercise:
        text = opening.text
        found = read_number(text, self._words)
        if found and (shown is None or found.named or found.prefix):
            number = number_at(found, self._text, opening.span)
            return opened(opening, title_in(found.title), item.span, number)
        label = self._labels.get(item.span.start)
        title = title_in(label.text if label and _is_name(label) else text)
        # Markdown counts by itself: what it shows is the number, whatever is written.
        own = None if shown is None else WrittenNumber(str(shown), "", shown, "", item.marker)
        return opened(opening, title, item.span, own)

    def _opening(self, item: ListItem) -> Span:
        before = _BEFORE_TEXT.match(self._text, item.marker.end, item.span.end)
        start = before.end() if before else item.marker.end
        line = _LINE.match(self._text, start, item.span.end)
        return Span(start, line.end() if line else start)


def _first(of: List) -> int:
    return of.items[0].number or 0


def _is_name(label: Label) -> bool:
    """Whether bold words at the begin of an item name it, rather than stress its first words."""
    return label.colon or not label.tail
