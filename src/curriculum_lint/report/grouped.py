"""Many findings for people: by cause, the graver ones first, in as many lines as one can read.

Equal findings are told once, with how many there are and where; every rule has a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..check.diagnostic import Diagnostic
from ..settings.severity import Severity
from ..text.escape import printable
from ..text.phrases import counted
from .color import INK_OF, Ink, Paint
from .summary import Report

#: So many findings are shown one by one, with their source lines.
MOST_SHOWN_WHOLE = 10
#: Lines of the whole report for so many Markdown files, but never fewer or more than these.
_LINES_PER_FILE = 0.22
_FEWEST_LINES, _MOST_LINES = 24, 120
_LINES_OF_CLOSING = 4
#: At most so many lines for one rule, by severity.
_MOST_OF_RULE = {Severity.ERROR: 12, Severity.WARNING: 6, Severity.INFO: 3}
_MOST_PLACES = 4
#: What differs between findings of one cause: names and texts in quotes.
_QUOTED = re.compile(r"`[^`]*`|“[^”]*”|\d+")
_LONGEST = 300


class _Cause(NamedTuple):
    """Findings of one rule that say the same, of different names."""

    findings: tuple[Diagnostic, ...]


class _Group(NamedTuple):
    """All findings of one rule and severity, by cause: the most frequent first."""

    findings: tuple[Diagnostic, ...]
    causes: tuple[_Cause, ...]

    @property
    def severity(self) -> Severity:
        """How grave they are."""
        return self.findings[0].severity


def is_long(report: Report) -> bool:
    """Whether the findings are too many to be shown one by one."""
    return not report.full and len(report.found) > MOST_SHOWN_WHOLE


def grouped_report(report: Report, paint: Paint) -> Iterator[str]:
    """One chunk a rule: what it found, and where. The closing line is not among them."""
    groups = _groups(report.found)
    lines = _shares(groups, _budget(report.summary.files))
    for group in groups:
        yield "".join(f"{line}\n" for line in _group_lines(group, lines[group.findings[0]], paint))
    yield "\n"


def next_steps(report: Report) -> Iterator[str]:
    """What to do about many findings, in a line or two."""
    code = printable(_groups(report.found)[0].findings[0].code)
    yield (
        f"Next: `check --select {code} --full` lists one rule, `--full` everything, and "
        f"`rule {code}` explains it."
    )
    if report.summary.baselined is None:
        yield "`check --update-baseline` records what is there: then only new findings count."


def _budget(files: int) -> int:
    lines = min(_MOST_LINES, max(_FEWEST_LINES, int(files * _LINES_PER_FILE)))
    return lines - _LINES_OF_CLOSING


def _groups(found: Sequence[Diagnostic]) -> list[_Group]:
    by_rule: dict[tuple[int, str], list[Diagnostic]] = {}
    for each in found:
        by_rule.setdefault((each.severity.rank, each.code), []).append(each)
    ordered = sorted(by_rule.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
    return [_Group(tuple(findings), _causes(findings)) for _, findings in ordered]


def _causes(findings: Sequence[Diagnostic]) -> tuple[_Cause, ...]:
    causes: dict[str, list[Diagnostic]] = {}
    for each in findings:
        causes.setdefault(_QUOTED.sub("", each.message), []).append(each)
    ordered = sorted(causes.values(), key=lambda cause: -len(cause))
    return tuple(_Cause(tuple(each)) for each in ordered)


def _shares(groups: Sequence[_Group], budget: int) -> Mapping[Diagnostic, int]:
    """How many lines each group has below its heading: the graver ones take more in turn."""
    shares = {group.findings[0]: 0 for group in groups}
    left = budget - len(groups)
    while left > 0:
        hungry = [each for each in groups if shares[each.findings[0]] < _wanted(each)]
        if not hungry:
            break
        for group in hungry[:left]:
            shares[group.findings[0]] += 1
        left -= len(hungry)
    return shares


def _wanted(group: _Group) -> int:
    return min(len(group.findings), _MOST_OF_RULE[group.severity])


def _group_lines(group: _Group, lines: int, paint: Paint) -> Iterator[str]:
    first, count = group.findings[0], len(group.findings)
    files = len({each.place.path for each in group.findings})
    severity = paint(group.severity, INK_OF[group.severity])
    rule = paint(f"{printable(first.code)} {printable(first.name)}", Ink.STRONG)
    where = f" in {counted(files, 'file')}" if files > 1 else ""
    heading = f"{severity} {rule}: {count:,}{where}"
    if not lines:
        yield f"{heading}, first at {_place(first)}"
        return
    yield heading
    if count <= lines:
        yield from (f"  {_told(each)}" for each in group.findings)
        return
    yield from (f"  {_cause_line(each)}" for each in group.causes[:lines])
    rest = sum(len(each.findings) for each in group.causes[lines:])
    if rest:
        yield paint(f"  and {rest:,} more", Ink.FAINT)


def _cause_line(cause: _Cause) -> str:
    first, *others = cause.findings
    if not others:
        return _told(first)
    places = ", ".join(map(_place, others[:_MOST_PLACES]))
    more = f" and {len(others) - _MOST_PLACES:,} more" if len(others) > _MOST_PLACES else ""
    return f"{_told(first)} — {len(others):,} alike: {places}{more}"


def _told(diagnostic: Diagnostic) -> str:
    said = f"{diagnostic.message} {diagnostic.help or ''}".strip()
    shown = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
    return f"{_place(diagnostic)} {printable(shown)}"


def _place(diagnostic: Diagnostic) -> str:
    path, start, _ = diagnostic.place
    return printable(f"{path}:{start.line}:{start.column}")
