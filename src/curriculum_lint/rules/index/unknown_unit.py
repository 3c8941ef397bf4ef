"""CL403 unknown-unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...check.rule import CurriculumRule, Finding
from ...listings.listing import IndexEntry, ListingForm, UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.overviews import overviews
from ...model.reading_order import ReadingOrder
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.titles import is_shared_by, say_the_same
from ..sample import curriculum_of

_INDEX = (
    "1. [Start](1_start/readme.md)\n2. **Caching**: keep answers.\n3. [Files](2_files/readme.md)\n"
)
#: What stands between units without being one, or is announced as not there yet.
_NO_UNIT = late_pattern(
    r"\b(?:exams?|quiz(?:zes)?|tests?|breaks?|holidays?|projects?|capstone|reviews?|midterms?|"
    r"finals?|introduction|welcome|setup|conclusion|demos?|presentations?|wrap-up|catch-up|"
    r"reserved|planned|coming|soon|later|to be|work in progress|tbd|not yet|draft|optional|bonus"
    r")\b",
    re.IGNORECASE,
)


class UnknownUnit(CurriculumRule):
    """The index promises a unit that is not there: it was removed, renamed or never written.
    Learners look for it, and reviewers believe that it exists.
    """

    code = "CL403"
    name = "unknown-unit"
    summary = "an entry of a hand-written index whose unit does not exist"
    severity = Severity.ERROR
    limits = (
        "Only numbered entries without a link, between two entries that name units, are reported; "
        "a link that leads nowhere is CL301's. An entry that has half of the words of a unit's "
        "title means that unit, and “Midterm exam”, “Final project”, “coming soon” and the like "
        "name none."
    )
    good = (
        curriculum_of("1_start", "2_files"),
        curriculum_of("1_start", "2_files", index=_INDEX.replace("Caching", "Midterm exam")),
    )
    bad = (curriculum_of("1_start", "2_files", index=_INDEX, finds=("readme.md:4:6 CL403",)),)

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report entries between units that name none."""
        reader = reader_of(curriculum)
        for page, _ in overviews(curriculum):
            for index in reader.on(page):
                for entry in _between(index):
                    if not _means_any(curriculum, entry, reader.order):
                        yield _finding(page, entry, index, reader.order)


def _between(index: UnitIndex) -> Sequence[IndexEntry]:
    """Numbered entries without a link that stand between entries about units."""
    known = [at for at, entry in enumerate(index.entries) if entry.place is not None]
    return [
        entry
        for entry in index.entries[known[0] : known[-1]]
        if entry.place is None
        and not entry.has_link
        and entry.name is not None
        and (entry.number is not None or index.form is ListingForm.LETTERED)
        and not _NO_UNIT.search(entry.line)
    ]


def _means_any(curriculum: Curriculum, entry: IndexEntry, order: ReadingOrder) -> bool:
    """Whether the entry says about the same as the title or folder of a unit."""
    text = entry.name.text if entry.name else ""
    for place in order.places.values():
        page = curriculum.page(place.unit)
        title = page.outline.title if page else None
        if is_shared_by(place.unit.name.slug, text) or (title and say_the_same(text, title.text)):
            return True
    return False


def _finding(page: Page, entry: IndexEntry, index: UnitIndex, order: ReadingOrder) -> Finding:
    assert entry.name is not None
    message = f"No unit is called “{entry.name.text}”."
    meant = index.claimed(entry, order)
    advice = "Add the unit, or take the entry out."
    if meant is not None:
        advice = f"Write the title of {meant.label}, `{meant.unit.basename}`, if that is meant."
    return Finding(page.path, entry.name.span, message, advice)
