"""CL214 repeated-entry."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding, Note
from ...listings.listing import ListingForm, UnitEntry, UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.overviews import overviews
from ...settings.severity import Severity
from ..sample import curriculum_of
from ..wording import sentence_start

_INDEX = (
    "- [Start](1_start/readme.md)\n- [Loops](2_loops/readme.md)\n{}"
    "- [Files](3_files/readme.md)\n- [Maps](4_maps/readme.md)\n"
)
_UNITS = ("1_start", "2_loops", "3_files", "4_maps")
#: Where more of an index is repeated than one in so many entries, it is a timetable.
_ENTRIES_PER_REPEAT = 4


class RepeatedEntry(CurriculumRule):
    """After a merge the index has a unit twice. Readers look for the difference, and everything
    behind it is counted one too high.
    """

    code = "CL214"
    name = "repeated-entry"
    summary = "a unit that one index by hand lists twice"
    severity = Severity.WARNING
    limits = (
        "An index is a list, a table, or a run of sections or lines in an overview, as CL402 has "
        "it. Where more than a quarter of its entries repeat another, or a table numbers "
        "its rows by something else than the units, it is a timetable, and not looked at."
    )
    good = (curriculum_of(*_UNITS, index=_INDEX.format("")),)
    bad = (
        curriculum_of(
            *_UNITS,
            index=_INDEX.format("- [The loops](2_loops/readme.md)\n"),
            finds=("readme.md:5:1 CL214",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report each entry about a unit that an entry before it is about."""
        reader = reader_of(curriculum)
        for page, _ in overviews(curriculum):
            for index in reader.on(page):
                repeats = list(_repeats(index))
                if len(repeats) * _ENTRIES_PER_REPEAT <= len(index.units):
                    for first, again in repeats:
                        yield _finding(page, first, again)


def _repeats(index: UnitIndex) -> Iterator[tuple[UnitEntry, UnitEntry]]:
    """The entries of an index about the same unit: the first, and each later one."""
    first: dict[str, UnitEntry] = {}
    for each in index.units if not _is_timetable(index) else ():
        if each.entry.leads or not each.entry.has_link:
            earlier = first.setdefault(each.place.unit.path, each)
            if earlier is not each:
                yield earlier, each


def _is_timetable(index: UnitIndex) -> bool:
    """Whether rows are numbered, but not by their units."""
    numbered = [each for each in index.units if each.entry.number is not None]
    right = [e for e in numbered if e.entry.number == e.place.module.name.number]
    return index.form is ListingForm.ROW and 2 * len(right) < len(numbered)


def _finding(page: Page, first: UnitEntry, again: UnitEntry) -> Finding:
    line = page.document.line(first.entry.start)
    label = again.place.label
    message = f"{sentence_start(label)} is listed twice here: line {line} lists it already."
    span = again.entry.marker or again.entry.span
    note = Note(page.path, first.entry.span, "The first entry.")
    return Finding(page.path, span, message, "Take one of the two out.", None, (note,))
