"""CL205 duplicate-subsection-letter."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding, Note
from ...edits.edit import Fix
from ...model.curriculum import Curriculum, Kind, Unit
from ...model.numbering import Series, letter, letter_series
from ...model.sequence import Repeat
from ...refactor.renumber import Renumbering
from ...settings.severity import Severity
from ..sample import curriculum_of


class DuplicateSubsectionLetter(CurriculumRule):
    """“Module 1b” must mean one folder: links, the index and learners name subsections by their
    letter.
    """

    code = "CL205"
    name = "duplicate-subsection-letter"
    summary = "two subsections of a module with one letter"
    severity = Severity.ERROR
    fix_changes = PageChange.NUMBERS
    limits = (
        "Each module has its own letters. The fix gives the later one the next free letter, and "
        "rewrites links, entries, titles and exercise numbers that state the old one; prose stays "
        "as it is."
    )
    good = (curriculum_of("1_start", "1_start/a_loops", "1_start/b_files"),)
    bad = (
        curriculum_of(
            "1_start",
            "1_start/a_files",
            "1_start/a_loops",
            finds=("1_start/a_loops/readme.md:1:1 CL205",),
        )._replace(
            fixed=curriculum_of("1_start", "1_start/a_files", "1_start/b_loops").text, unsafe=True
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every later holder of a letter."""
        renumbering = Renumbering(curriculum)
        for module in curriculum.of_kind(Kind.MODULE):
            series = letter_series(module)
            for repeat in series.breaks.repeats:
                fix = _fix(renumbering, series.units[repeat.at], letter(repeat.free))
                yield _finding(module, series, repeat)._replace(fix=fix)


def _fix(renumbering: Renumbering, unit: Unit, free: str | None) -> Fix | None:
    if free is None:
        return None
    names = {unit.path: unit.name._replace(letter=free)}
    return renumbering.fix(names, f"Make `{unit.basename}` subsection {free}")


def _finding(module: Unit, series: Series, repeat: Repeat) -> Finding:
    first, second = series.units[repeat.earlier], series.units[repeat.at]
    what = f"{second.label} of {module.label}"
    free = letter(repeat.free)
    offer = f"; the next free letter is {free}" if free else ""
    message = f"`{first.basename}` and `{second.basename}` are both {what}{offer}."
    note = Note(first.place, WHOLE, f"The first {what}.")
    return Finding(
        second.place, WHOLE, message, "Give one of them another letter.", related=(note,)
    )
