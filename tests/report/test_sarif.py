"""SARIF: valid by the official schema, and within what GitHub takes."""

from __future__ import annotations

import json
import os
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import jsonschema
import pytest
import referencing
from hypothesis import given

from curriculum_lint.check.diagnostic import INTERNAL_ERROR
from curriculum_lint.report.sarif import LIMIT, sarif_report
from curriculum_lint.report.sarif_places import uri
from curriculum_lint.report.summary import Report, in_order
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.severity import Severity

from .sample import DIAGNOSTICS, HTTP, TEXTS, ci_report, place, report
from .sarif_schema import sarif_schema
from .strategies import hostile
from .test_people_formats import hostile_reports

VALIDATOR = jsonschema.Draft7Validator(
    sarif_schema(),
    registry=referencing.Registry(),
    format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER,
)


def run_of(given_report: Report) -> dict[str, Any]:
    log = json.loads("".join(sarif_report(given_report)))
    VALIDATOR.validate(log)
    assert list(log) == ["$schema", "version", "runs"]
    return log["runs"][0]


def test_the_schema_is_the_official_one_and_refuses_what_is_wrong() -> None:
    VALIDATOR.check_schema(sarif_schema())
    assert "OASIS" in sarif_schema()["$id"].upper()
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"results": []}]})


@pytest.mark.parametrize("diagnostics", [(), DIAGNOSTICS])
def test_a_report_is_valid_and_complete(diagnostics) -> None:
    run = run_of(ci_report(diagnostics)._replace(rules=all_rules))
    assert len(run["results"]) == len(diagnostics)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True}]


@given(hostile_reports())
def test_any_text_gives_a_valid_log(hostile_report: Report) -> None:
    written = "".join(sarif_report(hostile_report))
    run = run_of(hostile_report)
    assert "##[" not in written
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())
    for message in (
        run["results"][0]["message"],
        run["results"][0]["relatedLocations"][0]["message"],
    ):
        assert message["text"]
        assert "](" not in message["text"]


def test_every_result_names_its_rule_twice_and_alike() -> None:
    run = run_of(ci_report())
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [each["id"] for each in rules] == sorted({each.code for each in DIAGNOSTICS})


