"""Fingerprints: the same finding has the same one when the lines above it change."""

from __future__ import annotations

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.report.fingerprint import fingerprints
from curriculum_lint.report.summary import InRepository, Report

from .sample import DIAGNOSTICS, place, report

TEXT = "# Title\n\n**Goal** a\n\n**Steps**\n\n1. one\n\n**Steps**\n\n1. two\n"
STEPS = (5, 9)


def _report(text: str) -> Report:
    lines = text.split("\n")

    def line(path: str, number: int) -> str | None:
        return lines[number - 1] if number <= len(lines) else None

    return report(diagnostics=())._replace(source_line=line)


def _at(line: int, **changes: object) -> Diagnostic:
    at = place("a.md", (line, 1), (line, 10))
    return DIAGNOSTICS[0]._replace(**{"place": at, **changes})


def test_it_does_not_change_when_lines_are_put_above() -> None:
    before = fingerprints([_at(line) for line in STEPS], _report(TEXT))
    after = fingerprints([_at(line + 2) for line in STEPS], _report(f"new\n\n{TEXT}"))
    assert before == after
    assert before[0] != before[1]


def test_it_does_not_change_with_the_words_of_a_message() -> None:
    one, other = _at(5), _at(5, message="In other words.", help=None)
    assert fingerprints([one], _report(TEXT)) == fingerprints([other], _report(TEXT))


def test_rule_file_exercise_and_folder_count() -> None:
    changed = [
        _at(5),
        _at(5, code="CL999"),
        _at(5, place=place("b.md", (5, 1), (5, 2))),
        _at(5, exercise="Say hello"),
    ]
    assert len({fingerprints([each], _report(TEXT)) for each in changed}) == 4
    elsewhere = _report(TEXT)._replace(repository=InRepository("course"))
    assert fingerprints([_at(5)], elsewhere) != fingerprints([_at(5)], _report(TEXT))


def test_equal_findings_are_counted() -> None:
    found = fingerprints([_at(5), _at(5, message="Again."), _at(9)], _report(TEXT))
    assert [each.rpartition(":")[2] for each in found] == ["1", "2", "1"]
    assert len(set(found)) == 3


def test_a_folder_has_one() -> None:
    nowhere = report()._replace(source_line=lambda path, line: None)
    assert fingerprints([_at(1)], nowhere)[0].endswith(":1")
