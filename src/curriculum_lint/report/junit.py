"""JUnit XML: a test suite for each file, a test case for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic
from ..settings.severity import Severity
from ..text.escape import printable
from .cut import cut_notice
from .summary import Report

_ALL_WELL = (
    '<testsuite name="curriculum-lint" tests="1" failures="0" errors="0">\n'
    '<testcase classname="curriculum-lint" name="no findings"/>\n'
    "</testsuite>\n"
)


def junit_report(report: Report) -> Iterator[str]:
    """The report as XML; without a finding there is one case, and it passes.

    The counts are those of everything, listed or not.

    Errors and warnings are failures; an info is a case that passes and says something.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="curriculum-lint" {_counts(report.found)}>\n'
    for path, group in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.place.path):
        yield from _suite(path, list(group), report.repository.file_of(path))
    if not report.diagnostics:
        yield _ALL_WELL
    if report.cut:
        yield from _unlisted(report)
    yield "</testsuites>\n"


def _suite(path: str, diagnostics: Sequence[Diagnostic], file: str) -> Iterator[str]:
    yield f"<testsuite name={_quoted(path)} {_counts(diagnostics)}>\n"
    for diagnostic in diagnostics:
        start = diagnostic.place.start
        name = f"{diagnostic.code} {diagnostic.name} ({start.line}:{start.column})"
        where = f'file={_quoted(file)} line="{start.line}"'
        yield f"<testcase classname={_quoted(path)} name={_quoted(name)} {where}>\n"
        yield f"{_outcome(diagnostic)}\n</testcase>\n"
    yield "</testsuite>\n"


def _unlisted(report: Report) -> Iterator[str]:
    """A suite that counts what is not listed, so that the totals are true."""
    notice = cut_notice(report.cut, report.summary.total)
    yield f'<testsuite name="not listed" {_counts(report.cut)}>\n'
    yield f"<system-out>{escape(notice, quote=False)}</system-out>\n</testsuite>\n"


def _counts(diagnostics: Sequence[Diagnostic]) -> str:
    elements = [_element(diagnostic) for diagnostic in diagnostics]
    failures, errors = elements.count("failure"), elements.count("error")
    return f'tests="{len(elements) or 1}" failures="{failures}" errors="{errors}"'


def _element(diagnostic: Diagnostic) -> str:
    if diagnostic.code == INTERNAL_ERROR:
        return "error"
    return "system-out" if diagnostic.severity is Severity.INFO else "failure"


def _outcome(diagnostic: Diagnostic) -> str:
    element = _element(diagnostic)
    about = f" type={_quoted(diagnostic.severity)} message={_quoted(diagnostic.message)}"
    return f"<{element}{about if element != 'system-out' else ''}>{_body(diagnostic)}</{element}>"


def _body(diagnostic: Diagnostic) -> str:
    path, start, _ = diagnostic.place
    lines = [f"{path}:{start.line}:{start.column}", diagnostic.message, diagnostic.help or ""]
    return "\n".join(escape(printable(line), quote=False) for line in lines if line)


def _quoted(text: str) -> str:
    """``text`` as the value of an attribute; XML 1.0 has no way to write a control character."""
    return f'"{escape(printable(text))}"'
