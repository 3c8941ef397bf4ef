"""CL706 stale-proof."""

from __future__ import annotations

from collections.abc import Iterator

from ...check.rule import CurriculumRule, Finding
from ...criteria.read_proofs import digest_text
from ...criteria.tested_exercises import TestedExercise, tested_exercises
from ...model.criterion import ProofRecord
from ...model.curriculum import Curriculum
from ...settings.severity import Severity
from ...text.phrases import counted, listed
from ._criteria_sample import with_tests

_GET = "`GET /health` answers 200."
_TEST = "// 1.1/1 `GET /health` answers 200\nvoid answers() { assertEquals(200, get()); }\n"
_FILE, _RECORD = "tests/1.1/HealthTest.java", "tests/1.1/proof.json"
_SETTINGS = 'files = ["tests/*/*.java"]\nproof = "tests/{exercise}/proof.json"\n'
_DIGEST = "f33588e59de70e04486daf1bff901ad3e421284572f7d012e265bf25dabff388"
_FILE_DIGEST = "f04def48b14dad05dc10d2c872cc742572b449740bc8f9c7dfc33aa4f3d389f5"
_SHOWN = 3


def _proof(criterion: str) -> dict[str, str]:
    text = (
        f'"criteria": {{"1.1/1": "{criterion}"}}, "files": {{"HealthTest.java": "{_FILE_DIGEST}"}}'
    )
    return {_RECORD: f"{{{text}}}\n"}


class StaleProof(CurriculumRule):
    """The tests were shown to fail for wrong solutions, for other words of the criteria or other
    tests than these. What was true then need not be true now.
    """

    code = "CL706"
    name = "stale-proof"
    summary = "a proof of tests that was made for other criteria or other files"
    severity = Severity.WARNING
    limits = (
        "It takes `tests.proof` in the configuration. Compared are the digests that the record "
        "holds; line ends and white space do not matter. Files that are no text are left out."
    )
    good = (with_tests(_GET, test=_TEST, file=_FILE, settings=_SETTINGS, more=_proof(_DIGEST)),)
    bad = (
        with_tests(
            _GET,
            test=_TEST,
            file=_FILE,
            settings=_SETTINGS,
            more=_proof("0" * 64),
            finds=("first_level/1_start/readme.md:15:3 CL706",),
        ),
        with_tests(
            _GET,
            test=_TEST + "\n",
            file=_FILE,
            settings=_SETTINGS,
            more=_proof(_DIGEST),
            finds=("first_level/1_start/readme.md:5:1 CL706",),
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Compare every record with what it was made for."""
        for each in tested_exercises(curriculum):
            proof = curriculum.tests.proofs.get(each.exercise.number)
            if each.tests and proof is not None:
                yield from _findings(each, proof)


def _findings(tested: TestedExercise, proof: ProofRecord) -> Iterator[Finding]:
    advice = f"Prove the tests again, and record it in {proof.path}."
    if proof.criteria is None:
        message = f"The record {proof.path} cannot be read: it is no JSON object with “criteria”."
        yield Finding(tested.path, tested.heading, message, advice)
        return
    proved = f"The tests of {tested.name} were proved for"
    drifted = tested.drifted
    for criterion in tested.exercise.criteria:
        if criterion.number in drifted:
            continue
        if proof.criteria.get(criterion.number) != digest_text(criterion.text):
            message = f"{proved} other words of criterion {criterion.number}."
            yield Finding(tested.path, criterion.span, message, advice)
    gone = sorted(proof.criteria.keys() - {each.number for each in tested.exercise.criteria})
    if gone and not tested.lacks_criteria:
        numbers = listed(map(str, gone))
        message = f"{proved} criteria that are gone: {numbers}."
        yield Finding(tested.path, tested.heading, message, advice)
    if proof.changed_files:
        yield Finding(tested.path, tested.heading, _changed(tested, proof), advice)


def _changed(tested: TestedExercise, proof: ProofRecord) -> str:
    files = proof.changed_files
    shown = [
        *files[:_SHOWN],
        *([counted(len(files) - _SHOWN, "more file")] * (len(files) > _SHOWN)),
    ]
    return f"The tests of {tested.name} were proved before {listed(shown)} changed."
