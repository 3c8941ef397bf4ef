"""JUnit XML, read by a parser of that format and by a strict one of XML."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import chain

import pytest
from hypothesis import given
from junitparser import Error, Failure, JUnitXml

from curriculum_lint.check.diagnostic import INTERNAL_ERROR
from curriculum_lint.report.junit import junit_report
from curriculum_lint.report.summary import Report

from .sample import DIAGNOSTICS, HTTP, ci_report
from .test_people_formats import hostile_reports


def parsed(report: Report) -> JUnitXml:
    return JUnitXml.fromstring("".join(junit_report(report)).encode())


def cases(report: Report) -> list:
    return list(chain.from_iterable(parsed(report)))


def test_there_is_a_suite_for_each_file_and_a_case_for_each_finding() -> None:
    xml = parsed(ci_report())
    assert {suite.name for suite in xml} >= {HTTP, "junior_level/3_security"}
    assert len(list(xml)) == 4
    assert sum(len(list(suite)) for suite in xml) == len(DIAGNOSTICS)


def test_errors_and_warnings_fail_and_infos_pass() -> None:
    outcomes = {case.name: case.result for case in cases(ci_report())}
    (failure,) = outcomes["CL301 broken-link (3:23)"]
    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert failure.message == 'The link goes to "../2_databses/readme.md", which does not exist.'
    assert "Did you mean" in failure.text
    (failure,) = outcomes["CL108 swallowed-label (10:4)"]
    assert failure.type == "warning"
    assert outcomes["CL312 vague-link-text (14:410)"] == []


def test_a_fault_of_the_tool_is_an_error_and_no_failure() -> None:
    fault = DIAGNOSTICS[0]._replace(code=INTERNAL_ERROR)
    (case,) = cases(ci_report((fault,)))
    assert isinstance(case.result[0], Error)
    assert parsed(ci_report((fault,))).errors == 1


def test_the_totals_are_those_of_the_cases() -> None:
    xml = parsed(ci_report())
    stated = [(suite.tests, suite.failures, suite.errors) for suite in xml]
    all_of = (xml.tests, xml.failures, xml.errors)
    assert all_of == tuple(map(sum, zip(*stated, strict=True))) == (9, 7, 0)
    xml.update_statistics()
    assert [(suite.tests, suite.failures, suite.errors) for suite in xml] == stated


def test_a_clean_run_has_one_case_that_passes() -> None:
    (case,) = cases(ci_report(()))
    assert case.is_passed
    assert (parsed(ci_report(())).tests, parsed(ci_report(())).failures) == (1, 0)


def test_files_are_counted_from_the_top_of_the_repository() -> None:
    root = ET.fromstring("".join(junit_report(ci_report(DIAGNOSTICS[:1]))))
    assert root.find(".//testcase").get("file") == f"course/{HTTP}"
    assert root.find(".//testcase").get("line") == "3"


@given(hostile_reports())
def test_any_text_gives_wellformed_xml_of_the_same_shape(report: Report) -> None:
    written = "".join(junit_report(report))
    assert len(cases(report)) == 1
    root = ET.fromstring(written.encode())
    assert {each.tag for each in root.iter()} <= {
        *("testsuites", "testsuite", "testcase", "failure", "error", "system-out")
    }
    assert "##[" not in written
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())


@pytest.mark.parametrize("message", ["<b> & \"quoted\" 'text' ]]>", "日本 🎉"])
def test_ordinary_text_survives(message: str) -> None:
    (case,) = cases(ci_report((DIAGNOSTICS[0]._replace(message=message),)))
    assert case.result[0].message == message
    assert message in case.result[0].text
