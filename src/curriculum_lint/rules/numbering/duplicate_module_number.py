"""CL202 duplicate-module-number."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding, Note
from ...edits.edit import Fix
from ...model.curriculum import Curriculum, Unit
from ...model.numbering import module_series
from ...model.sequence import Repeat
from ...refactor.renumber import Renumbering
from ...settings.severity import Severity
from ..sample import curriculum_of


class DuplicateModuleNumber(CurriculumRule):
    """“Read module 2” means nothing where two modules have that number. It mostly happens when
    two people add a module at the same time.
    """

    code = "CL202"
    name = "duplicate-module-number"
    summary = "two modules of a level with one number"
    severity = Severity.ERROR
    fix_changes = PageChange.NUMBERS
    limits = (
        "Modules of different tracks, and different parts of a number, may share it. Each level "
        "has its own numbers. The fix gives the later one the next free number, and rewrites "
        "links, entries, titles and exercise numbers that state the old one; prose stays as it is."
    )
    good = (curriculum_of("1_start", "2_files", "3_loops"),)
    bad = (
        curriculum_of(
            "1_start", "2_files", "2_loops", finds=("2_loops/readme.md:1:1 CL202",)
        )._replace(fixed=curriculum_of("1_start", "2_files", "3_loops").text, unsafe=True),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every later holder of a number."""
        renumbering = Renumbering(curriculum)
        for level, series in module_series(curriculum.skeleton):
            listed = _listed(curriculum, level) if series.breaks.repeats else []
            for repeat in series.breaks.repeats:
                first, second = series.units[repeat.earlier], series.units[repeat.at]
                # Where the level's own list tells which one came later, that one is told.
                both = [unit for unit in listed if unit in (first.path, second.path)]
                if both == [second.path, first.path]:
                    first, second = second, first
                yield _finding(first, second, repeat)._replace(
                    fix=_fix(renumbering, second, repeat)
                )


def _listed(curriculum: Curriculum, level: Unit) -> list[str]:
    """The modules that the level's readme links, in the order in which it first does so."""
    targets = curriculum.targets.get(level.readme or "", ())
    units = {path: unit.path for unit in level.children for path in (unit.path, unit.readme)}
    return list(dict.fromkeys(units[each.path] for each in targets if each.path in units))


def _fix(renumbering: Renumbering, unit: Unit, repeat: Repeat) -> Fix | None:
    if unit.name.part is not None:
        return None
    names = {unit.path: unit.name._replace(number=repeat.free)}
    return renumbering.fix(names, f"Make `{unit.basename}` module {repeat.free}")


def _finding(first: Unit, second: Unit, repeat: Repeat) -> Finding:
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
