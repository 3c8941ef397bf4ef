"""Findings are matched with entries one by one."""

from __future__ import annotations

from collections import Counter

from curriculum_lint.check.diagnostic import INTERNAL_ERROR, Diagnostic, Place
from curriculum_lint.settings.severity import Severity
from curriculum_lint.text.source import Position
from curriculum_lint.views.baseline.compare import compare, updated
from curriculum_lint.views.baseline.fingerprint import Fingerprint


def finding(code: str, line: int) -> Diagnostic:
    place = Place("a.md", Position(line, 1), Position(line, 2))
    return Diagnostic(code, "name", Severity.ERROR, "message", place)


def of(each: Diagnostic) -> Fingerprint:
    return Fingerprint(*(each.code for _ in Fingerprint._fields))


ONE, TWO = (of(finding(code, 1)) for code in ("CL1", "CL2"))


def test_the_first_of_equal_findings_are_known() -> None:
    found = [finding("CL1", line) for line in (1, 2, 3)]
    compared = compare(found, of, Counter({ONE: 2}))
    assert compared.known == tuple(found[:2])
    assert compared.new == (found[2],)
    assert compared.added == Counter({ONE: 1})
    assert compared.gone == Counter()


def test_a_fault_of_the_tool_is_always_new_and_hides_nothing_behind_it() -> None:
    found = [finding(INTERNAL_ERROR, 1), finding("CL1", 2), finding("CL2", 3)]
    compared = compare(found, of, Counter({ONE: 1, of(found[0]): 1}))
    assert compared.known == (found[1],)
    assert compared.new == (found[0], found[2])
    assert compared.added == Counter({TWO: 1})


def test_what_is_mended_goes_and_what_is_new_comes_only_when_accepted() -> None:
    entries = Counter({ONE: 3})
    compared = compare([finding("CL1", 1), finding("CL2", 2)], of, entries)
    assert compared.gone == Counter({ONE: 2})
    assert updated(entries, compared, compared.gone, accept=False) == Counter({ONE: 1})
    assert updated(entries, compared, compared.gone, accept=True) == Counter({ONE: 1, TWO: 1})
