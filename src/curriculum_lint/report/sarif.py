"""SARIF 2.1.0, as GitHub code scanning takes it. One rule and one result a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic
from .cut import cut_notice
from .fair_choice import choose_fairly
from .fingerprint import fingerprints
from .json_format import summary_data
from .json_text import dumped
from .sarif_results import result
from .sarif_rules import descriptors
from .summary import Report, in_order
from .web_links import uri

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

#: The platform refuses a run with more.
LIMIT = 25_000


def sarif_report(report: Report) -> Iterator[str]:
    """The report as a SARIF log with one run; what of too many results is not in it is said."""
    rules = descriptors(report)
    listed = set(choose_fairly((*report.diagnostics, *report.baselined), LIMIT))
    driver = dumped({"name": "curriculum-lint", "version": report.version})
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{\n'
    yield f'"tool": {{"driver": {driver[:-1]}, "rules": ['
    yield from _lines(list(rules.values()))
    yield "]}},\n"
    yield f'"automationDetails": {dumped({"id": _category(report)})},\n'
    yield f'"invocations": [{dumped(_invocation(report, listed))}],\n'
    yield from _totals(report)
    yield '"columnKind": "unicodeCodePoints",\n"results": ['
    yield from _lines(_results(report, listed, list(rules)))
    yield "]\n}]}\n"


def _lines(values: Sequence[dict[str, Any]]) -> Iterator[str]:
    separator = "\n"
    for value in values:
        yield f"{separator}{dumped(value)}"
        separator = ",\n"
    if values:
        yield "\n"


def _category(report: Report) -> str:
    """What distinguishes this run from one on another folder; it ends at the last slash."""
    folder = report.repository.folder
    return f"curriculum-lint/{uri(folder)}/" if folder else "curriculum-lint/"


def _successful(report: Report) -> bool:
    return all(diagnostic.code != INTERNAL_ERROR for diagnostic in report.found)


def _invocation(report: Report, listed: Set[Diagnostic]) -> dict[str, Any]:
    """How the run went; where results are missing, a notification says which."""
    went = {"executionSuccessful": _successful(report)}
    everything = (*report.found, *report.baselined)
    cut = [each for each in everything if each not in listed]
    if not cut:
        return went
    notice = {"level": "warning", "message": {"text": cut_notice(cut, len(everything))}}
    return went | {"toolExecutionNotifications": [notice]}


def _totals(report: Report) -> Iterator[str]:
    """The true totals, where the results do not give them."""
    if report.cut:
        yield f'"properties": {dumped({"summary": summary_data(report)})},\n'


def _results(report: Report, listed: Set[Diagnostic], codes: Sequence[str]) -> list[dict[str, Any]]:
    index = {code: number for number, code in enumerate(codes)}
    found = in_order((*report.diagnostics, *report.baselined))
    known = set(report.baselined)
    return [
        result(diagnostic, fingerprint, index[diagnostic.code], report)
        | (_state(is_known=diagnostic in known) if report.summary.baselined is not None else {})
        for diagnostic, fingerprint in zip(found, fingerprints(found, report), strict=True)
        if diagnostic in listed
    ]


def _state(*, is_known: bool) -> dict[str, Any]:
    """How SARIF marks what a baseline holds, and what it does not."""
    if not is_known:
        return {"baselineState": "new"}
    reason = {"kind": "external", "justification": "It is in the baseline."}
    return {"baselineState": "unchanged", "suppressions": [reason]}
