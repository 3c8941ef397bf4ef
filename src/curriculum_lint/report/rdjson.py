"""The Reviewdog Diagnostic Format: findings as review comments, with suggestions to apply.

Its columns count bytes of UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..check.diagnostic import Diagnostic
from ..edits.edit import Edit, Fix, Safety
from ..settings.severity import Severity
from ..text.escape import printable
from ..text.source import Position
from .cut import cut_notice
from .json_text import dumped, encodable
from .summary import Report

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def rdjson_report(report: Report) -> Iterator[str]:
    """The report as one ``DiagnosticResult``, a finding a line."""
    yield '{"source": {"name": "curriculum-lint"}, "diagnostics": ['
    separator = "\n"
    for diagnostic in report.diagnostics:
        yield f"{separator}{dumped(_entry(diagnostic, report))}"
        separator = ",\n"
    if report.cut:
        yield f"{separator}{dumped(_notice(report))}"
    yield "\n]}\n" if report.diagnostics else "]}\n"


def _entry(diagnostic: Diagnostic, report: Report) -> dict[str, Any]:
    path, start, end = diagnostic.place
    return {
        "message": printable(" ".join(filter(None, (diagnostic.message, diagnostic.help)))),
        "location": {
            "path": encodable(report.repository.file_of(path)),
            "range": _range(path, start, end, report),
        },
        "severity": _SEVERITIES[diagnostic.severity],
        "code": _code(diagnostic, report),
        "suggestions": [_suggestion(edit, report) for edit in _alone(diagnostic)],
    }


def _notice(report: Report) -> dict[str, Any]:
    """What is not listed, at the first place of it."""
    said = cut_notice(report.cut, report.summary.total)
    first = report.cut[0]._replace(message=said, help=None, severity=Severity.INFO, fix=None)
    return _entry(first, report) | {"code": {"value": "limits"}}


def _code(diagnostic: Diagnostic, report: Report) -> dict[str, str]:
    page = report.web.rule_page(diagnostic.code)
    value = printable(f"{diagnostic.code} {diagnostic.name}")
    return {"value": value, **({"url": page} if page else {})}


def _alone(diagnostic: Diagnostic) -> tuple[Edit, ...]:
    """The edit of a safe fix that one suggestion can make: it is the only one, and in this file."""
    fix: Fix | None = diagnostic.fix
    if fix is None or fix.safety is not Safety.SAFE or fix.moves or fix.writes:
        return ()
    is_alone = len(fix.edits) == 1 and fix.edits[0].path == diagnostic.place.path
    return fix.edits if is_alone else ()


def _suggestion(edit: Edit, report: Report) -> dict[str, Any]:
    start, end = (report.position_of(edit.path, each) for each in (edit.start, edit.end))
    return {"range": _range(edit.path, start, end, report), "text": encodable(edit.text)}


def _range(path: str, start: Position, end: Position, report: Report) -> dict[str, Any]:
    return {"start": _place(path, start, report), "end": _place(path, end, report)}


def _place(path: str, at: Position, report: Report) -> dict[str, int]:
    before = (report.source_line(path, at.line) or "")[: at.column - 1]
    return {"line": at.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
