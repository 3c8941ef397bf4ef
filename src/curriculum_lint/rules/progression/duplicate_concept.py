"""CL504 duplicate-concept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...check.rule import CurriculumRule, Finding, Note
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import UnitPlace, order_of
from ...parse.anchors import slug
from ...parse.document import Heading
from ...settings.severity import Severity
from ._progression_sample import teaching

#: Headings that say what a part is, not what it teaches.
_PARTS_TEXT = """
background basics conclusion definition definitions example examples glossary introduction keywords
motivation notes overview prerequisites recap setup summary syntax terminology terms theory usage
vocabulary
"""
_PARTS = frozenset(_PARTS_TEXT.split())


class _Taught(NamedTuple):
    place: UnitPlace
    page: Page
    heading: Heading


class DuplicateConcept(CurriculumRule):
    """A concept that two units teach is explained twice, mostly in two ways, and learners ask
    which one holds. Links to it lead half of the readers to the wrong place.
    """

    code = "CL504"
    name = "duplicate-concept"
    summary = "a concept that two units teach"
    severity = Severity.WARNING
    limits = (
        "Compared are the headings directly below the section “Concepts”, by their anchors. "
        "“Overview”, “Examples” and the like are no concepts, and neither is a heading that three "
        "units or more have."
    )
    good = (teaching({"1_start": [], "2_files": []}),)
    bad = (
        teaching(
            {"1_start": [], "2_files": []},
            concepts={"2_files": "Start concept"},
            finds=("2_files/readme.md:5:1 CL504",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report the second of two equal headings."""
        taught: dict[str, list[_Taught]] = {}
        for place in order_of(curriculum).places.values():
            page = curriculum.page(place.unit)
            for heading in page.outline.concepts if page else ():
                known = taught.setdefault(slug(heading.text), [])
                if page and all(other.page.path != page.path for other in known):
                    known.append(_Taught(place, page, heading))
        for name, units in taught.items():
            if len(units) == 2 and not _is_part(units[0], name):
                yield _finding(*units)


def _is_part(taught: _Taught, name: str) -> bool:
    """Whether the heading has a name that any unit might use for a part of itself."""
    key = taught.page.vocabulary.key(taught.heading.text)
    return not name or name in _PARTS or key is not None


def _finding(first: _Taught, second: _Taught) -> Finding:
    message = f"“{second.heading.text}” is taught in {first.place.label} already."
    advice = "Link to it there, or name what is new here."
    note = Note(first.page.path, first.heading.span, f"The concept in {first.place.label}.")
    return Finding(second.page.path, second.heading.span, message, advice, related=(note,))
