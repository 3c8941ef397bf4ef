"""Headings that number the parts of a module behind its number: 5.1 and 5.2 in module 5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..edits.edit import Edit
from ..model.curriculum import Curriculum, Page
from ..model.reading_order import UnitPlace
from ..model.target import Outcome, Target
from ..parse.document import Heading
from ..text.late_pattern import late_pattern
from ..text.numerals import numeral_like
from ..text.regions import Regions
from .mentions import Mentions
from .new_headings import CannotRewriteError, NewHeading, with_replaced
from .new_numbers import Renumbered
from .unit_words import not_prose

_NUMBER = late_pattern(r"(?P<own>\d{1,3})(?P<rest>(?:\.\d{1,3}){1,3})(?=[.):]?(?:\s|\Z))")
_REFERENCE = late_pattern(
    r"(?:(?<!\w)sections?[ \xa0]|§[ \xa0]?)(?P<id>\d{1,3}(?:\.\d{1,3}){1,3})(?!\w|\.\d)",
    re.IGNORECASE,
)
#: A number in an address as other platforms make them of headings: `#5-1-loops`.
_FRAGMENT = late_pattern(r"(?P<own>\d{1,3})[-._]\d")


class NumberedSection(NamedTuple):
    """A heading that begins with ``number``, such as 5.1."""

    heading: Heading
    number: str
    own: str


def numbered_sections(page: Page, place: UnitPlace) -> list[NumberedSection]:
    """The headings of a module's readme with such numbers, if all that have one count its parts."""
    name = place.unit.name
    if place.unit is not place.module or name.number is None or name.part is not None:
        return []
    apart = {page.outline.title, *(each.heading for each in page.outline.exercises)}
    headings = [each for each in page.document.headings if each not in apart and not each.html]
    found = [
        NumberedSection(each, match[0], match["own"])
        for each in headings
        if (match := _NUMBER.match(each.text))
    ]
    counted = [int(each.number.split(".")[1]) for each in found if each.number.count(".") == 1]
    is_count = len(counted) > 1 and all(b == a + 1 for a, b in pairwise(counted))
    is_own = all(int(each.own) == name.number for each in found)
    return found if is_count and is_own and counted[0] in (0, 1) else []


def new_numbers(page: Page, each: Renumbered) -> dict[str, str]:
    """The numbers of its sections, and what they become."""
    number = each.new.module.name.number
    if number is None or number == each.old.module.name.number:
        return {}
    sections = numbered_sections(page, each.old)
    return {s.number: numeral_like(s.own, number) + s.number[len(s.own) :] for s in sections}


def section_headings(
    page: Page, each: Renumbered, numbers: Mapping[str, str]
) -> Iterator[tuple[Heading, NewHeading]]:
    """The headings with their new numbers, but those that stand in markup."""
    for section in numbered_sections(page, each.old) if numbers else ():
        new = numbers[section.number]
        try:
            yield section.heading, with_replaced(page, section.heading, 0, section.number, new)
        except CannotRewriteError:
            continue


def section_references(
    mentions: Mentions, sections: Sequence[tuple[UnitPlace, Mapping[str, str]]]
) -> Iterator[Edit]:
    """The numbers behind “section”, as far as it is certain which unit they mean."""
    known: dict[str, list[tuple[UnitPlace, str]]] = {}
    for place, numbers in sections:
        for number, new in numbers.items():
            known.setdefault(number, []).append((place, new))
    for page in mentions.held_pages() if known else ():
        found = [m for m in _REFERENCE.finditer(page.document.text) if m["id"] in known]
        apart = Regions(not_prose(page) if found else ())
        for match in found:
            meant = [new for place, new in known[match["id"]] if mentions.is_only_one(place, page)]
            if meant and not apart.hold(match.start()):
                yield Edit(page.path, *match.span("id"), meant[0])


def foreign_anchors(
    curriculum: Curriculum, units: Mapping[str, Renumbered]
) -> dict[str, dict[str, str]]:
    """Anchors that no heading has as GitHub makes them, with the number of the unit in front.

    ``units`` are given by their readmes; so are the anchors.
    """
    found: dict[str, dict[str, str]] = {path: {} for path in units}
    for targets in curriculum.targets.values() if units else ():
        for target in targets:
            each = units.get(target.page or "")
            new = _new_fragment(target, each) if each else None
            if new is not None:
                found[target.page or ""][target.fragment or ""] = new
    return found


def _new_fragment(target: Target, each: Renumbered) -> str | None:
    fragment, number = target.fragment or "", each.new.module.name.number
    match = _FRAGMENT.match(fragment) if target.outcome is Outcome.ANCHOR_MISSING else None
    if match is None or number is None or int(match["own"]) != each.old.module.name.number:
        return None
    return numeral_like(match["own"], number) + fragment[match.end("own") :]
