"""CL502 prerequisite-cycle."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding, Note
from ...model.curriculum import Curriculum
from ...model.prerequisites import Prerequisite, Prerequisites
from ...settings.severity import Severity
from ._progression_sample import teaching


class PrerequisiteCycle(CurriculumRule):
    """When two units require each other, a learner can begin with neither. Mostly one of the
    links should not be among the prerequisites at all.
    """

    code = "CL502"
    name = "prerequisite-cycle"
    summary = "units that require each other, directly or by way of others"
    severity = Severity.ERROR
    limits = (
        "The same links count as for CL501. Of cycles that share units, the first is reported; "
        "when it is gone, the next one is."
    )
    good = (teaching({"1_start": [], "2_files": ["1_start"], "3_sockets": ["1_start", "2_files"]}),)
    bad = (
        teaching(
            {"1_start": ["2_files"], "2_files": ["1_start"]},
            finds=("1_start/readme.md:5:3 CL502",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report each cycle at the link that leads to a later unit."""
        reported: set[str] = set()
        for cycle in Prerequisites(curriculum).cycles():
            units = {each.unit.unit.path for each in cycle}
            if not units & reported:
                reported |= units
                yield _finding(cycle)


def _finding(cycle: tuple[Prerequisite, ...]) -> Finding:
    first = cycle[0]
    way = " → ".join([each.unit.label for each in cycle] + [first.unit.label])
    message = f"These units require each other: {way}."
    notes = tuple(
        Note(each.page.path, each.span, f"{each.unit.label} requires {each.other.label}.")
        for each in cycle[1:]
    )
    advice = "Take one of these links out of the prerequisites, or teach the concept earlier."
    return Finding(first.page.path, first.span, message, advice, related=notes)
