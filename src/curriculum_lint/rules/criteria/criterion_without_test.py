"""CL701 criterion-without-test."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding
from ...criteria.tested_exercises import TestedExercise, says, tested_exercises
from ...model.criterion import NumberedCriterion
from ...model.curriculum import Curriculum
from ...settings.criterion_tests import ExercisesToTest
from ...settings.severity import Severity
from ._criteria_sample import with_tests

_GET, _POST = "`GET /health` answers 200.", "`POST /health` answers 405."
_TEST = 'def test_health():\n    """1.1/1 `GET /health` answers 200."""\n    check("GET", 200)\n'


class CriterionWithoutTest(CurriculumRule):
    """Learners run the tests and believe that they are done. What no test checks, nobody looks at
    again: neither the learner, nor whoever changes the exercise later.
    """

    code = "CL701"
    name = "criterion-without-test"
    summary = "an acceptance criterion that no test names"
    severity = Severity.WARNING
    limits = (
        "Exercises without any test are left out, unless `tests.required` is `all`. It takes "
        "`tests.files` in the configuration; nothing is run."
    )
    good = (with_tests(_GET, test=_TEST),)
    bad = (
        with_tests(_GET, _POST, test=_TEST, finds=("first_level/1_start/readme.md:16:3 CL701",)),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look for a test of each criterion."""
        is_required = curriculum.settings.tests.required is ExercisesToTest.ALL
        name = curriculum.settings.tests.names[0] if curriculum.settings.tests.names else ""
        for each in tested_exercises(curriculum):
            if is_required or each.tests:
                yield from _findings(each, name)


def _findings(tested: TestedExercise, template: str) -> Iterator[Finding]:
    # A test with the words of another criterion than it names has drifted, which says it all.
    quotes = [test.quote for test in tested.tests if test.quote]
    numbers = {test.number for test in tested.tests}
    for criterion in tested.exercise.criteria:
        if criterion.number not in numbers and not any(says(criterion, q) for q in quotes):
            name = _name(template, tested.exercise.number, criterion)
            message = f"No test checks criterion {criterion.number} of {tested.name}."
            advice = (
                f"Write a test whose name begins with “{name}” and some words of the criterion."
            )
            yield Finding(tested.path, criterion.span, message, advice)


def _name(template: str, exercise: str, criterion: NumberedCriterion) -> str:
    return template.replace("{exercise}", exercise).replace("{criterion}", str(criterion.number))
