"""What every output format is given, and the figures of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..check.diagnostic import Diagnostic
from ..check.result import Counts
from ..edits.edit import Safety
from ..settings.severity import Severity
from ..text.source import Position
from .snippet import WIDTH
from .web_links import WebLinks

if TYPE_CHECKING:
    from ..check.rule import Rule


class Summary(NamedTuple):
    """The figures of a run.

    ``fixable`` diagnostics have a safe fix, ``unsafe_fixable`` ones an unsafe fix.
    ``baselined`` ones are in the baseline (``None`` where there is none), and count nowhere else.
    """

    files: int
    modules: int
    subsections: int
    exercises: int
    errors: int
    warnings: int
    infos: int
    fixable: int
    seconds: float
    unsafe_fixable: int = 0
    baselined: int | None = None

    @property
    def total(self) -> int:
        """All diagnostics, listed or not."""
        return self.errors + self.warnings + self.infos


class InRepository(NamedTuple):
    """Where the curriculum is in its repository, for platforms that count from its top.

    ``folder`` is that of the root (``""`` for the top itself). ``file_of`` gives, for the path of
    a diagnostic, the path of the file to show it at: a folder has none of its own. ``name_of``
    gives what a path is called without the numbers of its units.
    """

    folder: str = ""
    file_of: Callable[[str], str] = str
    name_of: Callable[[str], str] = str


def _no_rules() -> Sequence[Rule]:
    return ()


class Report(NamedTuple):
    """The input of every output format.

    ``source_line`` gives the text of a line (path, 1-based line) and ``None`` where there is
    none, as for a folder; what it gives is not escaped. ``position_of`` places an offset in a
    file. ``color`` allows colours to the formats that have any. ``rules`` gives the rules, to the
    formats that describe them. ``baselined`` are known diagnostics: formats for people leave
    them out, others mark them. ``cut`` holds those beyond the limits: every format counts them,
    and says that it does not list them. ``web`` makes links to lines and rules. ``full`` shows
    findings one by one to people, however many there are. ``folder_uri`` is the address of the
    root on this machine, with a slash at its end, where the terminal follows links; ``width`` is
    that of a source line.
    """

    diagnostics: tuple[Diagnostic, ...]
    summary: Summary
    source_line: Callable[[str, int], str | None]
    position_of: Callable[[str, int], Position]
    version: str
    color: bool = False
    repository: InRepository = InRepository()
    rules: Callable[[], Sequence[Rule]] = _no_rules
    baselined: tuple[Diagnostic, ...] = ()
    cut: tuple[Diagnostic, ...] = ()
    web: WebLinks = WebLinks()
    full: bool = False
    folder_uri: str = ""
    width: int = WIDTH

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All diagnostics that count, listed or not."""
        return in_order((*self.diagnostics, *self.cut)) if self.cut else self.diagnostics


def summarise(counts: Counts, diagnostics: Iterable[Diagnostic], seconds: float) -> Summary:
    """The figures of a run that checked ``counts`` and found ``diagnostics``, listed or not."""
    diagnostics = tuple(diagnostics)
    severities = Counter(diagnostic.severity for diagnostic in diagnostics)
    fixes = Counter(diagnostic.fix.safety for diagnostic in diagnostics if diagnostic.fix)
    return Summary(
        *counts,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
        fixable=fixes[Safety.SAFE],
        seconds=seconds,
        unsafe_fixable=fixes[Safety.UNSAFE],
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """``diagnostics`` as a report lists them: the same ones always in the same order."""
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))
