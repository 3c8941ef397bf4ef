"""CL501 forward-prerequisite."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum
from ...model.prerequisites import Prerequisite, Prerequisites
from ...settings.severity import Severity
from ._progression_sample import teaching


class ForwardPrerequisite(CurriculumRule):
    """A learner who reads the units in their order cannot know yet what a later one teaches.
    They give up here, or read on without what they need.
    """

    code = "CL501"
    name = "forward-prerequisite"
    summary = "a prerequisite that only a later unit teaches"
    severity = Severity.ERROR
    limits = (
        "Only links in the section of prerequisites count, to a heading among the concepts of "
        "another unit, or to a whole unit if a list item begins with it. Units of two levels are "
        "compared where the configuration or the names of the levels say which comes first. A "
        "link that closes a cycle is CL502's."
    )
    good = (teaching({"1_start": [], "2_files": ["1_start"]}),)
    bad = (
        teaching(
            {"1_start": ["2_files"], "2_files": []},
            finds=("1_start/readme.md:5:3 CL501",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report each link to what a later unit teaches."""
        prerequisites = Prerequisites(curriculum)
        closing = {cycle[0] for cycle in prerequisites.cycles()}
        for each in prerequisites.all:
            if each not in closing and prerequisites.is_forward(each):
                yield _finding(each)


def _finding(each: Prerequisite) -> Finding:
    this, other = each.unit.label, each.other.label
    if each.concept:
        message = f"“{each.concept}” is taught in {other}, which comes after {this}."
        advice = f"Teach it in {this} or before, or require only what earlier units teach."
    else:
        message = f"This requires {other}, which comes after {this}."
        advice = "Require only what earlier units teach, or move one of the two units."
    return Finding(each.page.path, each.span, message, advice)
