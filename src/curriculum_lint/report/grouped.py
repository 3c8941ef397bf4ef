"""Many findings for people: by cause, the graver ones first, in as many lines as one can read.

Equal findings are told once, with how many there are and where; every rule has a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..check.diagnostic import Diagnostic
from ..settings.severity import Severity
from ..text.escape import printable
from ..text.phrases import counted
from .color import INK_OF, Ink, Paint
from .summary import Report

#: So many findings are shown one by one, with their source lines, if few of them repeat another.
MOST_SHOWN_WHOLE = 10
_MOST_REPETITIONS = 2
#: Lines of the whole report for each Markdown file, but never fewer or more than these.
_LINES_PER_FILE = 0.28
_FEWEST_LINES, _MOST_LINES = 10, 120
_LINES_OF_CLOSING = 2
#: At most so many lines for one rule, by severity.
_MOST_OF_RULE = {Severity.ERROR: 12, Severity.WARNING: 6, Severity.INFO: 3}
_MOST_PLACES = 3
#: What differs between findings of one cause: names and texts in quotes.
_QUOTED = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|“[^”]*”|\d+")
_LONGEST = 240


class _Cause(NamedTuple):
    """Findings of one rule that say the same, of different names."""

    findings: tuple[Diagnostic, ...]


class _Group(NamedTuple):
    """All findings of one rule and severity, by cause: the most frequent first.

    Those of one of the ``texts`` say the very same.
    """

    findings: tuple[Diagnostic, ...]
    causes: tuple[_Cause, ...]
    texts: tuple[_Cause, ...]

    @property
    def severity(self) -> Severity:
        """How grave they are."""
        return self.findings[0].severity

    @property
    def wanted(self) -> tuple[_Cause, ...]:
        """What there is a line for: few errors by what they say, all else by its cause.

        Texts that are repeated often are causes: the same section that many readmes lack.
        """
        most = _MOST_OF_RULE[self.severity]
        is_named = self.severity is Severity.ERROR and len(self.findings) <= most
        is_repeated = len(self.findings) >= 3 * len(self.texts) <= 3 * most
        return self.texts if is_named or is_repeated else self.causes[:most]


def is_long(report: Report) -> bool:
    """Whether the findings are too many, or too much alike, to be shown one by one."""
    if report.full or not report.found:
        return False
    causes = sum(len(group.causes) for group in _groups(report.found))
    count = len(report.found)
    return count > MOST_SHOWN_WHOLE or count - causes > _MOST_REPETITIONS


def grouped_report(report: Report, paint: Paint) -> Iterator[str]:
    """One chunk a rule: what it found, and where. The closing line is not among them."""
    groups = _groups(report.found)
    lines = _shares(groups, _budget(report.summary.files))
    for group in groups:
        yield "".join(f"{line}\n" for line in _group_lines(group, lines[group.findings[0]], paint))


def next_steps(report: Report) -> Iterator[str]:
    """What to do about many findings, in a line."""
    code = printable(_groups(report.found)[0].findings[0].code)
    if len(report.found) <= MOST_SHOWN_WHOLE:
        yield f"Next: `check --full` shows each with its line, and `rule {code}` explains a rule."
        return
    known = (
        "; `check --update-baseline` takes what is there as known"
        if report.summary.baselined is None
        else ""
    )
    yield (
        f"Next: `check --select {code} --full` lists one rule, `--full` everything, "
        f"`rule {code}` explains it{known}."
    )


def _budget(files: int) -> int:
    lines = min(_MOST_LINES, max(_FEWEST_LINES, int(files * _LINES_PER_FILE)))
    return lines - _LINES_OF_CLOSING


def _groups(found: Sequence[Diagnostic]) -> list[_Group]:
    by_rule: dict[tuple[int, str], list[Diagnostic]] = {}
    for each in found:
        by_rule.setdefault((each.severity.rank, each.code), []).append(each)
    ordered = sorted(by_rule.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
    return [_Group(tuple(each), _causes(each, _cause), _causes(each, _said)) for _, each in ordered]


def _cause(diagnostic: Diagnostic) -> str:
    return _QUOTED.sub("", diagnostic.message)


def _causes(findings: Sequence[Diagnostic], key: Callable[[Diagnostic], str]) -> tuple[_Cause, ...]:
    causes: dict[str, list[Diagnostic]] = {}
    for each in findings:
        causes.setdefault(key(each), []).append(each)
    ordered = sorted(causes.values(), key=lambda cause: -len(cause))
    return tuple(_Cause(tuple(each)) for each in ordered)


def _shares(groups: Sequence[_Group], budget: int) -> Mapping[Diagnostic, int]:
    """How many lines each group has: one, and the graver ones take more in turn."""
    shares = {group.findings[0]: 1 for group in groups}
    left = budget - len(groups)
    while left > 0:
        hungry = [each for each in groups if shares[each.findings[0]] < len(each.wanted)]
        if not hungry:
            break
        for group in hungry[:left]:
            shares[group.findings[0]] += 1
        left -= len(hungry)
    return shares


def _group_lines(group: _Group, lines: int, paint: Paint) -> Iterator[str]:
    """A line for each cause that there is room for; the first one says of how many findings."""
    first, count = group.findings[0], len(group.findings)
    files = len({each.place.path for each in group.findings})
    severity = paint(group.severity, INK_OF[group.severity])
    rule = paint(f"{printable(first.code)} {printable(first.name)}", Ink.STRONG)
    where = f" in {counted(files, 'file')}" if files > 1 else ""
    many = f", {count:,}{where}" if count > 1 else ""
    causes = (group.wanted if len(group.wanted) <= lines else group.causes)[:lines]
    rest = count - sum(len(each.findings) for each in causes)
    for at, cause in enumerate(causes):
        start = "  " if at else f"{severity} {rule}{many}: "
        is_cut = rest and at == len(causes) - 1
        end = paint(f" … and {rest:,} more", Ink.FAINT) if is_cut else ""
        yield f"{start}{_cause_line(cause)}{end}"


def _cause_line(cause: _Cause) -> str:
    first, *others = cause.findings
    return f"{_told(first)} — {len(others):,} alike: {_places(others)}" if others else _told(first)


def _places(findings: Sequence[Diagnostic]) -> str:
    """The first places, each file once with its lines: ``a.md:3, 7, b.md:1 and 9 more``."""
    shown: list[str] = []
    path = None
    for each in findings[:_MOST_PLACES]:
        line = str(each.place.start.line)
        shown.append(line if each.place.path == path else f"{each.place.path}:{line}")
        path = each.place.path
    more = f" and {len(findings) - _MOST_PLACES:,} more" if len(findings) > _MOST_PLACES else ""
    return printable(f"{', '.join(shown)}{more}")


def _told(diagnostic: Diagnostic) -> str:
    said = _said(diagnostic)
    shown = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
    return f"{_place(diagnostic)} {printable(shown)}"


def _said(diagnostic: Diagnostic) -> str:
    """What is wrong, and what to do about it."""
    repair = f"{diagnostic.fix.title}." if diagnostic.fix else ""
    return f"{diagnostic.message} {diagnostic.help or repair}".strip()


def _place(diagnostic: Diagnostic) -> str:
    path, start, _ = diagnostic.place
    return printable(f"{path}:{start.line}:{start.column}")
