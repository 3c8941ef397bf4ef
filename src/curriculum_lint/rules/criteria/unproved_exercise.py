"""CL705 unproved-exercise."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding
from ...criteria.tested_exercises import tested_exercises
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ._criteria_sample import with_tests

_GET = "`GET /health` answers 200."
_TEST = (
    '@Test\n@DisplayName("1.1/1 `GET /health` answers 200")\n'
    "void answers() {\n  assertEquals(200, get());\n}\n"
)
_FILE = "tests/1.1/HealthTest.java"
_PROOF = 'files = ["tests/**"]\nproof = "tests/{exercise}/proof.json"\n'


class UnprovedExercise(CurriculumRule):
    """A test that has never failed may be unable to. Until somebody has shown that it fails for a
    wrong solution, its green mark says nothing.
    """

    code = "CL705"
    name = "unproved-exercise"
    summary = "an exercise with tests, and without a record that they were proved"
    severity = Severity.WARNING
    limits = "It takes `tests.proof` in the configuration."
    good = (with_tests(_GET, test=_TEST, file=_FILE, settings='files = ["tests/**"]\n'),)
    bad = (
        with_tests(
            _GET,
            test=_TEST,
            file=_FILE,
            settings=_PROOF,
            finds=("first_level/1_start/readme.md:5:1 CL705",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Look for the record of each exercise with tests."""
        template = curriculum.settings.tests.proof
        if template is None:
            return
        for each in tested_exercises(curriculum):
            if each.tests and each.exercise.number not in curriculum.tests.proofs:
                path = template.replace("{exercise}", each.exercise.number)
                message = f"The tests of {each.name} were never proved."
                advice = f"Show that they fail for wrong solutions, and record it in {path}."
                yield Finding(each.path, each.heading, message, advice)
