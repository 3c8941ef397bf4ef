"""GitHub annotations, and the report for people below them in the log."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

from ..changes.edit import Fix, Safety
from ..check.diagnostic import Diagnostic, Severity
from ..text.escape import printable
from .annotations import to_annotate
from .summary import Report
from .text import text_report
from .workflow_command import workflow_command

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

#: The platform cuts a message at 4096 characters; there must be room for a last sentence.
_LONGEST = 3500


def github_report(report: Report) -> Iterator[str]:
    """One workflow command for each annotation, then the report as text.

    The text quotes files, so no command is obeyed in it: only who knows the token could end that.
    """
    for severity in Severity:
        yield from _annotations(report, severity)
    token = secrets.token_hex(16)
    yield f"::stop-commands::{token}\n"
    yield from text_report(report)
    yield f"::{token}::\n"


def _annotations(report: Report, severity: Severity) -> Iterator[str]:
    found = [each for each in report.diagnostics if each.severity is severity]
    shown = to_annotate(found)
    for number, diagnostic in enumerate(shown, start=1):
        message = _message(diagnostic)
        if number == len(shown) < len(found):
            message += f"\n\n{_more(len(found) - len(shown), severity)}"
        yield workflow_command(_KINDS[severity], _properties(diagnostic, report), message)


def _properties(diagnostic: Diagnostic, report: Report) -> dict[str, str | int]:
    path, start, end = diagnostic.place
    properties: dict[str, str | int] = {
        "title": printable(f"{diagnostic.code} {diagnostic.name}"),
        "file": printable(report.repository.file_of(path)),
        "line": start.line,
        "endLine": end.line,
    }
    if start.line == end.line:  # the platform takes no columns of several lines
        properties |= {"col": start.column, "endColumn": end.column}
    return properties


def _message(diagnostic: Diagnostic) -> str:
    lines = [diagnostic.message, diagnostic.help or ""]
    if diagnostic.fix is not None:
        lines.append(_remedy(diagnostic.fix))
    text = "\n".join(printable(line) for line in lines if line)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _remedy(fix: Fix) -> str:
    options = "--fix" if fix.safety is Safety.SAFE else "--fix --unsafe-fixes"
    return f"`curriculum-lint check {options}` repairs it: {fix.title}"


def _more(count: int, severity: Severity) -> str:
    found = f"1 more {severity} is" if count == 1 else f"{count} more {severity}s are"
    return f"{found} not shown here: the log of this step lists them all."
