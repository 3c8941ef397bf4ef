"""The JSON report. Its shape is described by the models in `report/model.py`.

One diagnostic a line, and ASCII only: any encoding carries it, `grep` and `diff` work on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..changes.edit import Edit, Fix
from ..check.diagnostic import Diagnostic, Place, Related
from ..text.source import Position
from .summary import Report

_VERSION = 1
_SUMMARY = (
    *("files", "modules", "subsections", "exercises"),
    *("errors", "warnings", "infos", "fixable"),
)

#: Valid JSON for Python, and an error or a loss for most other parsers.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_report(report: Report) -> Iterator[str]:
    """The report as JSON text: the same diagnostics always give the same bytes."""
    yield f'{{"version": {_VERSION},\n'
    yield f'"tool": {_dumped({"name": "curriculum-lint", "version": report.version})},\n'
    yield f'"summary": {_dumped({key: getattr(report.summary, key) for key in _SUMMARY})},\n'
    yield '"diagnostics": ['
    separator = "\n"
    for diagnostic in report.diagnostics:
        yield f"{separator}{_dumped(_diagnostic(diagnostic, report))}"
        separator = ",\n"
    yield "\n]}\n" if report.diagnostics else "]}\n"


def _diagnostic(diagnostic: Diagnostic, report: Report) -> dict[str, Any]:
    fix = diagnostic.fix
    return {
        "code": _text(diagnostic.code),
        "name": _text(diagnostic.name),
        "severity": diagnostic.severity,
        "message": _text(diagnostic.message),
        **_place(diagnostic.place),
        "help": None if diagnostic.help is None else _text(diagnostic.help),
        "fix": None if fix is None else _fix(fix, report),
        "related": [_related(related) for related in diagnostic.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"path": _text(place.path), **_range(place.start, place.end)}


def _range(start: Position, end: Position) -> dict[str, int]:
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _related(related: Related) -> dict[str, Any]:
    return {**_place(related.place), "message": _text(related.message)}


def _fix(fix: Fix, report: Report) -> dict[str, Any]:
    return {
        "title": _text(fix.title),
        "safety": fix.safety,
        "edits": [_edit(edit, report) for edit in fix.edits],
    }


def _edit(edit: Edit, report: Report) -> dict[str, Any]:
    start, end = (report.position_of(edit.path, offset) for offset in (edit.start, edit.end))
    return {
        "path": _text(edit.path),
        "start": edit.start,
        "end": edit.end,
        **_range(start, end),
        "text": _text(edit.text),
    }


def _text(text: str) -> str:
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _dumped(value: dict[str, Any]) -> str:
    # Both occur in JSON strings only, where an escape means the same: printed in a workflow, the
    # first would be a command; the second is the one control character that `json` leaves as is.
    return json.dumps(value).replace("##[", "#\\u0023[").replace("\x7f", "\\u007f")
