"""CL503 optional-prerequisite."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum, Kind
from ...model.prerequisites import Prerequisite, Prerequisites
from ...settings.severity import Severity
from ._progression_sample import teaching


class OptionalPrerequisite(CurriculumRule):
    """Lettered subsections are optional: whoever leaves one out must be able to go on. A module
    that requires one makes it compulsory without saying so.
    """

    code = "CL503"
    name = "optional-prerequisite"
    summary = "a module that requires a concept of an optional (lettered) subsection"
    severity = Severity.ERROR
    limits = (
        "The same links count as for CL501. A subsection may require another one. Ignore this "
        "rule where lettered subsections are not optional."
    )
    good = (
        teaching({"1_start": [], "1_start/a_shells": ["1_start"], "2_files": ["1_start"]}),
        teaching({"1_start": [], "1_start/a_shells": [], "1_start/b_pipes": ["1_start/a_shells"]}),
    )
    bad = (
        teaching(
            {"1_start": [], "1_start/a_shells": [], "2_files": ["1_start/a_shells"]},
            finds=("2_files/readme.md:5:3 CL503",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report each link of a module to an earlier subsection."""
        prerequisites = Prerequisites(curriculum)
        closing = {cycle[0] for cycle in prerequisites.cycles()}
        for each in prerequisites.all:
            if each not in closing and _is_optional(each) and not prerequisites.is_forward(each):
                concept = f"“{each.concept}” of " if each.concept else ""
                message = f"This module requires {concept}{each.other.label}, which is optional."
                advice = "Teach what is needed in a module, or offer the link as further reading."
                yield Finding(each.page.path, each.span, message, advice)


def _is_optional(each: Prerequisite) -> bool:
    """Whether somebody who takes no subsections would miss something."""
    return each.unit.unit.kind is Kind.MODULE and each.other.unit.kind is Kind.SUBSECTION
