"""The last line of a report for people: what was found, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from .summary import Report, Summary


def closing_line(report: Report) -> str:
    """One sentence or two, without a line ending."""
    summary = report.summary
    return _found(report) if summary.total or summary.hidden else _clean(summary)


def _clean(summary: Summary) -> str:
    if not summary.files:
        return "No files to check."
    checked = [
        _plural(summary.modules, "module"),
        _plural(summary.subsections, "subsection"),
        _plural(summary.exercises, "exercise"),
    ]
    return (
        f"No findings in {_plural(summary.files, 'file')}: "
        f"{_listed(checked)} checked in {summary.seconds:.2f} s."
    )


def _found(report: Report) -> str:
    summary = report.summary
    kinds = {"error": summary.errors, "warning": summary.warnings, "info": summary.infos}
    found = [_plural(count, kind) for kind, count in kinds.items() if count]
    files = len({diagnostic.place.path for diagnostic in report.diagnostics})
    parts = [f"Found {_listed(found)} in {_plural(files, 'file')}{_remedy(summary)}."] * bool(found)
    if summary.hidden:
        parts.append(f"{summary.hidden} more not shown: a limit was reached.")
    return " ".join(parts)


def _remedy(summary: Summary) -> str:
    safe, unsafe, total = summary.fixable, summary.unsafe_fixable, summary.total
    if safe and unsafe:
        return f"; {safe} can be fixed with --fix, {unsafe} more with --fix --unsafe-fixes"
    if safe:
        return f"; {_share(safe, total)} can be fixed with --fix"
    if unsafe:
        return f"; {_share(unsafe, total)} can be fixed with --fix --unsafe-fixes"
    return ""


def _share(part: int, total: int) -> str:
    if part < total:
        return str(part)
    return {1: "it", 2: "both"}.get(total, "all")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
