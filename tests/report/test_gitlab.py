"""GitLab Code Quality, against a schema written after GitLab's documentation of the format.

GitLab publishes no schema of it; the documentation is in ``doc/ci/testing/code_quality.md``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from curriculum_lint.check.diagnostic import INTERNAL_ERROR
from curriculum_lint.report.gitlab import gitlab_report
from curriculum_lint.report.summary import Report, in_order
from curriculum_lint.settings.severity import Severity
from tests.command import invoke
from tests.curricula import FIRST, LEVEL, SECOND, THIRD, clean_files, readme
from tests.repository import write_files

from .sample import DIAGNOSTICS, HTTP, ci_report
from .test_people_formats import hostile_reports

TEXT = {"type": "string", "minLength": 1}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def entries(report: Report) -> list[dict[str, Any]]:
    data = json.loads("".join(gitlab_report(report)))
    VALIDATOR.validate(data)
    return data


@pytest.mark.parametrize("diagnostics", [(), DIAGNOSTICS])
def test_there_is_an_entry_for_each_finding(diagnostics) -> None:
    assert len(entries(ci_report(diagnostics))) == len(diagnostics)


def test_an_entry_says_what_where_and_how_grave() -> None:
    (entry,) = entries(ci_report(DIAGNOSTICS[:1]))
    assert entry["check_name"] == "CL301 broken-link"
    assert entry["description"].endswith('Did you mean "../2_databases/readme.md"?')
    assert entry["location"] == {"path": f"course/{HTTP}", "lines": {"begin": 3}}


@pytest.mark.parametrize(
    ("code", "severity", "written"),
    [
        ("CL301", Severity.ERROR, "major"),
        ("CL301", Severity.WARNING, "minor"),
        ("CL301", Severity.INFO, "info"),
        (INTERNAL_ERROR, Severity.ERROR, "blocker"),
    ],
)
def test_severities_have_the_names_of_the_platform(code, severity, written) -> None:
    diagnostic = DIAGNOSTICS[0]._replace(code=code, severity=severity)
    assert entries(ci_report((diagnostic,)))[0]["severity"] == written


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    twice = (*DIAGNOSTICS, *(each._replace(message="Again.") for each in DIAGNOSTICS))
    found = {each["fingerprint"] for each in entries(ci_report(in_order(twice)))}
    assert len(found) == len(twice)


def test_there_is_no_byte_order_mark() -> None:
    assert "".join(gitlab_report(ci_report())).encode().startswith(b"[")


@given(hostile_reports())
def test_any_text_gives_valid_entries(report: Report) -> None:
    written = "".join(gitlab_report(report))
    (entry,) = entries(report)
    json.dumps(entry, ensure_ascii=False).encode()  # no lone surrogate
    assert written.isascii()
    assert "##[" not in written
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())


def test_fingerprints_survive_a_move(tmp_path: Path) -> None:
    files = clean_files()
    for path in (FIRST, SECOND, THIRD):
        files[path] += "\nSee [x](gone.md). See [x](gone.md).\n\n1. [y](gone.md)\n2. z\n"
    files[f"{LEVEL}/readme.md"] += "[Loops](3_loops/readme.md)\n"
    write_files(tmp_path, files | {f"{LEVEL}/3_loops/readme.md": readme("Loops", practices="")})

    def found() -> set[str]:
        done = invoke("check", "--root", str(tmp_path), "--output-format", "gitlab")
        return {each["fingerprint"] for each in json.loads(done.stdout)}

    before = found()
    assert len(before) == 10
    for unit, place in (("3", "1"), ("2", "3")):
        assert invoke("move", unit, "--to", place, "--root", str(tmp_path)).exit_code == 0
        assert found() == before
