"""Which exercise a number in the text means, and what to say where there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ...model.curriculum import Curriculum, Kind, Page
from ...model.exercise_number import read_number
from ...model.exercise_sequences import exercise_sequences
from ...model.outline import Exercise, ExerciseReference
from ...model.reading_order import UnitPlace, order_of

_UNIT = re.compile(r"(\d+)([a-z]?)")
#: How far behind the last exercise a bare `#25` may lie to be one of exercises, not an issue's.
_PLAUSIBLE = 10


class ExerciseSearch:
    """Looks for exercises in one curriculum."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._order = order_of(curriculum)
        self._places: dict[str, list[UnitPlace]] = {}
        for place in self._order.places.values():
            number, _, letter = place.key
            self._places.setdefault(f"{number}{letter}", []).append(place)

    @cached_property
    def _is_dotted(self) -> bool:
        """Whether any exercise of the curriculum has a number such as 4a.2."""
        places = self._order.places.values()
        return any(each.prefix for place in places for each in self._of(place))

    def complaint(self, page: Page, reference: ExerciseReference) -> str | None:
        """What is wrong with a reference, if anything is."""
        own = _numbered(page)
        if any(_is_meant(each, reference.number) for each in own):
            return None
        if reference.unit:
            return self._elsewhere(reference)
        if page.kind not in (Kind.MODULE, Kind.SUBSECTION) or not own or self._names_units:
            return None
        return self._here(page, own, reference)

    @cached_property
    def _names_units(self) -> bool:
        """Whether whole units are called "Exercise 3", so that numbers may be theirs."""
        words = self._curriculum.vocabulary.exercise_words
        pages = [self._curriculum.page(place.unit) for place in self._order.places.values()]
        titles = [page.outline.title for page in pages if page and page.outline.title]
        read = (read_number(title.text, words) for title in titles)
        return any(number.named for number in read if number is not None)

    def _here(
        self, page: Page, own: Sequence[Exercise], reference: ExerciseReference
    ) -> str | None:
        number = int(re.sub(r"\D", "", reference.number))
        ordinals = [each.ordinal for each in own if each.ordinal is not None]
        if number in ordinals and reference.number.isdigit():
            return None
        last = max(ordinals)
        if not reference.named and number > last + _PLAUSIBLE:
            return None
        if min(ordinals) > 1 and self._is_in_level(page, number):
            return None
        if _is_gap(page, number) or (own[0].prefix and _is_item(page, number)):
            return None
        return f"There is no exercise {reference.number} in this readme: the last one is {last}."

    def _is_in_level(self, page: Page, number: int) -> bool:
        """Whether another unit of a level that counts on has the exercise."""
        here = self._order.by_readme.get(page.path)
        return here is not None and number in self._ordinals[here.level.path]

    @cached_property
    def _ordinals(self) -> dict[str, set[int | None]]:
        """The numbers of all exercises of each level, by its path."""
        found: dict[str, set[int | None]] = {}
        for place in self._order.places.values():
            numbers = found.setdefault(place.level.path, set())
            numbers.update(each.ordinal for each in self._of(place))
        return found

    def _elsewhere(self, reference: ExerciseReference) -> str | None:
        match = _UNIT.fullmatch(reference.unit)
        if match is None:
            return None
        units = self._places.get(f"{int(match[1])}{match[2]}")
        if not units:
            return self._without_unit(match, reference)
        if any(not self._of(place) for place in units):
            return None
        last = reference.number.rpartition(".")[2]
        for place in units:
            if any(_is_meant(each, last) or str(each.ordinal) == last for each in self._of(place)):
                return None
            home = self._curriculum.page(place.unit)
            if home and last.isdigit() and _is_gap(home, int(last)):
                return None
        count = len(self._of(units[0]))
        return (
            f"There is no exercise {reference.number}: {units[0].label} has {count} of them, the "
            f"last is {self._of(units[0])[-1].number}."
        )

    def _without_unit(self, match: re.Match[str], reference: ExerciseReference) -> str | None:
        """Numbers of other books look alike, unless the exercises here are numbered so."""
        has_module = bool(match[2]) and match[1].lstrip("0") in self._places
        if not (has_module or self._is_dotted):
            return None
        return f"There is no exercise {reference.number}, because there is no unit {match[0]}."

    def _of(self, place: UnitPlace) -> list[Exercise]:
        page = self._curriculum.page(place.unit)
        return _numbered(page) if page else []


def _numbered(page: Page) -> list[Exercise]:
    return [each for each in page.outline.exercises if each.ordinal is not None]


def _is_meant(exercise: Exercise, number: str) -> bool:
    return number in (exercise.number, f"{exercise.ordinal}{exercise.suffix}")


def _is_item(page: Page, number: int) -> bool:
    """Whether a list has the number: in books, exercise 7.1 is a list of exercises."""
    return any(item.number == number for each in page.document.lists for item in each.items)


def _is_gap(page: Page, number: int) -> bool:
    """Whether the number is one that is missing between two others."""
    for sequence in exercise_sequences(page.outline, page.document.headings, ()):
        for gap in sequence.breaks().gaps:
            if gap.first <= number <= gap.last:
                return True
    return False
