"""CL707 idle-test-glob."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import WHOLE, CurriculumRule, Finding
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ._criteria_sample import with_tests

_GET = "`GET /health` answers 200."
_TEST = "# 1.1/1 `GET /health` answers 200\ncheck 200\n"


class IdleTestGlob(CurriculumRule):
    """The folder with the tests was renamed, and the configuration names the old one. Nothing is
    compared any more, and nobody is told.
    """

    code = "CL707"
    name = "idle-test-glob"
    summary = "a glob of `tests.files` that matches no file"
    severity = Severity.WARNING
    good = (with_tests(_GET, test=_TEST, file="tests/health.sh"),)
    bad = (
        with_tests(
            _GET, test=_TEST, file="checks/health.sh", finds=("curriculum-lint.toml:1:1 CL707",)
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Report every glob without a file."""
        for glob in curriculum.tests.idle:
            message = f"The glob “{glob}” in `tests.files` matches no file that can be read."
            advice = "Name the files that hold tests of criteria. What is excluded is not read."
            yield Finding(curriculum.configuration, WHOLE, message, advice)
