"""CL203 unit-name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...check.diagnostic import Severity
from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum, Kind, Unit
from ...model.numbering import is_subsection
from ...model.template import Template
from ..sample import curriculum_of
from ..wording import plain_list
from .unit_name_faults import faults, proper_name

#: What folders beside the subsections of a module are mostly called.
_SIDE_FOLDERS = re.compile(
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
    limits = (
        "A folder without a readme is no unit, nor is one without a number that holds no "
        "exercises. Beside subsections, folders such as `exercises` and `solutions` may hold "
        "what they like."
    )
    good = (curriculum_of("1_start", "2_first-loops", "2_first-loops/a_files"),)
    bad = (
        curriculum_of(
            "01_start",
            "2-Loops",
            finds=("01_start/readme.md:1:1 CL203", "2-Loops/readme.md:1:1 CL203"),
        ),
        curriculum_of(
            "1_start",
            finds=("loops/readme.md:1:1 CL203",),
            also=f"-- first_level/loops/readme.md --\n# Loops\n{_EXERCISES}",
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare every unit's name with its template, and look for units without a number."""
        skeleton = curriculum.skeleton
        has_subsections = any(module.children for module in curriculum.of_kind(Kind.MODULE))
        for level in curriculum.levels:
            yield from _strays(curriculum, level, "number", skeleton.module_template)
            for module in level.children:
                yield from _unit(module, skeleton.module_template)
                if has_subsections:
                    yield from _strays(curriculum, module, "letter", skeleton.subsection_template)
                for unit in module.children:
                    if is_subsection(unit, module.children):
                        yield from _unit(unit, skeleton.subsection_template)


def _unit(unit: Unit, template: Template) -> Iterator[Finding]:
    if unit.follows:
        return
    name = proper_name(template, unit.basename, unit.name)
    if name is None:
        message = f"`{unit.basename}` does not follow the pattern `{template.text}`."
        yield Finding(unit.place, WHOLE, message, "Rename the folder.")
        return
    wrong = plain_list(faults(unit.basename, name), "and") or f"the pattern is `{template.text}`"
    message = f"`{unit.basename}` should be called `{name}`: {wrong}."
    yield Finding(unit.place, WHOLE, message, "Rename the folder, and what links to it.")


def _strays(
    curriculum: Curriculum, parent: Unit, missing: str, template: Template
) -> Iterator[Finding]:
    """Folders that hold exercises and whose name says no number or letter."""
    for stray in parent.strays:
        page = curriculum.pages.get(stray.readme)
        name = stray.path.rpartition("/")[2]
        if page is None or not page.outline.exercises:
            continue
        if parent.kind is Kind.MODULE and _SIDE_FOLDERS.fullmatch(name):
            continue
        message = f"`{name}` holds exercises but has no {missing}."
        advice = f"Name it by the pattern `{template.text}`, or move it out of {parent.label}."
        yield Finding(stray.readme, WHOLE, message, advice)
