"""The JSON report. Its shape is described by the models in `report/model.py`.

One diagnostic a line, and ASCII only: any encoding carries it, `grep` and `diff` work on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..check.diagnostic import Diagnostic, Place, Related
from ..edits.edit import Edit, Fix, Move, Write
from ..text.source import Position
from .cut import count_rules
from .json_text import dumped, encodable
from .summary import Report, in_order

_VERSION = 1
_SUMMARY = (
    *("files", "modules", "subsections", "exercises"),
    *("errors", "warnings", "infos", "fixable"),
)


def json_report(report: Report) -> Iterator[str]:
    """The report as JSON text: the same diagnostics always give the same bytes."""
    yield f'{{"version": {_VERSION},\n'
    yield f'"tool": {dumped({"name": "curriculum-lint", "version": report.version})},\n'
    yield f'"summary": {dumped(summary_data(report))},\n'
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


def summary_data(report: Report) -> dict[str, Any]:
    """The figures of a run, as the report has them."""
    summary = report.summary
    data: dict[str, Any] = {key: getattr(summary, key) for key in _SUMMARY}
    if summary.baselined is not None:
        data["baselined"] = summary.baselined
    if report.cut:
        rules = {encodable(code): count for code, count in count_rules(report.cut).items()}
        data |= {"shown": len(report.diagnostics), "cut": len(report.cut), "cut_by_rule": rules}
    return data


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
