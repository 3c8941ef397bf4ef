"""Front matter that says where a unit stands follows its number: ``sidebar_position: 3``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...edits.edit import Edit
from ...listings.front_matter import Metadatum, metadata
from ...model.curriculum import Curriculum, Page
from ...model.numbering import letter_number
from ...model.reading_order import UnitPlace
from ...settings.unit_words import UNIT_WORDS
from ...text.late_pattern import late_pattern

#: What site generators put pages in order by.
ORDERS = frozenset({"sidebar_position", "nav_order", "weight", "order", "position", "number"})
_COUNTS = ORDERS | frozenset(UNIT_WORDS)
TITLES = frozenset({"title", "sidebar_label", "nav_title", "linktitle", "short_title", "label"})
_MOST_DIGITS = 6
#: What a plain value of YAML may not hold or begin with.
_MISREAD = late_pattern(r":(?:\s|\Z)|\s#|\A[\s\[\]{}&*!|>%@`\"'#,?-]|\s\Z")


class EvenCount(NamedTuple):
    """Values that grow with the numbers of units: ``step`` from one number to the next."""

    step: int
    start: int

    def at(self, place: UnitPlace) -> int:
        """The value of a unit."""
        return self.start + self.step * number_of(place)


def is_count(each: Metadatum) -> bool:
    """Whether it may say where a unit stands."""
    is_number = each.value.isascii() and each.value.isdigit() and len(each.value) < _MOST_DIGITS
    return is_number and each.key.casefold() in _COUNTS


def line_of(curriculum: Curriculum, places: Sequence[UnitPlace], key: str) -> EvenCount | None:
    """How the values of one key grow with the numbers of units, if they do so evenly."""
    pages = ((place, curriculum.page(place.unit)) for place in places)
    points = sorted(
        (number_of(place), int(each.value))
        for place, page in pages
        for each in (metadata(page) if page else ())
        if each.key == key and is_count(each)
    )
    if len({number for number, _ in points}) < len(points) or not points:
        return None
    (first, value), (last, highest) = points[0], points[-1]
    step = (highest - value) // (last - first) if len(points) > 1 else 1
    line = EvenCount(step, value - step * first)
    is_even = all(line.start + step * number == said for number, said in points)
    return line if is_even and step > 0 and (len(points) > 1 or line.start == 0) else None


def number_of(place: UnitPlace) -> int:
    """The number of a module, or the place of a letter in the alphabet."""
    if place.unit is place.module:
        return place.unit.name.number or 0
    return letter_number(place.unit.name)


def with_value(page: Page, each: Metadatum, value: str) -> Edit:
    """The edit that gives a key another ``value``, in quotes where YAML would misread it."""
    before = page.document.text[each.span.start - 1]
    return Edit(page.path, *each.span, written_value(value, before))


def written_value(value: str, before: str) -> str:
    """``value`` behind the sign ``before``, which may be a quote."""
    if before in "\"'":
        return value.replace(before, "''" if before == "'" else '\\"')
    if _MISREAD.search(value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value
