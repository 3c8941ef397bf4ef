from __future__ import annotations

import json
import re

import jsonschema
import pytest
import referencing
from hypothesis import given

from curriculum_lint.report.json_format import json_report
from curriculum_lint.report.model import ReportModel, report_schema
from curriculum_lint.report.summary import Report

from .sample import HTTP, TEXTS, report
from .test_people_formats import hostile_reports

VALIDATOR = jsonschema.Draft202012Validator(report_schema(), registry=referencing.Registry())


def _written(given_report: Report) -> str:
    return "".join(json_report(given_report))


def test_the_schema_is_a_valid_schema_that_describes_every_field() -> None:
    schema = report_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, definition in {"Report": schema, **schema["$defs"]}.items():
        for key, field in definition.get("properties", {}).items():
            assert "description" in field or "$ref" in field, f"{name}.{key}"


@pytest.mark.parametrize("diagnostics", [(), report().diagnostics])
def test_a_report_matches_schema_and_model_and_nothing_is_left_out(diagnostics) -> None:
    written = _written(report(diagnostics=diagnostics))
    data = json.loads(written)
    VALIDATOR.validate(data)
    model = ReportModel.model_validate_json(written)
    assert model.model_dump(mode="json", exclude_unset=True) == data


def test_known_diagnostics_are_marked_in_their_place() -> None:
    first, second, *rest = report().diagnostics
    summary = report(diagnostics=(second, *rest)).summary._replace(baselined=1)
    given_report = report(diagnostics=(second, *rest))._replace(summary=summary, baselined=(first,))
    data = json.loads(_written(given_report))
    VALIDATOR.validate(data)
    assert data["summary"]["baselined"] == 1
    assert data["diagnostics"][0].pop("baselined") is True
    assert data["diagnostics"] == json.loads(_written(report()))["diagnostics"]


def test_the_shape_is_the_one_that_was_promised() -> None:
    data = json.loads(_written(report()))
    assert list(data) == ["version", "tool", "summary", "diagnostics"]
    assert data["tool"] == {"name": "curriculum-lint", "version": "0.1.0"}
    assert " ".join(data["summary"]) == (
        "files modules subsections exercises errors warnings infos fixable"
    )
    assert " ".join(data["diagnostics"][0]) == (
        "code name severity message path line column end_line end_column help fix related"
    )


def test_an_edit_says_the_same_in_offsets_and_in_lines() -> None:
    data = json.loads(_written(report()))
    edits = [e for d in data["diagnostics"] if d["fix"] for e in d["fix"]["edits"]]
    assert len(edits) == 4
    for edit in edits:
        assert edit["path"] == HTTP
        line = TEXTS[HTTP].split("\n")[edit["line"] - 1]
        assert edit["line"] == edit["end_line"]
        old = TEXTS[HTTP][edit["start"] : edit["end"]]
        assert line[edit["column"] - 1 : edit["end_column"] - 1] == old


def test_time_is_not_in_the_report() -> None:
    slow = report()._replace(summary=report().summary._replace(seconds=99.0))
    assert _written(slow) == _written(report())


@given(hostile_reports())
def test_any_text_gives_valid_json_without_lone_surrogates(hostile_report: Report) -> None:
    written = _written(hostile_report)
    data = json.loads(written)
    VALIDATOR.validate(data)
    json.dumps(data, ensure_ascii=False).encode()
    assert re.fullmatch(r"[ -~\n]*", written)
    assert "##[" not in written
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())


def test_ordinary_text_survives_the_way_there_and_back() -> None:
    message = 'Grüße 🎉 ##[x] "quoted"\t\\ \x7f \u2028'
    first = report().diagnostics[0]._replace(message=message)
    data = json.loads(_written(report(diagnostics=(first,))))
    assert data["diagnostics"][0]["message"] == message


def test_a_diagnostic_is_one_line() -> None:
    assert _written(report()).count("\n{") == len(report().diagnostics)
