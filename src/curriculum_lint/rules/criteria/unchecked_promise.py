"""CL704 unchecked-promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus

from ...check.rule import CurriculumRule, Finding
from ...criteria.tested_exercises import TestedExercise, tested_exercises
from ...model.criterion import NumberedCriterion
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ...text.late_pattern import late_pattern
from ...text.phrases import listed
from ._criteria_sample import with_tests

#: A status, and those that follow it in a list: "answers 401, 404 or 415".
_PROMISE = late_pattern(
    r"\b(?:answers?|answered|returns?|returned|responds?|status|with|then|code|is|gets?)"
    r"(?:\s+(?:an?|only|always|still|with|is|of|HTTP|status|code))*\s+"
    r"(?P<all>\d{3}\b(?:\s*(?:,|or|and|/)\s*(?:then\s+)?\d{3}\b)*)"
    r"(?!\s*(?:%|ms|s|min|MB|kB|KiB|MiB|bytes?|rows?|times|letters|characters|[.,]?\d|-))"
)
_STATUSES = {str(status.value): status.name for status in HTTPStatus}
_BOTH = "`GET /health` answers 200, and `POST /health` answers 405."
_SHELL = '# 1.1/1 `GET /health` answers 200\n[ "$(status GET /health)" = 200 ]\n'


class UncheckedPromise(CurriculumRule):
    """A criterion promises two answers, and its test looks at one. Whoever gets the other one
    wrong is told that all criteria hold.
    """

    code = "CL704"
    name = "unchecked-promise"
    summary = "a status that a criterion promises and no test of its exercise mentions"
    severity = Severity.WARNING
    limits = (
        "Looked for are HTTP statuses behind words such as “answers” or “status”, in all files "
        "with tests of the exercise, as a number or by a name such as `METHOD_NOT_ALLOWED`."
    )
    good = (
        with_tests(
            _BOTH,
            test=_SHELL + '[ "$(status POST /health)" = 405 ]\n',
            file="tests/health.sh",
        ),
    )
    bad = (
        with_tests(
            _BOTH,
            test=_SHELL,
            file="tests/health.sh",
            finds=("first_level/1_start/readme.md:15:3 CL704",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look for each promised status in the tests of its exercise."""
        for each in tested_exercises(curriculum):
            yield from _findings(each, curriculum)


def _findings(tested: TestedExercise, curriculum: Curriculum) -> Iterator[Finding]:
    # What has drifted is told as such.
    checked = {test.number for test in tested.tests} - tested.drifted
    paths = {test.path for test in tested.tests}
    text = "\n".join(curriculum.tests.texts[path] for path in sorted(paths))
    for criterion in tested.exercise.criteria:
        missing = [each for each in _promised(criterion) if not _mentions(text, each)]
        if criterion.number in checked and missing:
            yield _finding(tested, criterion, missing)


def _finding(tested: TestedExercise, criterion: NumberedCriterion, missing: list[str]) -> Finding:
    name = f"Criterion {criterion.number} of {tested.name}"
    message = f"{name} promises {listed(missing)}, which no test of the exercise mentions."
    advice = f"Let the test look for {listed(missing)} as well."
    return Finding(tested.path, criterion.span, message, advice)


def _promised(criterion: NumberedCriterion) -> list[str]:
    """The statuses that a criterion promises, each once, in order."""
    found = [
        number
        for match in _PROMISE.finditer(criterion.text)
        for number in re.findall(r"\d{3}", match["all"])
    ]
    return [number for number in dict.fromkeys(found) if number in _STATUSES]


def _mentions(text: str, status: str) -> bool:
    return re.search(rf"(?<!\d){status}(?!\d)|{_STATUSES[status]}", text, re.IGNORECASE) is not None
