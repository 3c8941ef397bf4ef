"""The format for people: grouped by file, with the source line and what to do about it.

Of more findings than one reads that way, each cause is told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic, Place
from ..text.escape import printable
from .closing import closing_line
from .color import INK_OF, Ink, Paint, painter
from .grouped import grouped_report, is_long, next_steps
from .hyperlink import hyperlink
from .snippet import snippet
from .summary import Report
from .web_links import uri


def text_report(report: Report) -> Iterator[str]:
    """One chunk a file heading, a diagnostic and the closing line."""
    paint = painter(color=report.color)
    if is_long(report):
        yield from grouped_report(report, paint)
        yield f"{paint(closing_line(report._replace(cut=())), Ink.STRONG)}\n"
        yield from (f"{line}\n" for line in next_steps(report))
        return
    yield from text_findings(report, paint)
    ink = Ink.STRONG if report.diagnostics else Ink.GOOD
    yield f"{paint(closing_line(report), ink)}\n"
    yield from (f"{line}\n" for line in _further(report))


def text_findings(report: Report, paint: Paint) -> Iterator[str]:
    """The findings of ``report`` one by one, below the names of their files."""
    for path, group in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.place.path):
        yield f"{_file(path, report, paint)}\n\n"
        for diagnostic in group:
            lines = _diagnostic_lines(diagnostic, report, paint)
            yield "".join(f"{line}\n" for line in lines) + "\n"


def _further(report: Report) -> Iterator[str]:
    """How to learn more about what was found."""
    found = [each for each in report.diagnostics if each.code != INTERNAL_ERROR]
    if found:
        gravest = min(found, key=lambda each: each.severity.rank)
        yield f"More about a rule: `curriculum-lint rule {printable(gravest.code)}`."


def _diagnostic_lines(diagnostic: Diagnostic, report: Report, paint: Paint) -> Iterator[str]:
    yield f"  {_headline(diagnostic, report, paint)}"
    yield f"    {paint(printable(diagnostic.message), Ink.STRONG)}"
    for line in _source_lines(diagnostic, report, paint):
        yield f"    {line}"
    for line in _advice_lines(diagnostic, paint):
        yield f"    {line}"


def _file(path: str, report: Report, paint: Paint) -> str:
    address = f"{report.folder_uri}{uri(path)}" if report.folder_uri else ""
    return hyperlink(paint(printable(path), Ink.STRONG), address)


def _headline(diagnostic: Diagnostic, report: Report, paint: Paint) -> str:
    start = diagnostic.place.start
    severity = paint(diagnostic.severity, INK_OF[diagnostic.severity])
    rule = paint(f"{printable(diagnostic.code)} {printable(diagnostic.name)}", Ink.FAINT)
    page = report.web.rule_page(diagnostic.code) if report.folder_uri else ""
    return f"{start.line}:{start.column} {severity} {hyperlink(rule, page)}"


def _source_lines(diagnostic: Diagnostic, report: Report, paint: Paint) -> Iterator[str]:
    start, end = diagnostic.place.start, diagnostic.place.end
    line = report.source_line(diagnostic.place.path, start.line)
    if line is None or not line.strip("\r\n"):
        return
    last = end.column - 1 if end.line == start.line else len(line)
    source, carets = snippet(line, start.column - 1, last, report.width)
    number = str(start.line)
    yield f"{paint(f'{number} |', Ink.FAINT)} {source}".rstrip()
    gutter = paint(f"{' ' * len(number)} |", Ink.FAINT)
    yield f"{gutter} {paint(carets, INK_OF[diagnostic.severity])}"


def _advice_lines(diagnostic: Diagnostic, paint: Paint) -> Iterator[str]:
    if diagnostic.help:
        yield f"{paint('help:', Ink.HELP)} {printable(diagnostic.help)}"
    for place, message in diagnostic.related:
        yield f"{paint('see:', Ink.HELP)} {_place(place)}: {printable(message)}"
    if diagnostic.fix:
        safety = paint(f"[{diagnostic.fix.safety}]", Ink.FAINT)
        yield f"{paint('fix:', Ink.HELP)} {printable(diagnostic.fix.title)} {safety}"


def _place(place: Place) -> str:
    return f"{printable(place.path)}:{place.start.line}:{place.start.column}"
