"""CL127 numbered-subsections."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.example import Example, Frame
from ...check.rule import CurriculumRule, Finding
from ...listings.listing import UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Kind
from ...model.overviews import overviews
from ...settings.severity import Severity
from ..sample import ANY_README
from ..wording import first_few

_FILES = (
    f"{ANY_README}-- first_level/readme.md --\n# First level\n\n1. [Start](1_start/readme.md)\n"
    "ENTRIES-- first_level/1_start/readme.md --\n# Start\n"
    "-- first_level/1_start/a_files/readme.md --\n# Files\n"
    "-- first_level/1_start/b_paths/readme.md --\n# Paths\n"
)
_ENTRIES = (
    "   {} [{}Files](1_start/a_files/readme.md)\n   {} [{}Paths](1_start/b_paths/readme.md)\n"
)


class NumberedSubsections(CurriculumRule):
    """The index says 2, the folder and everybody who refers to it say b: who looks for “1b” counts
    letters on their fingers.
    """

    code = "CL127"
    name = "numbered-subsections"
    summary = "an index that numbers subsections whose folders have letters"
    severity = Severity.INFO
    limits = "Told once for a list of which every entry is a lettered subsection, two or more."
    good = (
        Example(
            _FILES.replace("ENTRIES", _ENTRIES.format("-", "a) ", "-", "b) ")), frame=Frame.FILES
        ),
    )
    bad = (
        Example(
            _FILES.replace("ENTRIES", _ENTRIES.format("1.", "", "2.", "")),
            finds=("first_level/readme.md:4:4 CL127",),
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look at the numbered lists of subsections in the indexes."""
        reader = reader_of(curriculum)
        for page, _ in overviews(curriculum):
            for index in reader.on(page):
                letters = _letters(index)
                if letters:
                    shown = first_few(letters, 4)
                    message = (
                        f"These subsections are numbered, but their folders have letters: {shown}."
                    )
                    advice = f"Begin the first with `- {letters[0]})`, and go on like that."
                    yield Finding(page.path, index.first, message, advice)


def _letters(index: UnitIndex) -> list[str]:
    """The letters of the subsections that a numbered list lists, if it lists nothing else."""
    units = [place.unit for _, place in index.units if place.unit.kind is Kind.SUBSECTION]
    letters = [unit.name.letter for unit in units if unit.name.letter]
    is_numbered = index.around is not None and index.around.ordered
    is_all = len(letters) == len(index.entries) > 1 and is_numbered
    return letters if is_all else []
