"""CL215 entry-order."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding
from ...listings.listing import ListingForm, UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.overviews import overviews
from ...model.sequence import read_sequence
from ...settings.severity import Severity
from ..sample import curriculum_of
from ..wording import sentence_start
from ._listed_order import is_complete

_UNITS = ("1_start", "2_loops", "3_files", "4_maps")
_LINKS = tuple(f"- [{name[2:].capitalize()}]({name}/readme.md)\n" for name in _UNITS)
#: An index of which more than one in so many entries is out of order has an order of its own.
_ENTRIES_PER_MISPLACED = 4


class EntryOrder(CurriculumRule):
    """The index is the way that learners go. Where it puts the third module before the second,
    they read what builds on a module that they have not seen.
    """

    code = "CL215"
    name = "entry-order"
    summary = "an entry of an index by hand that is not where its number is"
    severity = Severity.WARNING
    limits = (
        "Only indexes in overviews, as CL402 has them, that have nearly all of four or more units "
        "in order; others are sorted by something else. A numbered list of all is "
        "CL211's, and a unit that is listed twice CL214's."
    )
    good = (curriculum_of(*_UNITS),)
    bad = (
        curriculum_of(
            *_UNITS,
            index="".join((_LINKS[0], _LINKS[2], _LINKS[1], _LINKS[3])),
            finds=("readme.md:4:1 CL215",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare the order of each index with the numbers of the units."""
        reader = reader_of(curriculum)
        for page, _ in overviews(curriculum):
            for index in reader.on(page):
                # In a grid, nobody can tell which way it is read where it is not in order.
                for series in index.series() if index.form is not ListingForm.CELL else ():
                    if not _is_numbered_list(series):
                        yield from _misplaced(page, series)


def _is_numbered_list(series: UnitIndex) -> bool:
    """Whether its numbers say the order already, so that CL211 compares them."""
    places = [place for _, place in series.units]
    around = series.around if series.form is ListingForm.ITEM else None
    return around is not None and around.ordered and is_complete(around, places)


def _misplaced(page: Page, series: UnitIndex) -> Iterator[Finding]:
    units = series.units
    keys = sorted({place.key for _, place in units})
    if len(keys) < len(units):
        return
    found = read_sequence([keys.index(place.key) for _, place in units], (0,)).misplaced
    if len(found) * _ENTRIES_PER_MISPLACED > len(units):
        return
    for each in found:
        entry, place = units[each.at]
        other = units[each.other].place
        where = "behind" if other.key > place.key else "before"
        label = place.label
        message = f"{sentence_start(label)} stands {where} {other.label} in this index."
        span = entry.marker or entry.span
        yield Finding(page.path, span, message, "Move the entry to its place.")
