"""CL506 time-sum."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding
from ...model.curriculum import Curriculum, Page
from ...model.untitled import exercises_but_titles
from ...settings.severity import Severity
from ...text.phrases import counted
from ._progression_sample import efforts

_UNIT = "**Time:** about {} h\n\n## Exercises\n\n"
_EXERCISE = "### {0}) Print line {0}\n\n**Time:** {1} min\n\n"


class TimeSum(CurriculumRule):
    """Learners plan their week by the hours that a unit states. When its exercises alone take
    longer, everyone falls behind and believes to be slow.
    """

    code = "CL506"
    name = "time-sum"
    summary = "exercises that together take longer than their unit states"
    severity = Severity.WARNING
    limits = (
        "Read are lines such as `**Time:** about 10 h` before the first section of a unit and in "
        "its exercises, in hours and minutes. Of ranges, the shortest sum is compared with the "
        "longest time of the unit."
    )
    good = (efforts(_UNIT.format(1) + _EXERCISE.format(1, 20) + _EXERCISE.format(2, "30–50")),)
    bad = (
        efforts(
            _UNIT.format(1) + _EXERCISE.format(1, 30) + _EXERCISE.format(2, 45),
            finds=("1_start/readme.md:3:11 CL506",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare the time of each unit with the sum of its exercises."""
        for unit in curriculum.units():
            page = curriculum.page(unit)
            if page is not None and exercises_but_titles(page):
                yield from _finding(page)


def _finding(page: Page) -> Iterator[Finding]:
    stated = page.outline.effort.time
    times = [each.effort.time for each in exercises_but_titles(page)]
    known = [time.least for time in times if time is not None]
    if stated is None or sum(known) <= stated.most:
        return
    exercises = counted(len(known), "exercise")
    takes = "takes" if len(known) == 1 else "take"
    message = f"The {exercises} here {takes} {_time(sum(known))}, more than {_time(stated.most)}."
    advice = f"Write at least {_time(sum(known))}, and add the time for reading."
    yield Finding(page.path, stated.span, message, advice)


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" * bool(hours), f"{rest} min" * bool(rest)) if part
    )
