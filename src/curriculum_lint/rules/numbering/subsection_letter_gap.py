"""CL204 subsection-letter-gap."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...edits.edit import Fix
from ...model.curriculum import Curriculum, Kind, Unit
from ...model.numbering import Series, letter, letter_number, letter_series
from ...model.sequence import Gap
from ...model.template import NameParts
from ...refactor.close_gaps import closing
from ...refactor.renumber import Renumbering
from ...settings.severity import Severity
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
    fix_changes = PageChange.NUMBERS
    limits = (
        "A missing letter beside a repeated one is CL205's. A folder such as `e-commerce`, which "
        "neither follows the pattern nor continues the letters, is no subsection. The fix renames "
        "the folders behind the gap, and rewrites links, index entries, titles and exercise "
        "numbers that state the old letters; what prose says without a link stays as it is."
    )
    good = (curriculum_of("1_start", "1_start/a_loops", "1_start/b_files"),)
    bad = (
        curriculum_of(
            "1_start",
            "1_start/a_loops",
            "1_start/c_files",
            finds=("1_start/c_files/readme.md:1:1 CL204",),
        )._replace(
            fixed=curriculum_of("1_start", "1_start/a_loops", "1_start/b_files").text, unsafe=True
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report each gap once, at the subsection behind it."""
        renumbering = Renumbering(curriculum)
        for module in curriculum.of_kind(Kind.MODULE):
            series = letter_series(module)
            for gap in series.breaks.gaps:
                finding = _finding(module, series, gap)
                if gap is series.breaks.gaps[0]:
                    finding = finding._replace(fix=_fix(renumbering, module, series))
                yield finding


def _fix(renumbering: Renumbering, module: Unit, series: Series) -> Fix | None:
    """The fix that closes all gaps of the module."""
    title = f"Reletter the subsections of {module.label}"
    gaps = series.breaks.gaps
    return closing(renumbering, series.units, gaps, letter_number, _with_letter, title)


def _with_letter(name: NameParts, number: int) -> NameParts:
    return name._replace(letter=letter(number))


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
