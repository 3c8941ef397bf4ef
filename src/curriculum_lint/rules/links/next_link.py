"""CL335 next-link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding
from ...edits.edit import Fix, Safety
from ...listings.neighbours import Neighbour, Neighbours, neighbours_on
from ...model.curriculum import Curriculum
from ...model.reading_order import ReadingOrder, UnitPlace, order_of
from ...refactor.neighbours.neighbour_words import NeighbourWords
from ...settings.severity import Severity
from ..sample import ANY_README

#: So many that are right show that a curriculum means its order by “next”.
_LEAST_RIGHT = 2


def _files(third: str) -> str:
    """Four modules, each with a line that leads to the next one."""
    links = ("2_loops", third, "4_maps")
    readmes = "".join(
        f"-- first_level/{name}/readme.md --\n# {name[2:].capitalize()}\n\n"
        f"Next: [{to[2:].capitalize()}](../{to}/readme.md)\n"
        for name, to in zip(("1_start", "2_loops", "3_files"), links, strict=True)
    )
    index = "".join(f"- [{n[2:].capitalize()}]({n}/readme.md)\n" for n in _UNITS)
    return (
        f"{ANY_README}-- first_level/readme.md --\n# First level\n\n{index}{readmes}"
        "-- first_level/4_maps/readme.md --\n# Maps\n"
    )


_UNITS = ("1_start", "2_loops", "3_files", "4_maps")


class NextLink(CurriculumRule):
    """Most learners never see the index again: they follow “Next”. After a module was moved, it
    sends them back, past a module, or round in a circle.
    """

    code = "CL335"
    name = "next-link"
    summary = "a “Next” or “Previous” that leads elsewhere than the order of the units"
    severity = Severity.WARNING
    fix_changes = PageChange.WORDS
    limits = (
        "Links in sections such as “Next”, and in lines at the top and bottom of a unit's readme "
        "that say “next”, “previous” or “back”, or have arrows; and `next` and `prev` in front "
        "matter. “Next” may lead to the next module or to a subsection, and back to the module. "
        "They are compared where two or more are right, and no more are wrong. The fix is offered "
        "where the words of the link are the title or name of the old unit, or name none."
    )
    good = (Example(_files("3_files"), frame=Frame.FILES),)
    bad = (
        Example(
            _files("1_start"),
            finds=("first_level/2_loops/readme.md:3:7 CL335",),
            fixed=_files("3_files"),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare what pages call the next and previous unit with the order."""
        order = order_of(curriculum)
        neighbours, words = Neighbours(order), NeighbourWords(curriculum)
        found = list(_said(curriculum, order))
        wrong = [each for each in found if not any(map(neighbours.is_right, each))]
        if _LEAST_RIGHT <= len(found) - len(wrong) >= len(wrong):
            for each in wrong:
                right = neighbours.of(each[0].owner, each[0].direction)
                yield _finding(words, each, right[0] if right else None)


def _said(curriculum: Curriculum, order: ReadingOrder) -> Iterator[Sequence[Neighbour]]:
    """All that is said about neighbours: of several links in a sentence, one may be meant."""
    for unit in curriculum.units():
        page = curriculum.page(unit)
        found = neighbours_on(curriculum, page, order) if page else []
        key = lambda each: (each.spot, each.block, each.direction)  # noqa: E731
        for _, group in groupby(sorted(found, key=key), key):
            yield list(group)


def _finding(words: NeighbourWords, said: Sequence[Neighbour], right: UnitPlace | None) -> Finding:
    first = said[0]
    fact = f"There is no {first.direction} one for {first.owner.label}"
    if right:
        name = f"{right.label}, `{right.unit.basename}`"
        fact = f"The {first.direction} one of {first.owner.label} is {name}"
    message = f"{fact}, but this leads to {first.target.label}."
    edits = words.edits(first, right) if right and len(said) == 1 else None
    advice = f"Lead to {right.label}" if right else "Take the link out"
    fix = Fix(advice, Safety.SAFE, edits) if edits else None
    return Finding(first.page.path, first.span, message, f"{advice}.", fix)
