"""CL703 criterion-drifted."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding, Note
from ...criteria.tested_exercises import TestedExercise, says, tested_exercises
from ...edits.edit import Edit, Fix, Safety
from ...model.criterion import CriterionTest
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ._criteria_sample import with_tests

_GET, _POST = "`GET /health` answers 200.", "`POST /health` answers 405."
_GO = "func TestHealth(t *testing.T) {\n\t// 1.1/{} `GET /health` answers 200\n\tcheck(t, 200)\n}\n"


class CriterionDrifted(CurriculumRule):
    """The criterion was changed and its test was not. Now the readme promises one thing and the
    test checks another, and learners who do what they read fail.
    """

    code = "CL703"
    name = "criterion-drifted"
    summary = "a test that quotes words which its criterion no longer says"
    severity = Severity.ERROR
    fix_changes = PageChange.NOTHING
    limits = (
        "Compared are at least three words behind the name of the test, in the same string or "
        "comment or in the next string, without white space and markup. A test that quotes nothing "
        "is not compared. Where the words are those of exactly one other criterion of the "
        "exercise, the fix writes its number into the test."
    )
    good = (with_tests(_GET, test=_GO.replace("{}", "1"), file="tests/health_test.go"),)
    bad = (
        with_tests(
            "`GET /health` answers 204.",
            test=_GO.replace("{}", "1"),
            file="tests/health_test.go",
            finds=("first_level/1_start/readme.md:15:3 CL703",),
        ),
        with_tests(
            _POST,
            _GET,
            test=_GO.replace("{}", "1") + "\n// 1.1/1 `POST /health` answers 405\n",
            file="tests/health_test.go",
            finds=("first_level/1_start/readme.md:15:3 CL703",),
        )._replace(
            fixed=with_tests(
                _POST,
                _GET,
                test=_GO.replace("{}", "2") + "\n// 1.1/1 `POST /health` answers 405\n",
                file="tests/health_test.go",
            ).text
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare the words of each test with its criterion."""
        for each in tested_exercises(curriculum):
            for test in each.tests:
                if 1 <= test.number <= len(each.exercise.criteria):
                    yield from _findings(each, test)


def _findings(tested: TestedExercise, test: CriterionTest) -> Iterator[Finding]:
    criteria = tested.exercise.criteria
    criterion = criteria[test.number - 1]
    if test.quote is None or says(criterion, test.quote):
        return
    others = [each for each in criteria if says(each, test.quote)]
    name = f"Criterion {criterion.number} of {tested.name}"
    message = f"{name} does not say “{test.quote[:120]}”, which its test quotes."
    note = Note(test.path, test.span, f"The test of criterion {test.number}")
    if len(others) == 1:
        number = others[0].number
        advice = f"Criterion {number} says it: give the test that number."
        yield Finding(tested.path, criterion.span, message, advice, _fix(test, number), (note,))
        return
    advice = f"Let the test in {test.path} check and quote what the criterion says now."
    yield Finding(tested.path, criterion.span, message, advice, None, (note,))


def _fix(test: CriterionTest, number: int) -> Fix:
    edit = Edit(test.path, test.number_span.start, test.number_span.end, str(number))
    return Fix(f"Name criterion {number} in the test", Safety.SAFE, (edit,))
