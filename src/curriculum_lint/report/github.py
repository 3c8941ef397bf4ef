"""GitHub annotations, and the report for people below them in the log."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator, Sequence

from ..check.concern import Concern
from ..check.diagnostic import Diagnostic
from ..edits.edit import Fix, Safety
from ..settings.severity import Severity
from ..text.escape import printable
from ..text.phrases import counted, listed
from .annotations import to_annotate
from .summary import Report
from .text import text_report
from .workflow_command import workflow_command

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

#: The platform cuts a message at 4096 characters; there must be room for a last sentence.
_LONGEST = 3500

#: The last sentence names so many of the files that hold what is not shown.
_NAMED = 3
_LONGEST_PATH = 80


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
    found = [each for each in report.found if each.severity is severity]
    shown = to_annotate(found)
    for number, diagnostic in enumerate(shown, start=1):
        message = _message(diagnostic)
        if number == len(shown) < len(found):
            left = Counter(found) - Counter(shown)
            message += f"\n\n{_more(list(left.elements()), severity, report)}"
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


def _more(left: Sequence[Diagnostic], severity: Severity, report: Report) -> str:
    """How many are not shown, and in which files most of them are."""
    found = counted(len(left), f"more {severity} is", f"more {severity}s are")
    touched = sum(each.concern is Concern.TOUCHED for each in left)
    new = f", {touched:,} of them at changed lines" if touched else ""
    cut = sum(each.severity is severity for each in report.cut)
    lists = f"all but {cut:,} of all {severity}s" if cut else "them all"
    return (
        f"{found} not shown here{new}: {_where(left, report)}. The log of this step lists {lists}."
    )


def _where(left: Sequence[Diagnostic], report: Report) -> str:
    """``3 in `a.md` and 2 in 2 other files``: the files of the change first, then the fullest."""
    counts: Counter[str] = Counter()
    closest: dict[str, Concern] = {}
    for each in left:
        path = report.repository.file_of(each.place.path)
        counts[path] += 1
        closest[path] = min(each.concern, closest.get(path, each.concern))
    files = sorted(counts, key=lambda path: (closest[path], -counts[path]))
    parts = [f"{counts[path]:,} in {_short(path)}" for path in files[:_NAMED]]
    others = files[_NAMED:]
    if others:
        total = sum(counts[path] for path in others)
        parts.append(f"{total:,} in {counted(len(others), 'other file')}")
    return listed(parts)


def _short(path: str) -> str:
    """The end of a path says more than its beginning."""
    shown = printable(path)
    return f"`{shown}`" if len(shown) <= _LONGEST_PATH else f"`…{shown[-_LONGEST_PATH:]}`"
