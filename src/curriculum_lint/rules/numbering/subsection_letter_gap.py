"""CL204 subsection-letter-gap."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.diagnostic import Severity
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum, Kind, Unit
from ...model.numbering import Series, letter, letter_series
from ...model.sequence import Gap
from ..sample import curriculum_of
from ..wording import number_range


class SubsectionLetterGap(CurriculumRule):
    """After a learner expects b. A module whose subsections are a and c seems to have lost
    one.
    """

    code = "CL204"
    name = "subsection-letter-gap"
    summary = "a letter that no subsection of the module has"
    severity = Severity.ERROR
    limits = (
        "A missing letter beside a repeated one is CL205's. A folder such as `e-commerce`, which "
        "neither follows the pattern nor continues the letters, is no subsection."
    )
    good = (curriculum_of("1_start", "1_start/a_loops", "1_start/b_files"),)
    bad = (
        curriculum_of(
            "1_start",
            "1_start/a_loops",
            "1_start/c_files",
            finds=("1_start/c_files/readme.md:1:1 CL204",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report each gap once, at the subsection behind it."""
        for module in curriculum.of_kind(Kind.MODULE):
            series = letter_series(module)
            for gap in series.breaks.gaps:
                yield _finding(module, series, gap)


def _finding(module: Unit, series: Series, gap: Gap) -> Finding:
    unit = series.units[gap.at]
    first, last = letter(gap.first) or "", letter(gap.last) or ""
    if first == last:
        what, it = f"Subsection {first} of {module.label} is missing", "it"
    else:
        letters = number_range(first, last, adjacent=gap.last == gap.first + 1)
        what, it = f"Subsections {letters} of {module.label} are missing", "them"
    where = f"`{unit.basename}` follows `{series.units[gap.at - 1].basename}`"
    if gap.at == 0:
        where = f"the first is `{unit.basename}`"
    advice = f"Add {it}, or reletter what follows from {first} on."
    return Finding(unit.place, WHOLE, f"{what}: {where}.", advice)
