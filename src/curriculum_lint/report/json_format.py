"""The JSON report. Its shape is described by the models in `report/model.py`.

One diagnostic a line, and ASCII only: any encoding carries it, `grep` and `diff` work on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..check.diagnostic import Diagnostic, Place, Related
from ..edits.edit import Edit, Fix, Move, Write
from ..text.source import Position
from .json_text import dumped, encodable
from .summary import Report, Summary, in_order

_VERSION = 1
_SUMMARY = (
    *("files", "modules", "subsections", "exercises"),
    *("errors", "warnings", "infos", "fixable"),
)


def json_report(report: Report) -> Iterator[str]:
    """The report as JSON text: the same diagnostics always give the same bytes."""
    yield f'{{"version": {_VERSION},\n'
    yield f'"tool": {dumped({"name": "curriculum-lint", "version": report.version})},\n'
    yield f'"summary": {dumped(_summary(report.summary))},\n'
    yield '"diagnostics": ['
    separator = "\n"
    known = set(report.baselined)
    for diagnostic in in_order((*report.diagnostics, *report.baselined)):
        data = _diagnostic(diagnostic, report)
        if diagnostic in known:
            data["baselined"] = True
        yield f"{separator}{dumped(data)}"
        separator = ",\n"
    yield "]}\n" if separator == "\n" else "\n]}\n"


def _summary(summary: Summary) -> dict[str, int]:
    data = {key: getattr(summary, key) for key in _SUMMARY}
    return data if summary.baselined is None else {**data, "baselined": summary.baselined}


def _diagnostic(diagnostic: Diagnostic, report: Report) -> dict[str, Any]:
    fix = diagnostic.fix
    return {
        "code": encodable(diagnostic.code),
        "name": encodable(diagnostic.name),
        "severity": diagnostic.severity,
        "message": encodable(diagnostic.message),
        **_place(diagnostic.place),
        "help": None if diagnostic.help is None else encodable(diagnostic.help),
        "fix": None if fix is None else _fix(fix, report),
        "related": [_related(related) for related in diagnostic.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"path": encodable(place.path), **_range(place.start, place.end)}


def _range(start: Position, end: Position) -> dict[str, int]:
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _related(related: Related) -> dict[str, Any]:
    return {**_place(related.place), "message": encodable(related.message)}


def _fix(fix: Fix, report: Report) -> dict[str, Any]:
    return {
        "title": encodable(fix.title),
        "safety": fix.safety,
        "edits": [_edit(edit, report) for edit in fix.edits],
        "moves": [_encodable(move) for move in fix.moves],
        "writes": [_encodable(write) for write in fix.writes],
    }


def _encodable(change: Move | Write) -> dict[str, str]:
    return {name: encodable(value) for name, value in change._asdict().items()}


def _edit(edit: Edit, report: Report) -> dict[str, Any]:
    start, end = (report.position_of(edit.path, offset) for offset in (edit.start, edit.end))
    return {
        "path": encodable(edit.path),
        "start": edit.start,
        "end": edit.end,
        **_range(start, end),
        "text": encodable(edit.text),
    }
