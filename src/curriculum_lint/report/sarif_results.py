"""Diagnostics as SARIF results, with their fixes."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from ..check.diagnostic import Diagnostic
from ..edits.edit import Edit, Fix
from ..settings.severity import Severity
from .json_text import encodable
from .sarif_places import artifact, location, message_text, region
from .summary import Report

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def result(
    diagnostic: Diagnostic, fingerprint: str, rule_index: int, report: Report
) -> dict[str, Any]:
    """One result; ``rule_index`` is the place of its rule in the list of the run."""
    found: dict[str, Any] = {
        "ruleId": message_text(diagnostic.code),
        "ruleIndex": rule_index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": _message(diagnostic)},
        "locations": [location(diagnostic.place, report)],
        # The only key that GitHub looks at.
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if diagnostic.related:
        found["relatedLocations"] = [
            {
                "id": number,
                **location(place, report),
                "message": {"text": message_text(message) or "-"},
            }
            for number, (place, message) in enumerate(diagnostic.related, start=1)
        ]
    if diagnostic.fix is not None and _is_edits_only(diagnostic.fix):
        found["fixes"] = [_fix(diagnostic.fix, report)]
    return found


def _message(diagnostic: Diagnostic) -> str:
    """What is wrong, and what to do about it; a message may not be empty."""
    lines = [message_text(each) for each in (diagnostic.message, diagnostic.help or "") if each]
    return "\n".join(lines) or "-"


def _is_edits_only(fix: Fix) -> bool:
    """SARIF has no words for anything else, and half a fix is none."""
    return bool(fix.edits) and not fix.moves and not fix.writes


def _fix(fix: Fix, report: Report) -> dict[str, Any]:
    by_file = groupby(sorted(fix.edits), key=lambda edit: edit.path)
    return {
        "description": {"text": message_text(f"{fix.title} ({fix.safety})")},
        "artifactChanges": [
            {
                "artifactLocation": artifact(path, report),
                "replacements": [_replacement(edit, report) for edit in edits],
            }
            for path, edits in by_file
        ],
    }


def _replacement(edit: Edit, report: Report) -> dict[str, Any]:
    start, end = (report.position_of(edit.path, offset) for offset in (edit.start, edit.end))
    deleted = {"deletedRegion": region(start, end)}
    return deleted | {"insertedContent": {"text": encodable(edit.text)}} if edit.text else deleted
