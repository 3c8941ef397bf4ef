"""Exercise numbers such as 5.3 whose first part is not the number of their unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...check.rule import Finding
from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum, Page
from ...model.outline import Exercise
from ...model.reading_order import ReadingOrder, UnitPlace
from ...model.untitled import exercises_but_titles
from ...parse.document import Heading
from ...refactor.headings.new_headings import (
    CannotRewriteError,
    NewHeading,
    heading_edits,
    with_number,
)
from ...refactor.labels.unit_prefix import first_part, is_prefix_of, right_prefix


def prefix_findings(curriculum: Curriculum, order: ReadingOrder) -> Iterator[Finding]:
    """One finding for a readme whose numbers are all wrong, or one for each stray number."""
    pages = [
        (place, page)
        for place in order.places.values()
        if (page := curriculum.page(place.unit)) is not None
        and any(each.prefix for each in exercises_but_titles(page))
    ]
    wholly = {page.path for place, page in pages if _is_wholly_other(place, page)}
    # Where no readme, or only one of many, has the numbers of its unit, they mean something else.
    is_custom = 2 * len(wholly) > len(pages) and len(pages) > 1
    for place, page in pages:
        if page.path in wholly:
            if not is_custom and (len(pages) > 1 or not _begins_with_one(page)):
                yield _whole(curriculum, place, page)
        elif _strays(place, exercises_but_titles(page)):
            yield from _stray_findings(curriculum, place, page)


def _is_wholly_other(place: UnitPlace, page: Page) -> bool:
    """Whether all exercises have one prefix, and it is not the unit's."""
    firsts = {first_part(each) for each in exercises_but_titles(page) if each.number}
    return len(firsts) == 1 and not any(is_prefix_of(place, first) for first in firsts)


def _begins_with_one(page: Page) -> bool:
    """Whether 1.1, 1.2, … may number the parts of the readme itself."""
    return exercises_but_titles(page)[0].prefix == "1."


def _whole(curriculum: Curriculum, place: UnitPlace, page: Page) -> Finding:
    wrong = [each for each in page.outline.exercises if each.prefix]
    numbers = wrong[0].number if len(wrong) == 1 else f"{wrong[0].number} to {wrong[-1].number}"
    what = "exercise here is" if len(wrong) == 1 else "exercises here are"
    message = f"The {what} numbered {numbers}, but this is {place.label}."
    advice = f"Number from {right_prefix(place)}{wrong[0].ordinal} on."
    return Finding(
        page.path, wrong[0].number_span, message, advice, _fix(curriculum, place, page, wrong)
    )


def _strays(place: UnitPlace, among: Sequence[Exercise]) -> list[Exercise]:
    """Numbers among right ones that go on with their count."""
    exercises = [each for each in among if each.ordinal is not None]
    counts = Counter(first_part(each) for each in exercises)
    return [
        each
        for before, each in pairwise(exercises)
        if not is_prefix_of(place, first_part(each))
        and each.prefix
        and counts[first_part(each)] < counts[first_part(exercises[0])]
        and each.ordinal == (before.ordinal or 0) + 1
    ]


def _stray_findings(curriculum: Curriculum, place: UnitPlace, page: Page) -> Iterator[Finding]:
    wrong = _strays(place, page.outline.exercises)
    fix = _fix(curriculum, place, page, wrong)
    for each in wrong:
        right = _new_number(place, each)
        message = f"Exercise {each.number} stands in {place.label}."
        yield Finding(page.path, each.number_span, message, f"Write {right}.", fix)
        fix = None


def _new_number(place: UnitPlace, exercise: Exercise) -> str:
    return right_prefix(place) + exercise.number[len(first_part(exercise)) :]


def _fix(
    curriculum: Curriculum, place: UnitPlace, page: Page, wrong: Sequence[Exercise]
) -> Fix | None:
    """The fix that renumbers the exercises, links to them, and what the readme says of them."""
    headings: dict[Heading, NewHeading] = {}
    new = {each.number: _new_number(place, each) for each in wrong}
    try:
        for each in wrong:
            headings[each.heading] = with_number(page, each, new[each.number])
        edits = heading_edits(curriculum, page, headings)
    except CannotRewriteError:
        return None
    mentions = (
        Edit(page.path, *reference.span, new[reference.number])
        for reference in page.outline.references
        if reference.number in new
    )
    title = f"Number {'it' if len(wrong) == 1 else 'them'} {right_prefix(place)}…"
    return Fix(title, Safety.SAFE, tuple(sorted({*edits, *mentions})))
