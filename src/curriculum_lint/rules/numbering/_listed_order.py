"""Ordered lists of all modules of a level that show other numbers than the modules have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...check.rule import Finding
from ...edits.edit import Edit, Fix, Safety
from ...listings.items import entries
from ...listings.page_units import place_of
from ...model.curriculum import Curriculum, Page, Unit
from ...model.overviews import overviews
from ...model.reading_order import ReadingOrder, UnitPlace
from ...model.sequence import read_sequence
from ...parse.document import List

_STARTS = (1,)


def order_findings(curriculum: Curriculum, order: ReadingOrder) -> Iterator[Finding]:
    """Report lists that begin with another number, or have a module out of its place."""
    for page, _ in overviews(curriculum):
        led_to = {
            target.link.span.start: place
            for target in curriculum.targets[page.path]
            if (place := place_of(order, target)) is not None
        }
        for each, places in _listed(page, led_to):
            if is_complete(each, places):
                yield from _findings(page, each, places)


def _listed(page: Page, led_to: dict[int, UnitPlace]) -> Iterator[tuple[List, list[UnitPlace]]]:
    """Ordered lists, each with the units that its items begin with links to."""
    found: dict[List, list[UnitPlace]] = {}
    for entry in entries(page, page.document.lists):
        place = led_to.get(entry.start)
        if entry.around.ordered and place is not None:
            found.setdefault(entry.around, []).append(place)
    yield from found.items()


def is_complete(each: List, places: Sequence[UnitPlace]) -> bool:
    """Whether the list holds just the modules of one level, which are numbered from 1 on."""
    level: Unit = places[0].level
    numbers = [module.name.number for module in level.children]
    return (
        len(each.items) == len(places)
        and {place.unit.path for place in places} == {module.path for module in level.children}
        and numbers == list(range(1, len(numbers) + 1))
    )


def _findings(page: Page, each: List, places: Sequence[UnitPlace]) -> Iterator[Finding]:
    first = each.items[0]
    numbers = [place.module.name.number or 0 for place in places]
    if numbers == sorted(numbers):
        if first.number != 1 and len({item.number for item in each.items}) > 1:
            message = (
                f"The list begins with {first.number}, but leads to modules 1 to {len(numbers)}."
            )
            yield Finding(page.path, first.marker, message, "Begin with 1.", _fix(page, each))
        return
    for misplaced in read_sequence(numbers, _STARTS).misplaced:
        item, place = each.items[misplaced.at], places[misplaced.at]
        shown = misplaced.at + (first.number or 0)
        message = f"This entry is shown as {shown}, but it leads to {place.label}."
        yield Finding(page.path, item.marker, message, "Move the entry to its place in the list.")


def _fix(page: Page, each: List) -> Fix | None:
    """Numbers from 1 on, where none of them gets longer or shorter."""
    edits: list[Edit] = []
    for number, item in enumerate(each.items, 1):
        span, new = item.marker, str(number)
        if span.end - span.start - 1 != len(new):
            return None
        edits.append(Edit(page.path, span.start, span.end - 1, new))
    return Fix("Number the entries from 1 on", Safety.SAFE, tuple(edits))
