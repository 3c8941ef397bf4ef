"""A GitLab Code Quality report: a JSON array, one finding a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic
from ..settings.severity import Severity
from ..text.escape import printable
from .cut import cut_notice
from .fingerprint import fingerprints
from .json_text import dumped, encodable
from .summary import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(report: Report) -> Iterator[str]:
    """The report as the array that ``artifacts:reports:codequality`` takes."""
    yield "["
    separator = "\n"
    prints = fingerprints(report.diagnostics, report)
    for diagnostic, fingerprint in zip(report.diagnostics, prints, strict=True):
        yield f"{separator}{dumped(_entry(diagnostic, fingerprint, report))}"
        separator = ",\n"
    if report.cut:
        yield f"{separator}{dumped(_notice(report))}"
    yield "\n]\n" if report.diagnostics else "]\n"


def _notice(report: Report) -> dict[str, Any]:
    """What is not listed, at the first place of it: the array has no other room for words."""
    said = cut_notice(report.cut, report.summary.total)
    at = report.cut[0]._replace(code="limits", message=said, help=None, severity=Severity.INFO)
    (fingerprint,) = fingerprints([at], report)
    return _entry(at, fingerprint, report) | {"check_name": "limits"}


def _entry(diagnostic: Diagnostic, fingerprint: str, report: Report) -> dict[str, Any]:
    return {
        "description": _description(diagnostic),
        "check_name": printable(f"{diagnostic.code} {diagnostic.name}"),
        "fingerprint": fingerprint,
        "severity": _severity(diagnostic),
        "location": {
            "path": encodable(report.repository.file_of(diagnostic.place.path)),
            "lines": {"begin": diagnostic.place.start.line},
        },
    }


def _description(diagnostic: Diagnostic) -> str:
    parts = (diagnostic.message, diagnostic.help or "")
    return printable(" ".join(part for part in parts if part)) or "-"


def _severity(diagnostic: Diagnostic) -> str:
    return "blocker" if diagnostic.code == INTERNAL_ERROR else _SEVERITIES[diagnostic.severity]
