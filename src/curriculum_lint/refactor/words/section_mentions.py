"""What says the numbers of sections elsewhere: prose, and anchors of other platforms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...edits.edit import Edit
from ...model.curriculum import Curriculum
from ...model.reading_order import UnitPlace
from ...model.target import Outcome, Target
from ...text.late_pattern import late_pattern
from ...text.numerals import numeral_like
from ...text.regions import Regions
from ..units.new_numbers import Renumbered
from .mentions import Mentions
from .prose import not_prose

_REFERENCE = late_pattern(
    r"(?:(?<!\w)sections?[ \xa0]|§[ \xa0]?)(?P<id>\d{1,3}(?:\.\d{1,3}){1,3})(?!\w|\.\d)",
    re.IGNORECASE,
)
#: A number in an address as other platforms make them of headings: `#5-1-loops`.
_FRAGMENT = late_pattern(r"(?P<own>\d{1,3})[-._]\d")


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
