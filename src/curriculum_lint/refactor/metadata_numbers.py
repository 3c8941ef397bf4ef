"""Front matter that says where a unit stands follows its number: ``sidebar_position: 3``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..edits.edit import Edit
from ..listings.front_matter import Metadatum, metadata
from ..listings.listing import parent_of
from ..model.curriculum import Curriculum, Page
from ..model.numbering import letter_number
from ..model.reading_order import ReadingOrder, UnitPlace
from ..settings.unit_words import UNIT_WORDS
from ..text.late_pattern import late_pattern
from .new_numbers import Renumbered
from .unit_labels import LabelGrammar, agrees, right_label

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


def metadata_edits(
    curriculum: Curriculum,
    order: ReadingOrder,
    grammar: LabelGrammar,
    units: Mapping[str, Renumbered],
) -> Iterator[Edit]:
    """The edits by which the front matter of renumbered units says their new numbers."""
    lines: dict[tuple[str, str], EvenCount | None] = {}
    for old, new in units.values():
        page = curriculum.page(old.unit)
        for each in metadata(page) if page else ():
            value = each.value
            if each.key.casefold() in TITLES:
                value = _title(each.value, grammar, old, new)
            elif is_count(each):
                key = parent_of(old).path, each.key
                if key not in lines:
                    lines[key] = line_of(curriculum, _beside(order, old), each.key)
                line = lines[key]
                is_own = line is not None and line.at(old) == int(each.value)
                value = str(line.at(new)) if line and is_own else value
            if page and value != each.value:
                yield with_value(page, each, value)


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


def _beside(order: ReadingOrder, place: UnitPlace) -> Sequence[UnitPlace]:
    parent = parent_of(place).path
    return [each for each in order.places.values() if parent_of(each).path == parent]


def _title(title: str, grammar: LabelGrammar, old: UnitPlace, new: UnitPlace) -> str:
    label = grammar.read_title(title)
    if label is None or not agrees(label, old):
        return title
    end = label.start + len(label.text)
    return title[: label.start] + right_label(label, new) + title[end:]
