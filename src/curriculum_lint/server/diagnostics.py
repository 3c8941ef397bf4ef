"""Diagnostics as editors show them."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from ..check.diagnostic import Diagnostic
from ..settings.errors import Problem
from ..settings.severity import Severity
from .view import CurriculumView

SOURCE = "curriculum-lint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics_by_uri(
    found: Iterable[Diagnostic], view: CurriculumView
) -> dict[str, list[types.Diagnostic]]:
    """What was found, by the address of the file that it is in."""
    shown: dict[str, list[types.Diagnostic]] = {}
    for each in found:
        shown.setdefault(view.uri(each.place.path), []).append(to_lsp(each, view))
    return shown


def to_lsp(each: Diagnostic, view: CurriculumView) -> types.Diagnostic:
    """One diagnostic."""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(view.uri(note.place.path), view.range_of(note.place)), note.message
        )
        for note in each.related
    ]
    return types.Diagnostic(
        range=view.range_of(each.place),
        message=f"{each.message}\n{each.help}" if each.help else each.message,
        severity=_SEVERITIES[each.severity],
        code=each.code,
        source=SOURCE,
        related_information=related or None,
        data={"name": each.name},
    )


def problem_to_lsp(problem: Problem) -> types.Diagnostic:
    """What is wrong in a configuration file: the whole line, where it is known."""
    line = (problem.line or 1) - 1
    start = types.Position(line, (problem.column or 1) - 1)
    return types.Diagnostic(
        range=types.Range(start, types.Position(line + 1, 0)),
        message=problem.message,
        severity=types.DiagnosticSeverity.Error,
        code="configuration",
        source=SOURCE,
    )
