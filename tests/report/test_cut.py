"""Every format counts what a limit cut off, and says that it does not list it."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any
from xml.etree import ElementTree

import pytest

from curriculum_lint.check.diagnostic import INTERNAL_ERROR, Diagnostic
from curriculum_lint.report.cut import cut_notice
from curriculum_lint.report.formats import FORMATS, OutputFormat
from curriculum_lint.report.model import ReportModel
from curriculum_lint.report.statistics import statistics
from curriculum_lint.report.summary import Report
from curriculum_lint.settings.severity import Severity

from .sample import ci_report, place
from .test_sarif import run_of

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741
NOTICE = "8 of 12 findings are not listed, because a limit was reached: 6 of CL1 and 2 of CL2."
SENTENCE = (
    "Found 7 errors, 4 warnings and 1 info in 3 files. 8 of them are not listed, because a limit "
    "was reached; --statistics counts them as well."
)


def finding(code: str, severity: Severity, line: int, path: str = "a.md") -> Diagnostic:
    at = place(path, (line, 1), (line, 2))
    return Diagnostic(code, f"rule-{code}", severity, f"Something in {line}.", at)


FOUND = (
    *(finding("CL1", E, line) for line in range(1, 8)),
    *(finding("CL2", W, line) for line in range(10, 13)),
    finding("CL2", W, 1, "b.md"),
    finding("CL3", I, 1, "c.md"),
)
LISTED = {FOUND[0], FOUND[7], FOUND[10], FOUND[11]}


def cut_report() -> Report:
    whole = ci_report(FOUND)
    return whole._replace(
        diagnostics=tuple(each for each in FOUND if each in LISTED),
        cut=tuple(each for each in FOUND if each not in LISTED),
    )


def written(output: OutputFormat) -> str:
    return "".join(FORMATS[output]()(cut_report()._replace(full=True)))


@pytest.mark.parametrize("output", OutputFormat)
def test_every_format_says_that_something_is_not_listed(output: OutputFormat) -> None:
    text = written(output)
    assert re.search(r"not listed|\"cut\": 8", text), output
    # GitHub's annotations choose among everything.
    assert "Something in 6" not in text or output is OutputFormat.GITHUB


@pytest.mark.parametrize("output", ["text", "concise", "github", "markdown"])
def test_formats_for_people_count_everything_in_one_sentence(output: str) -> None:
    assert SENTENCE in written(OutputFormat(output)).replace("`", "")


def test_statistics_count_everything_and_leave_nothing_out() -> None:
    lines = "".join(statistics(cut_report())).splitlines()
    assert [line.split()[:2] for line in lines[:3]] == [["7", "CL1"], ["4", "CL2"], ["1", "CL3"]]
    assert lines[-1] == "Found 7 errors, 4 warnings and 1 info in 3 files."


def test_json_has_true_totals_and_how_many_are_shown_and_cut() -> None:
    text = written(OutputFormat.JSON)
    summary = json.loads(text)["summary"]
    assert [summary[key] for key in ("errors", "warnings", "infos")] == [7, 4, 1]
    assert (summary["shown"], summary["cut"]) == (4, 8)
    assert summary["cut_by_rule"] == {"CL1": 6, "CL2": 2}
    assert ReportModel.model_validate_json(text).summary.cut == 8


def test_json_says_nothing_of_it_where_nothing_is_cut() -> None:
    text = "".join(FORMATS[OutputFormat.JSON]()(ci_report(FOUND)))
    assert not {"shown", "cut", "cut_by_rule"} & set(json.loads(text)["summary"])


def test_sarif_notifies_and_has_the_totals_as_properties() -> None:
    run = run_of(cut_report())
    (invocation,) = run["invocations"]
    notice = {"level": "warning", "message": {"text": NOTICE}}
    assert invocation == {"executionSuccessful": True, "toolExecutionNotifications": [notice]}
    summary = run["properties"]["summary"]
    assert (summary["errors"], summary["shown"], summary["cut"]) == (7, 4, 8)
    assert len(run["results"]) == 4


def test_sarif_of_a_fault_that_was_cut_is_an_unsuccessful_run() -> None:
    given = cut_report()
    fault = finding(INTERNAL_ERROR, E, 1)
    assert not run_of(given._replace(cut=(*given.cut, fault)))["invocations"][0][
        "executionSuccessful"
    ]


def test_the_totals_of_junit_are_the_sums_of_its_suites() -> None:
    root = ElementTree.fromstring(written(OutputFormat.JUNIT))
    assert dict(root.attrib) == {
        "name": "curriculum-lint",
        "tests": "12",
        "failures": "11",
        "errors": "0",
    }
    for key in ("tests", "failures", "errors"):
        assert sum(int(suite.attrib[key]) for suite in root) == int(root.attrib[key])
    assert root[-1].attrib["name"] == "not listed"
    assert root[-1].findtext("system-out") == NOTICE


def test_the_last_entry_of_gitlab_says_it_at_the_first_place() -> None:
    entries: list[dict[str, Any]] = json.loads(written(OutputFormat.GITLAB))
    assert [each["check_name"] for each in entries[:-1]] == [
        "CL1 rule-CL1",
        "CL2 rule-CL2",
        "CL2 rule-CL2",
        "CL3 rule-CL3",
    ]
    last = entries[-1]
    assert (last["check_name"], last["severity"], last["description"]) == ("limits", "info", NOTICE)
    assert last["location"]["lines"] == {"begin": 2}
    assert max(Counter(each["fingerprint"] for each in entries).values()) == 1


def test_markdown_has_true_tables_and_the_rest_of_a_file_as_a_number() -> None:
    text = written(OutputFormat.MARKDOWN)
    assert text.startswith("## ❌ curriculum-lint: 7 errors, 4 warnings and 1 info\n")
    assert "| a.md | 7 | 3 |" in text
    assert "| CL1 rule-CL1 |  | 7 |" in text
    assert "a.md: 7 errors and 3 warnings" in text
    assert "- and 8 more findings\n" in text


def test_a_single_finding_is_one() -> None:
    assert cut_notice(FOUND[:1], 2) == (
        "1 of 2 findings is not listed, because a limit was reached: 1 of CL1."
    )
