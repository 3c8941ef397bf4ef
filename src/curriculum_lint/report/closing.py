"""The last line of a report for people: what was found, and what can be done about it."""

from __future__ import annotations

from ..text.phrases import counted, listed
from .summary import Report, Summary


def closing_line(report: Report) -> str:
    """One sentence or two, without a line ending."""
    summary = report.summary
    return _found(report) if summary.total else _clean(summary)


def _clean(summary: Summary) -> str:
    if not summary.files:
        return "No files to check."
    new = "new " if summary.baselined else ""
    checked = [
        counted(summary.modules, "module"),
        counted(summary.subsections, "subsection"),
        counted(summary.exercises, "exercise"),
    ]
    return (
        f"No {new}findings in {counted(summary.files, 'file')}: "
        f"{listed(checked)} checked in {summary.seconds:.2f} s.{_baselined(summary)}"
    )


def by_severity(errors: int, warnings: int, infos: int) -> list[str]:
    """``2 errors``, ``1 info``: what there is any of, the gravest first."""
    kinds = {"error": errors, "warning": warnings, "info": infos}
    return [counted(count, kind) for kind, count in kinds.items() if count]


def _found(report: Report) -> str:
    summary = report.summary
    found = by_severity(summary.errors, summary.warnings, summary.infos)
    files = len({diagnostic.place.path for diagnostic in report.found})
    said = f"Found {listed(found)} in {counted(files, 'file')}{_remedy(summary)}."
    return f"{said}{_cut(len(report.cut))}{_baselined(summary)}"


def _cut(count: int) -> str:
    if not count:
        return ""
    verb, them = ("is", "it") if count == 1 else ("are", "them")
    return (
        f" {count:,} of them {verb} not listed, because a limit was reached; "
        f"--statistics counts {them} as well."
    )


def _baselined(summary: Summary) -> str:
    if not summary.baselined:
        return ""
    verb = "is" if summary.baselined == 1 else "are"
    return f" {counted(summary.baselined, 'known finding')} {verb} hidden by the baseline."


def _remedy(summary: Summary) -> str:
    safe, unsafe, total = summary.fixable, summary.unsafe_fixable, summary.total
    if safe and unsafe:
        return f"; {safe:,} can be fixed with --fix, {unsafe:,} more with --fix --unsafe-fixes"
    if safe:
        return f"; {_share(safe, total)} can be fixed with --fix"
    if unsafe:
        return f"; {_share(unsafe, total)} can be fixed with --fix --unsafe-fixes"
    return ""


def _share(part: int, total: int) -> str:
    if part < total:
        return f"{part:,}"
    return {1: "it", 2: "both"}.get(total, "all")
