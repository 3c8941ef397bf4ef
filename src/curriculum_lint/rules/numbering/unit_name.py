"""CL203 unit-name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...check.page_change import PageChange
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...edits.edit import Fix, Move
from ...model.curriculum import Curriculum, Kind, Unit
from ...model.numbering import is_subsection
from ...model.template import Template
from ...refactor.paths.rename import Renaming
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.phrases import listed
from ...text.translation import is_language
from ..sample import curriculum_of
from ._unit_name_faults import faults, proper_name

#: What folders beside the subsections of a module are mostly called.
_SIDE_FOLDERS = late_pattern(
    r"(?:exercises?|solutions?|starters?|tests?|assets|images?|img|projects?|homework|"
    r"assignments?|code|examples?|docs?|src|resources|slides|quiz(?:zes)?|challenges?|labs?|"
    r"templates?|data|answers?)",
    re.IGNORECASE,
)
_EXERCISES = "\n## Exercises\n\n### 1. Print\n\n**Goal:** Print a greeting.\n"


class UnitName(CurriculumRule):
    """Links, the index and the order of modules all come from folder names, and a space or a
    capital letter in one of them breaks links on some computers and not on others.
    """

    code = "CL203"
    name = "unit-name"
    summary = "a folder of a unit whose name does not follow the pattern"
    severity = Severity.WARNING
    fix_changes = PageChange.ADDRESSES
    limits = (
        "A folder without a readme is no unit, nor is one without a number that holds no "
        "exercises, nor a translation's (`es`, `translations`). Beside subsections, folders such "
        "as `exercises` and `solutions` may hold what they like. The fix renames the folder where "
        "it is clear what it should be called and no other folder has or wants that name; links in "
        "Markdown follow."
    )
    good = (curriculum_of("1_start", "2_first-loops", "2_first-loops/a_files"),)
    bad = (
        curriculum_of(
            "01_start",
            "2-Loops",
            finds=("01_start/readme.md:1:1 CL203", "2-Loops/readme.md:1:1 CL203"),
        )._replace(fixed=curriculum_of("1_start", "2_loops").text, unsafe=True),
        curriculum_of(
            "1_start",
            finds=("loops/readme.md:1:1 CL203",),
            also=f"-- first_level/loops/readme.md --\n# Loops\n{_EXERCISES}",
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare every unit's name with its template, and look for units without a number."""
        skeleton, renaming = curriculum.skeleton, Renaming(curriculum)
        has_subsections = any(module.children for module in curriculum.of_kind(Kind.MODULE))
        for level in curriculum.levels:
            yield from _strays(curriculum, level, "number", skeleton.module_template)
            yield from _units(level.children, skeleton.module_template, renaming)
            for module in level.children:
                if has_subsections:
                    yield from _strays(curriculum, module, "letter", skeleton.subsection_template)
                units = [each for each in module.children if is_subsection(each, module.children)]
                yield from _units(units, skeleton.subsection_template, renaming)


def _units(units: Sequence[Unit], template: Template, renaming: Renaming) -> Iterator[Finding]:
    """The units whose names are wrong, each with a fix unless two want the same name."""
    wrong = [unit for unit in units if not unit.follows]
    names = {unit.path: proper_name(template, unit.basename, unit.name) for unit in wrong}
    wanted = Counter(names.values())
    for unit in wrong:
        name = names[unit.path]
        if name is None:
            message = f"`{unit.basename}` does not follow the pattern `{template.text}`."
            yield Finding(unit.place, WHOLE, message, f"Rename the {unit.form}.")
        else:
            fix = _fix(unit, name, renaming) if wanted[name] == 1 else None
            yield _finding(unit, name, template)._replace(fix=fix)


def _finding(unit: Unit, name: str, template: Template) -> Finding:
    wrong = listed(faults(unit.basename, name)) or f"the pattern is `{template.text}`"
    message = f"`{unit.basename}` should be called `{name}`: {wrong}."
    advice = f"Rename the {unit.form}, and what links to it."
    return Finding(unit.place, WHOLE, message, advice)


def _fix(unit: Unit, name: str, renaming: Renaming) -> Fix | None:
    around = unit.path.rpartition("/")[0]
    move = Move(unit.path, f"{around}/{name}" if around else name)
    return renaming.fix(move, f"Rename it to `{name}`")


def _strays(
    curriculum: Curriculum, parent: Unit, missing: str, template: Template
) -> Iterator[Finding]:
    """Folders that hold exercises and whose name says no number or letter."""
    for stray in parent.strays:
        page = curriculum.pages.get(stray.readme)
        name = stray.path.rpartition("/")[2]
        if page is None or not page.outline.exercises:
            continue
        if is_language(name) or (parent.kind is Kind.MODULE and _SIDE_FOLDERS.fullmatch(name)):
            continue
        message = f"`{name}` holds exercises but has no {missing}."
        advice = f"Name it by the pattern `{template.text}`, or move it out of {parent.label}."
        yield Finding(stray.readme, WHOLE, message, advice)
