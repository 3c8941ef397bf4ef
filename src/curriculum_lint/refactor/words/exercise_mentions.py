"""What says the numbers of exercises says the new ones: prose, and the texts of links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...edits.edit import Edit
from ...model.curriculum import Page, Unit
from ...model.outline import Exercise
from ...model.reading_order import UnitPlace
from ..headings.new_headings import CannotRewriteError
from ..labels.written_links import place_in_text
from ..units.new_numbers import Renumbered
from .mentions import Mentions, ReferenceOn, unit_number

#: The old and the new numbers of the exercises of one readme, as written.
Numbers = Mapping[str, str]


def unit_references(mentions: Mentions, place: UnitPlace, numbers: Numbers) -> Iterator[Edit]:
    """Numbers such as 4a.2 in prose, as far as it is certain which unit they mean.

    Raises ``CannotRewriteError``.
    """
    for number, new in numbers.items():
        for page, reference in references_to(mentions, place, number):
            if mentions.is_in_heading(page, reference.span.start):
                line = page.document.line(reference.span.start)
                raise CannotRewriteError(
                    f"{page.path}:{line} a heading says exercise {number}, and links to it would "
                    "break: take the number out of the heading."
                )
            yield Edit(page.path, *reference.span, new)


def references_to(mentions: Mentions, place: UnitPlace, number: str) -> Iterator[ReferenceOn]:
    """Where prose says a number such as 4a.2, and certainly means that of the unit."""
    for each in mentions.references.get(number, ()):
        if mentions.is_only_one(place, each.page) and not _has_own(each.page, place, number):
            yield each


def _has_own(page: Page, place: UnitPlace, number: str) -> bool:
    """Whether another page has a heading with that number: it means what stands below that."""
    if page.path == place.unit.readme:
        return False
    own = re.compile(rf"(?<![\w.]){re.escape(number)}(?![\w.]|\.\d)", re.IGNORECASE)
    return any(own.search(heading.text) for heading in page.document.headings)


def missing_references(mentions: Mentions, unit: Renumbered, numbers: Numbers) -> Iterator[Edit]:
    """Numbers in a unit's own readme of exercises that it has not: they lead to no other unit's."""
    page = mentions.curriculum.page(unit.old.unit)
    old, new = f"{unit_number(unit.old)}.", f"{unit_number(unit.new)}."
    for reference in page.outline.references if page and old != new else ():
        is_missing = reference.number.startswith(old) and reference.number not in numbers
        if page and is_missing and not mentions.is_in_heading(page, reference.span.start):
            yield Edit(page.path, *reference.span, new + reference.number[len(old) :])


def own_references(page: Page, numbers: Numbers) -> Iterator[Edit]:
    """Numbers such as 2 in “exercise 2” in the readme of the exercises."""
    for reference in page.outline.references:
        new = numbers.get(reference.number)
        if new is not None and reference.named and not reference.unit:
            yield Edit(page.path, *reference.span, new)


def says_of(
    mentions: Mentions, page: Page, unit: Unit, exercise: Exercise
) -> Iterator[ReferenceOn]:
    """Where prose names an exercise of the unit, whose readme is ``page``: 4a.2, or 2 there."""
    yield from references_to(mentions, mentions.order.places[unit.path], exercise.number)
    short = exercise.number.removeprefix(exercise.prefix)
    for reference in page.outline.references:
        if reference.named and not reference.unit and reference.number in (short, exercise.number):
            yield ReferenceOn(page, reference)


def link_texts(mentions: Mentions, numbers: Mapping[str, Numbers]) -> Iterator[Edit]:
    """A link to an exercise mostly begins with its number: ``[4.2 Read](…)``.

    ``numbers`` are those of several readmes, by path.
    """
    for source, target in mentions.relocation.references.links((), numbers):
        link, document = target.link, mentions.curriculum.pages[source].document
        here = numbers.get(target.page or "", {})
        written = [word.rstrip(".:)") for word in link.text.split()[:2]]
        number = next((word for word in written if word in here), None)
        start = link.text.index(number) if number else -1
        at = place_in_text(link, document, start, len(number)) if number else -1
        if number is not None and at >= 0:
            yield Edit(source, at, at + len(number), here[number])
