"""CL202 duplicate-module-number."""

from __future__ import annotations

from collections.abc import Iterator

from ..check.diagnostic import Severity
from ..check.rule import WHOLE, CurriculumRule, Finding, Note
from ..model.curriculum import Curriculum
from ..model.numbering import Series, module_series
from ..model.sequence import Repeat
from .sample import curriculum_of


class DuplicateModuleNumber(CurriculumRule):
    """“Read module 2” means nothing where two modules have that number. It mostly happens when
    two people add a module at the same time.
    """

    code = "CL202"
    name = "duplicate-module-number"
    summary = "two modules of a level with one number"
    severity = Severity.ERROR
    limits = (
        "Modules of different tracks, and different parts of a number, may share it. Each level "
        "has its own numbers."
    )
    good = (curriculum_of("1_start", "2_files", "3_loops"),)
    bad = (curriculum_of("1_start", "2_files", "2_loops", finds=("2_loops/readme.md:1:1 CL202",)),)

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every later holder of a number."""
        for _, series in module_series(curriculum.skeleton):
            for repeat in series.breaks.repeats:
                yield _finding(series, repeat)


def _finding(series: Series, repeat: Repeat) -> Finding:
    first, second = series.units[repeat.earlier], series.units[repeat.at]
    name = second.name
    what = f"part {name.part} of module {name.number}" if name.part is not None else second.label
    message = f"`{first.basename}` and `{second.basename}` are both {what}."
    if name.part is None:
        advice = "Give one of them another number."
        message = f"{message[:-1]}; the next free number is {repeat.free}."
    else:
        advice = "Give one of them the number of a part that is free."
    note = Note(first.place, WHOLE, f"The first {what}.")
    return Finding(second.place, WHOLE, message, advice, related=(note,))
