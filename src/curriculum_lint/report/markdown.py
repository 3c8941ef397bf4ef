"""A summary in Markdown: the verdict, tables, and every finding folded away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from ..check.diagnostic import Diagnostic
from ..text.phrases import counted, listed
from .closing import by_severity, closing_line
from .markdown_tables import file_table, gravity, rule_table, totals_table, worst_first
from .markdown_text import in_html, prose
from .summary import Report, Summary

#: In bytes. GitHub refuses a summary beyond 1 MiB as a whole.
LIMIT = 1_000_000

_NOTE = "\nThe summary ends here, for it would grow too long. The log has all that is listed.\n"
_OPTIONS = re.compile(r"--[a-z-]+( --[a-z-]+)*")
_IN_A_FILE = 50
_LONGEST = 1000


def markdown_report(report: Report, limit: int = LIMIT) -> Iterator[str]:
    """The summary, cut before the first part with which it would be longer than ``limit`` bytes."""
    left = limit - len(_NOTE.encode())
    for part in _parts(report):
        left -= len(part.encode())
        if left < 0:
            yield _NOTE
            return
        yield part


def _parts(report: Report) -> Iterator[str]:
    """Each part is whole: nothing in it is left open."""
    yield f"## {_headline(report.summary)}\n\n"
    if report.diagnostics or report.summary.baselined:
        yield _OPTIONS.sub(r"`\g<0>`", closing_line(report)) + "\n\n"
    yield from _joined(totals_table(report.summary))
    if not report.diagnostics:
        return
    groups = worst_first(report)
    yield from _joined(["\n### Files\n\n", *file_table(groups, report)])
    yield from _joined(["\n### Rules\n\n", *rule_table(report)])
    yield "\n### Findings\n"
    cut = set(report.cut)
    for path, diagnostics in groups:
        yield from _joined(_folded(path, diagnostics, cut, report))


def _joined(chunks: Iterable[str]) -> Iterator[str]:
    yield "".join(chunks)


def _headline(summary: Summary) -> str:
    found = by_severity(summary.errors, summary.warnings, summary.infos)
    if not found:
        return "✅ curriculum-lint: no findings"
    sign = "❌" if summary.errors else "⚠️" if summary.warnings else "ℹ️"
    return f"{sign} curriculum-lint: {listed(found)}"


def _folded(
    path: str, diagnostics: Sequence[Diagnostic], cut: Set[Diagnostic], report: Report
) -> Iterator[str]:
    found = listed(by_severity(*gravity(diagnostics)))
    yield f"\n<details>\n<summary>{in_html(path)}: {found}</summary>\n\n"
    listed_here = [each for each in diagnostics if each not in cut][:_IN_A_FILE]
    for diagnostic in listed_here:
        yield f"{_item(diagnostic, report)}\n"
    if len(diagnostics) > len(listed_here):
        yield f"- and {counted(len(diagnostics) - len(listed_here), 'more finding')}\n"
    yield "\n</details>\n"


def _item(diagnostic: Diagnostic, report: Report) -> str:
    start = diagnostic.place.start
    file = report.repository.file_of(diagnostic.place.path)
    place = report.web.to_line(f"{start.line}:{start.column}", file, start.line)
    rule = report.web.to_rule(diagnostic.code, diagnostic.name)
    advice = f" {prose(diagnostic.help[:_LONGEST])}" if diagnostic.help else ""
    message = prose(diagnostic.message[:_LONGEST])
    return f"- {place} **{diagnostic.severity}** {rule}: {message}{advice}"
