"""CL201 module-number-gap."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum, Unit
from ...model.numbering import (
    PartSeries,
    Series,
    counts_in_steps,
    has_last_number,
    module_series,
    part_series,
)
from ...model.sequence import Gap
from ...model.template import NameParts
from ...refactor.close_gaps import closing
from ...refactor.renumber import Renumbering
from ...settings.severity import Severity
from ..sample import curriculum_of
from ..wording import number_range


class ModuleNumberGap(CurriculumRule):
    """A learner who finishes module 2 looks for module 3. Where there is none, they cannot know
    whether it was lost, renamed, or never written.
    """

    code = "CL201"
    name = "module-number-gap"
    summary = "a number, or the part of a number, that no module of the level has"
    severity = Severity.ERROR
    fix_changes = PageChange.NUMBERS
    limits = (
        "A level may begin at 0, at 1, at a hundred, or go on from the level before it. "
        "Parallel tracks share their numbers. A missing number beside a repeated one is "
        "CL202's. Numbering in tens or fives, also where one was put between them, and a last "
        "module 99, are styles. The fix renames the folders behind the gap, and rewrites links, "
        "index entries, titles and exercise numbers that state the old numbers; what prose says "
        "without a link (“in module 4”), blocks of code, and files that are no Markdown, stay "
        "as they are. It is not offered where something is written in a way that cannot be "
        "rewritten for certain, where the configuration names one of the folders, or where a "
        "broken link would lead to another unit all at once."
    )
    good = (
        curriculum_of("1_start", "2_loops", "3_files"),
        curriculum_of("0_setup", "1_start"),
    )
    bad = (
        curriculum_of("1_start", "3_loops", finds=("3_loops/readme.md:1:1 CL201",))._replace(
            fixed=curriculum_of("1_start", "2_loops").text, unsafe=True
        ),
        curriculum_of(
            "1_start",
            "4_loops",
            "6_files",
            finds=("4_loops/readme.md:1:1 CL201", "6_files/readme.md:1:1 CL201"),
        )._replace(fixed=curriculum_of("1_start", "2_loops", "3_files").text, unsafe=True),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report each gap once, at the module behind it."""
        renumbering = Renumbering(curriculum)
        for level, series in module_series(curriculum.skeleton):
            if not counts_in_steps(series.units):
                yield from _gaps(renumbering, series)
            for parts in part_series(level):
                yield from _part_gaps(renumbering, parts)


def _gaps(renumbering: Renumbering, series: Series) -> Iterator[Finding]:
    """The gaps of a level; the fix, which closes all of them, goes with the first."""
    gaps = tuple(_meant(series))
    # What comes behind a gap that is meant stays: only the gap makes a module 99 the last one.
    meant = (gap.at for gap in series.breaks.gaps if gap not in gaps)
    counted = series.units[: min(meant, default=len(series.units))]
    for gap in gaps:
        finding = _finding(series, gap)
        if gap is gaps[0]:
            title = f"Renumber the modules behind {gap.first - 1}"
            fix = closing(renumbering, counted, gaps, _number, _with_number, title)
            finding = finding._replace(fix=fix)
        yield finding


def _part_gaps(renumbering: Renumbering, parts: PartSeries) -> Iterator[Finding]:
    gaps = parts.series.breaks.gaps
    for gap in gaps:
        finding = _part_finding(parts, gap)
        if gap is gaps[0]:
            title = f"Renumber the parts behind {gap.first - 1}"
            fix = closing(renumbering, parts.series.units, gaps, _part, _with_part, title)
            finding = finding._replace(fix=fix)
        yield finding


def _number(name: NameParts) -> int:
    return name.number or 0


def _with_number(name: NameParts, number: int) -> NameParts:
    return name._replace(number=number)


def _part(name: NameParts) -> int:
    return name.part or 0


def _with_part(name: NameParts, part: int) -> NameParts:
    return name._replace(part=part)


def _meant(series: Series) -> Iterator[Gap]:
    """The gaps without the one before a module 99, which is only meant to come last."""
    for gap in series.breaks.gaps:
        if not has_last_number(series.units[gap.at]):
            yield gap


def _finding(series: Series, gap: Gap) -> Finding:
    message = f"{_missing('Module', gap)}: {_where('this level', series.units, gap.at)}."
    return Finding(series.units[gap.at].place, WHOLE, message, _advice(gap))


def _part_finding(parts: PartSeries, gap: Gap) -> Finding:
    series = parts.series
    track = f" in the track “{parts.track}”" if parts.track else ""
    what = _missing("Part", gap, f" of module {parts.number}{track}")
    message = f"{what}: {_where('it', series.units, gap.at)}."
    return Finding(series.units[gap.at].place, WHOLE, message, _advice(gap))


def _missing(noun: str, gap: Gap, of: str = "") -> str:
    if gap.first == gap.last:
        return f"{noun} {gap.first}{of} is missing"
    numbers = number_range(str(gap.first), str(gap.last), adjacent=gap.last == gap.first + 1)
    return f"{noun}s {numbers}{of} are missing"


def _where(whole: str, units: tuple[Unit, ...], index: int) -> str:
    unit = units[index]
    if index == 0:
        return f"{whole} begins with `{unit.basename}`"
    return f"`{unit.basename}` follows `{units[index - 1].basename}`"


def _advice(gap: Gap) -> str:
    it = "it" if gap.first == gap.last else "them"
    return f"Add {it}, or renumber what follows from {gap.first} on."
