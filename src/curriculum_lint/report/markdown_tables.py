"""The tables of the Markdown summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..check.diagnostic import Diagnostic
from ..edits.edit import Safety
from ..settings.severity import Severity
from .markdown_text import plain
from .summary import Report, Summary

#: Rows of a table; what comes after them is counted only.
ROWS = 100

Grave = tuple[int, int, int]


def totals_table(summary: Summary) -> Iterator[str]:
    """What was checked and what was found."""
    cells = [
        *(summary.files, summary.modules, summary.subsections, summary.exercises),
        *(summary.errors, summary.warnings, summary.infos, summary.fixable),
    ]
    yield "| Files | Modules | Subsections | Exercises | Errors | Warnings | Infos | Fixable |\n"
    yield "|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    yield f"| {' | '.join(str(cell) for cell in cells)} |\n"


def gravity(diagnostics: Iterable[Diagnostic]) -> Grave:
    """How many errors, warnings and infos: the greater, the worse."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.INFO]


def worst_first(report: Report) -> list[tuple[str, list[Diagnostic]]]:
    """The files with findings, each with its findings."""
    groups: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.found:
        groups.setdefault(diagnostic.place.path, []).append(diagnostic)
    return sorted(groups.items(), key=lambda item: _descending(gravity(item[1])))


def file_table(groups: Sequence[tuple[str, list[Diagnostic]]], report: Report) -> Iterator[str]:
    """A row for each file, the worst first."""
    yield "| File | Errors | Warnings | Infos | Fixable |\n|:--|--:|--:|--:|--:|\n"
    for path, diagnostics in groups[:ROWS]:
        counts = [str(count or "") for count in (*gravity(diagnostics), _fixable(diagnostics))]
        file = report.repository.file_of(path)
        name = report.web.to_line(plain(path), file, diagnostics[0].place.start.line)
        yield f"| {name} | {' | '.join(counts)} |\n"
    if len(groups) > ROWS:
        yield f"\nand {len(groups) - ROWS} more files\n"


def rule_table(report: Report) -> Iterator[str]:
    """A row for each rule that found something, the worst first."""
    summaries = {rule.code: rule.summary for rule in report.rules()}
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in report.found:
        groups.setdefault((diagnostic.code, diagnostic.name), []).append(diagnostic)
    ranked = sorted(groups.items(), key=lambda item: (_descending(gravity(item[1])), item[0]))
    yield "| Rule | Reports | Findings | Fixable |\n|:--|:--|--:|--:|\n"
    for (rule, name), diagnostics in ranked[:ROWS]:
        reports = " ".join(summaries.get(rule, "").split()).replace("|", "\\|")
        figures = f"{len(diagnostics)} | {_fixable(diagnostics) or ''}"
        yield f"| {report.web.to_rule(rule, name)} | {reports} | {figures} |\n"


def _descending(counts: Grave) -> Grave:
    errors, warnings, infos = counts
    return -errors, -warnings, -infos


def _fixable(diagnostics: Iterable[Diagnostic]) -> int:
    return sum(1 for each in diagnostics if each.fix and each.fix.safety is Safety.SAFE)
