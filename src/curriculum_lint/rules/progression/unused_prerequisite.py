"""CL507 unused-prerequisite."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum
from ...model.prerequisites import Prerequisites
from ...model.progression import PREREQUISITES_KEY
from ...model.target import Target
from ...parse.anchors import anchor_name
from ...settings.severity import Severity
from ._progression_sample import teaching


class UnusedPrerequisite(CurriculumRule):
    """Each prerequisite sends learners back to read something first. One that nothing in the unit
    needs costs them an evening.
    """

    code = "CL507"
    name = "unused-prerequisite"
    summary = "a concept that is listed as a prerequisite and used nowhere in the unit"
    severity = Severity.INFO
    opt_in = True
    limits = (
        "A concept is used where the rest of the readme links to it, or has a word of the link. "
        "Readmes that link to no concept of another unit outside their prerequisites are not "
        "looked at."
    )
    good = (
        teaching({"1_start": [], "2_files": ["1_start"]}),
        teaching({"1_start": [], "2_files": ["1_start"]}, uses={"2_files": ["1_start"]}),
    )
    bad = (
        teaching(
            {"1_start": [], "2_files": [], "3_sockets": ["1_start", "2_files"]},
            uses={"3_sockets": ["1_start"]},
            finds=("3_sockets/readme.md:6:3 CL507",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report concepts that are linked among the prerequisites only."""
        prerequisites = Prerequisites(curriculum)
        pages = dict.fromkeys(each.page.path for each in prerequisites.all)
        used = {path: _used(curriculum, path) for path in pages}
        taught = {_goal(each.target) for each in prerequisites.all if each.concept}
        for each in prerequisites.all:
            here = used[each.page.path]
            is_used = _goal(each.target) in here or each.span not in each.page.outline.unmentioned
            if each.concept and here & taught and not is_used:
                message = f"“{each.concept}” is required, but nothing in this unit speaks of it."
                advice = "Link to it where it is needed, or do not require it."
                yield Finding(each.page.path, each.span, message, advice)


def _used(curriculum: Curriculum, path: str) -> set[tuple[str, str]]:
    """What the links outside the prerequisites lead to."""
    sections = curriculum.pages[path].outline.sections
    bodies = [section.body for section in sections if section.key == PREREQUISITES_KEY]
    return {
        _goal(target)
        for target in curriculum.targets[path]
        if not any(body.holds(target.link.span.start) for body in bodies)
    }


def _goal(target: Target) -> tuple[str, str]:
    return target.page or "", target.actual or anchor_name(target.fragment or "")
