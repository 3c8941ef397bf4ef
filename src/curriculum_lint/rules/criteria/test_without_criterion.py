"""CL702 test-without-criterion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...check.rule import CurriculumRule, Finding
from ...criteria.tested_exercises import TestedExercise, tested_exercises
from ...model.criterion import CriterionTest
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ...text.phrases import counted
from ...text.suggest import closest
from ._criteria_sample import with_tests

_GET = "`GET /health` answers 200."
_TEST = 'test("1.1/1 `GET /health` answers 200", async () => {\n  await get("/health", 200);\n});\n'
_SECOND = 'test("1.1/2 `POST /health` answers 405", () => post("/health", 405));\n'
_UNKNOWN = 'test("1.7/1 `GET /health` answers 200", () => get("/health", 200));\n'


class TestWithoutCriterion(CurriculumRule):
    """An exercise was renumbered, or a criterion removed, and the test still names the old one. It
    runs and passes, and checks what nobody promises.
    """

    code = "CL702"
    name = "test-without-criterion"
    summary = "a test that names an exercise or a criterion that does not exist"
    severity = Severity.ERROR
    good = (with_tests(_GET, test=_TEST, file="tests/health.test.js"),)
    bad = (
        with_tests(
            _GET, test=_TEST + _SECOND, file="tests/health.js", finds=("tests/health.js:4:7 CL702",)
        ),
        with_tests(
            _GET,
            test=_TEST + _UNKNOWN,
            file="tests/health.js",
            finds=("tests/health.js:4:7 CL702",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look for the criterion of each test."""
        exercises: dict[str, list[TestedExercise]] = {}
        for each in tested_exercises(curriculum):
            exercises.setdefault(each.exercise.number, []).append(each)
        for test in curriculum.tests.tests:
            finding = _finding(test, exercises)
            if finding is not None:
                yield finding


def _finding(test: CriterionTest, exercises: Mapping[str, list[TestedExercise]]) -> Finding | None:
    known = exercises.get(test.exercise)
    if known is None:
        meant = closest(test.exercise, list(exercises))
        advice = f"Did you mean exercise {meant}?" if meant else "Name an exercise of a readme."
        return Finding(test.path, test.span, f"There is no exercise {test.exercise}.", advice)
    most = max(len(each.exercise.criteria) for each in known)
    if 1 <= test.number <= most or any(each.lacks_criteria for each in known):
        return None
    has = counted(most, "criterion", "criteria")
    message = f"Exercise {test.exercise} has {has}, but no criterion {test.number}."
    advice = "Give the test the number of the criterion that it checks, or remove it."
    return Finding(test.path, test.span, message, advice)
