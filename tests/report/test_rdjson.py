"""The Reviewdog Diagnostic Format, against a schema written after its protocol buffers.

reviewdog reads the JSON form of the message ``reviewdog.rdf.DiagnosticResult``; the message is in
``proto/rdf/reviewdog.proto`` of its repository.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from curriculum_lint.report.rdjson import rdjson_report
from curriculum_lint.report.summary import Report
from tests.checkout import ROOT
from tests.ci.documents import snippets
from tests.command import invoke
from tests.curricula import FIRST, readme, write_clean

from .sample import ci_report
from .test_people_formats import hostile_reports

PLACE = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {
        "line": {"type": "integer", "minimum": 1, "maximum": 2**31 - 1},
        "column": {"type": "integer", "minimum": 1, "maximum": 2**31 - 1},
    },
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "properties": {"start": PLACE, "end": PLACE},
    "additionalProperties": False,
}
TEXT = {"type": "string"}


def message(required: str, **properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


SOURCE = message("name", name=TEXT, url=TEXT)
SCHEMA = message(
    "diagnostics source",
    source=SOURCE,
    diagnostics={
        "type": "array",
        "items": message(
            "message location severity code",
            message=TEXT,
            location=message("path range", path=TEXT, range=RANGE),
            severity={"enum": ["ERROR", "WARNING", "INFO"]},
            code=message("value", value=TEXT, url=TEXT),
            suggestions={
                "type": "array",
                "items": message("range text", range=RANGE, text={"type": "string"}),
            },
        ),
    },
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def written(report: Report) -> dict[str, Any]:
    data = json.loads("".join(rdjson_report(report)).encode("utf-8"))
    VALIDATOR.validate(data)
    return data


def test_every_finding_is_a_diagnostic_at_its_place() -> None:
    data = written(ci_report())
    assert len(data["diagnostics"]) == len(ci_report().diagnostics)
    assert {each["severity"] for each in data["diagnostics"]} == {"ERROR", "WARNING", "INFO"}


@given(hostile_reports())
def test_whatever_is_found_the_report_is_valid(report: Report) -> None:
    written(report)


def test_a_safe_fix_is_a_suggestion_whose_columns_count_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_clean(tmp_path / "course")
    monkeypatch.chdir(root)
    line = "Für 𐐀: then read [the next module](../2_file/readme.md)."
    (root / FIRST).write_text(f"{readme('Start')}\n{line}\n")
    answer = invoke("check", "--output-format", "rdjson", "--no-cache")
    data = json.loads(answer.stdout)
    VALIDATOR.validate(data)
    [found] = data["diagnostics"]
    assert (found["code"]["value"], found["location"]["path"]) == ("CL301 broken-link", FIRST)
    [suggestion] = found["suggestions"]
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    raw = (root / FIRST).read_bytes().split(b"\n")[start["line"] - 1]
    fixed = raw[: start["column"] - 1] + suggestion["text"].encode() + raw[end["column"] - 1 :]
    assert fixed.decode() == line.replace("2_file/", "2_files/")


def test_a_clean_run_has_no_diagnostics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_clean(tmp_path / "course"))
    answer = invoke("check", "--output-format", "rdjson", "--no-cache")
    assert json.loads(answer.stdout) == {"source": {"name": "curriculum-lint"}, "diagnostics": []}


def test_the_sample_of_the_documentation_is_valid() -> None:
    shown = [each.text for each in snippets(ROOT / "docs/output-formats.md") if "rdjson" not in each.text and '"source": {"name"' in each.text]  # fmt: skip
    assert len(shown) == 1
    VALIDATOR.validate(json.loads(shown[0]))