def test_rules_say_what_the_platform_shows() -> None:
    rules = run_of(ci_report()._replace(rules=all_rules))["tool"]["driver"]["rules"]
    known = {rule.code for rule in all_rules()}
    assert known <= {each["id"] for each in rules}
    for each in rules:
        assert len(each["name"]) <= 255
        assert 0 < len(each["shortDescription"]["text"]) <= 1024
        assert 0 < len(each["fullDescription"]["text"]) <= 1024
        assert each["help"]["text"]
        assert each["properties"]["precision"] in {"very-high", "high", "medium", "low"}
        assert each["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
        assert 0 < len(each["properties"]["tags"]) <= 10
        if each["id"] in known:
            assert each["help"]["markdown"].startswith(f"# {each['id']} ")


def test_a_full_description_that_is_too_long_is_cut() -> None:
    rule = type(all_rules()[0])
    long = type("Long", (rule,), {"__doc__": "word " * 1000, "code": "CL1"})()
    described = run_of(ci_report(())._replace(rules=lambda: (long,)))["tool"]["driver"]["rules"][0]
    assert len(described["fullDescription"]["text"]) <= 1024
    assert described["fullDescription"]["text"].endswith("word…")


def test_severities_are_levels() -> None:
    found = tuple(DIAGNOSTICS[0]._replace(severity=severity) for severity in Severity)
    levels = {each["level"] for each in run_of(ci_report(found))["results"]}
    assert levels == {"error", "warning", "note"}


def test_places_are_counted_from_the_top_of_the_repository() -> None:
    run = run_of(ci_report(DIAGNOSTICS[:1]))
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert physical == {
        "artifactLocation": {"uri": f"course/{HTTP}"},
        "region": {"startLine": 3, "startColumn": 23, "endLine": 3, "endColumn": 46},
    }
    assert run["automationDetails"]["id"] == "curriculum-lint/course/"
    assert run_of(report())["automationDetails"]["id"] == "curriculum-lint/"


def test_a_folder_is_shown_at_a_file() -> None:
    folder = tuple(each for each in DIAGNOSTICS if each.code == "CL101")
    physical = run_of(ci_report(folder))["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "course/junior_level/readme.md"
    assert physical["region"]["startLine"] == 1


@pytest.mark.parametrize(
    "name",
    [
        "a b#c?d%20.md",
        "::error::x",
        "über/日本.md",
        os.fsdecode(b"raw-\xff\xfe"),
        "a\nb",
        "c:/x",
        "[x]",
    ],
)
def test_a_uri_holds_the_bytes_of_the_path(name: str) -> None:
    written = uri(name)
    assert written.isascii()
    assert unquote_to_bytes(written) == os.fsencode(name)
    parts = urlsplit(written)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")


@given(hostile)
def test_any_text_gives_a_relative_uri(name: str) -> None:
    written = uri(name)
    assert not set(written) - set("/-._~%") - set(map(chr, range(48, 123)))
    assert ":" not in written


def test_fixes_say_how_the_text_changes() -> None:
    for diagnostic in DIAGNOSTICS:
        results = run_of(ci_report((diagnostic,)))["results"]
        if diagnostic.fix is None:
            assert "fixes" not in results[0]
            continue
        (change,) = results[0]["fixes"][0]["artifactChanges"]
        assert change["artifactLocation"]["uri"] == f"course/{HTTP}"
        assert _replaced(TEXTS[HTTP], change["replacements"]) == _edited(diagnostic)


def _replaced(text: str, replacements: list[dict[str, Any]]) -> str:
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    for each in reversed(replacements):
        region = each["deletedRegion"]
        start = starts[region["startLine"] - 1] + region["startColumn"] - 1
        end = starts[region["endLine"] - 1] + region["endColumn"] - 1
        text = text[:start] + each.get("insertedContent", {"text": ""})["text"] + text[end:]
    return text


def _edited(diagnostic) -> str:
    text = TEXTS[HTTP]
    for edit in sorted(diagnostic.fix.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def test_related_places_are_listed() -> None:
    related = run_of(ci_report(DIAGNOSTICS[:1]))["results"][0]["relatedLocations"]
    assert [(each["id"], each["message"]["text"]) for each in related] == [
        (1, "the closest file there is")
    ]


def test_fingerprints_are_unique_and_under_the_key_that_counts() -> None:
    twice = (*DIAGNOSTICS, *(each._replace(message="Again.") for each in DIAGNOSTICS))
    results = run_of(ci_report(in_order(twice)))["results"]
    hashes = [each["partialFingerprints"]["primaryLocationLineHash"] for each in results]
    assert len(set(hashes)) == len(twice)


def test_of_too_many_results_the_graver_ones_are_kept() -> None:
    def made(severity: Severity, line: int):
        return DIAGNOSTICS[3]._replace(severity=severity, place=place("a.md", (line, 1), (line, 2)))

    found = [made(Severity.INFO, line) for line in range(1, LIMIT + 1)]
    found += [made(Severity.ERROR, LIMIT + line) for line in (1, 2)]
    given_report = report()._replace(diagnostics=tuple(found))
    results = json.loads("".join(sarif_report(given_report)))["runs"][0]["results"]
    assert len(results) == LIMIT
    assert [each["level"] for each in results[-3:]] == ["note", "error", "error"]
    lines = [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results]
    assert lines == sorted(lines)


def test_a_fault_of_the_tool_is_an_unsuccessful_run() -> None:
    fault = DIAGNOSTICS[0]._replace(code=INTERNAL_ERROR, name="internal-error")
    assert run_of(ci_report((fault,)))["invocations"] == [{"executionSuccessful": False}]


def test_what_a_baseline_holds_is_marked_and_not_removed() -> None:
    new, known = DIAGNOSTICS[:1], DIAGNOSTICS[2:4]
    given_report = ci_report(new)
    given_report = given_report._replace(
        baselined=known, summary=given_report.summary._replace(baselined=2)
    )
    results = run_of(given_report)["results"]
    states = {each["ruleId"]: each["baselineState"] for each in results}
    assert states == {"CL301": "new", "CL206": "unchanged", "CL603": "unchanged"}
    assert [("suppressions" in each) for each in results] == [False, True, True]


def test_without_a_baseline_nothing_is_marked() -> None:
    assert all("baselineState" not in each for each in run_of(ci_report())["results"])
