"""Rules as SARIF describes them. GitHub shows ``help.markdown`` beside every alert."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Any

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic
from ..check.rule import Rule
from ..settings.severity import Severity
from .rule_page import rule_page
from .sarif_places import message_text
from .sarif_results import LEVELS
from .summary import Report
from .web_links import WebLinks

#: Limit of the platform for ``fullDescription``.
LONGEST = 1024

_SEVERITIES = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
}
_FAMILIES = {
    "CL0": "run",
    "CL1": "structure",
    "CL2": "numbering",
    "CL3": "links",
    "CL4": "index",
    "CL5": "progression",
    "CL6": "text",
    "CL7": "criteria",
}


def descriptors(report: Report) -> dict[str, dict[str, Any]]:
    """By code: every rule, and what diagnostics name without there being such a rule."""
    described = {rule.code: _descriptor(rule, report.web) for rule in report.rules()}
    for diagnostic in (*report.diagnostics, *report.baselined):
        if diagnostic.code not in described:
            described[diagnostic.code] = _unknown(diagnostic)
    return dict(sorted(described.items()))


def _descriptor(rule: Rule, web: WebLinks) -> dict[str, Any]:
    page = web.rule_page(rule.code)
    why = cleandoc(rule.__doc__ or "")
    summary = f"{rule.summary[:1].upper()}{rule.summary[1:]}."
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _cut(re.sub(r"\s+", " ", why) or summary)},
        "help": {"text": f"{summary}\n\n{why}".rstrip(), "markdown": rule_page(rule)},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": ["curriculum", _FAMILIES.get(rule.code[:3], "other")],
            "precision": "medium" if rule.opt_in else "high",
            "problem.severity": _SEVERITIES[rule.severity],
        },
    }


def _unknown(diagnostic: Diagnostic) -> dict[str, Any]:
    is_internal = diagnostic.code == INTERNAL_ERROR
    words = "A fault of curriculum-lint itself." if is_internal else "A rule that is not installed."
    return {
        "id": message_text(diagnostic.code),
        "name": message_text(diagnostic.name)[:255],
        "shortDescription": {"text": words},
        "fullDescription": {"text": words},
        "help": {"text": words, "markdown": words},
        "defaultConfiguration": {"level": LEVELS[diagnostic.severity]},
        "properties": {
            "tags": ["curriculum"],
            "precision": "high",
            "problem.severity": _SEVERITIES[diagnostic.severity],
        },
    }


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rpartition(' ')[0]}…"
