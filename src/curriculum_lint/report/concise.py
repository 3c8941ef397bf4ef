"""One line for each diagnostic, as editors and `grep` like it."""

from __future__ import annotations

from collections.abc import Iterator

from ..check.diagnostic import Diagnostic
from ..text.escape import printable
from .closing import closing_line
from .summary import Report


def concise_report(report: Report) -> Iterator[str]:
    """``path:line:column: CODE message`` for each diagnostic, then the closing line."""
    for diagnostic in report.diagnostics:
        yield f"{concise_line(diagnostic)}\n"
    yield f"{closing_line(report)}\n"


def concise_line(diagnostic: Diagnostic) -> str:
    """``path:line:column: CODE message``, without a line ending."""
    path, start, _ = diagnostic.place
    # The whole line is escaped at once: a path such as ":" is harmless alone, not before a colon.
    return printable(f"{path}:{start.line}:{start.column}: {diagnostic.code} {diagnostic.message}")
