"""Runs rules: findings in, diagnostics out. It does not know which rules exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model.curriculum import Curriculum, IdleSuppression, Page
from ..model.watch import plain
from ..parse.document import Document
from ..settings.settings import Settings
from ..settings.severity import Severity
from ..text.phrases import without_empty_quotes
from ..text.regions import Regions
from ..text.source import Position, Span, position
from .diagnostic import INTERNAL_ERROR, Diagnostic, Place, Related
from .exercise_at import ExerciseNames
from .rule import WHOLE, CurriculumRule, DocumentRule, Finding, Note, Rule
from .selection import matching_codes
from .suppress import PathIgnore, Suppressions

_FIRST = Position(1, 1)
_TOOL = "curriculum-lint"


class Coded(NamedTuple):
    """A finding and the code of its rule."""

    code: str
    finding: Finding


def check_page(page: Page, rules: Iterable[Rule]) -> list[Coded]:
    """What the document rules among ``rules`` find in one document."""
    found: list[Coded] = []
    for rule in rules:
        if isinstance(rule, DocumentRule):
            found += _run(rule, page.path, lambda rule=rule: rule.check(page))  # type: ignore[misc]
    return found


def check_curriculum(
    curriculum: Curriculum,
    on_pages: Iterable[Coded],
    rules: Sequence[Rule],
    before: Callable[[Rule], object] = id,
) -> tuple[Diagnostic, ...]:
    """Every diagnostic, sorted: ``on_pages`` holds what `check_page` found in each document.

    ``before`` is called before each rule about the curriculum; what it raises ends the check.
    """
    return conclude(curriculum, on_pages, run_early(curriculum, rules, before), rules, before)[0]


def run_early(
    curriculum: Curriculum, rules: Iterable[Rule], before: Callable[[Rule], object] = id
) -> list[Coded]:
    """What the rules about the curriculum find, but for those that run after suppression."""
    early = (r for r in rules if isinstance(r, CurriculumRule) and not r.after_suppression)
    return list(_run_all(early, curriculum, before))


def conclude(
    curriculum: Curriculum,
    on_pages: Iterable[Coded],
    early: Iterable[Coded],
    rules: Sequence[Rule],
    before: Callable[[Rule], object] = id,
) -> tuple[tuple[Diagnostic, ...], dict[str, set[str]]]:
    """What `check_curriculum` gives, from ``early`` findings that `run_early` has given.

    With it, for each glob of per-path ignores, the paths at which it hid something.
    """
    engine = _Engine(curriculum, rules)
    late = [r for r in rules if isinstance(r, CurriculumRule) and r.after_suppression]
    found = [*on_pages, *early]
    engine.cover(found)
    kept = engine.unsuppressed(found)
    curriculum = replace(
        curriculum,
        unused_suppressions=engine.unused(),
        unused_ignores=tuple(each.glob for each in engine.ignores if each.is_unused),
    )
    kept += engine.unsuppressed(_run_all(late, curriculum, before))
    return engine.diagnostics(kept), {each.glob: each.used_at for each in engine.ignores}


def _run_all(
    rules: Iterable[CurriculumRule], curriculum: Curriculum, before: Callable[[Rule], object]
) -> Iterator[Coded]:
    for rule in rules:
        before(rule)
        yield from _run(rule, ".", lambda rule=rule: rule.check(curriculum))  # type: ignore[misc]


def _run(rule: Rule, path: str, check: Callable[[], Iterator[Finding]]) -> list[Coded]:
    """The rule's findings; a rule that fails is reported and hides nothing else."""
    try:
        return [Coded(rule.code, _finding(each)) for each in check()]
    except Exception as error:
        package = type(rule).__module__.partition(".")[0]
        owner = _TOOL if package == __name__.partition(".")[0] else package
        return [internal_error(path, f"Rule {rule.code}", error, owner)]


def _finding(given: object) -> Finding:
    """A rule of a plugin may give anything."""
    if isinstance(given, Finding):
        return given
    raise TypeError(f"a rule gives findings, not {type(given).__name__}")


def internal_error(path: str, what: str, error: Exception, owner: str = _TOOL) -> Coded:
    """The finding for ``what`` (a rule of ``owner``, for instance) having failed on ``path``."""
    message = f"{what} failed with {type(error).__name__}: {str(error)[:200]}"
    advice = f"This is a fault of {owner}, not of your text; please report it."
    return Coded(INTERNAL_ERROR, Finding(path, WHOLE, message, advice))


class _Engine:
    def __init__(self, curriculum: Curriculum, rules: Sequence[Rule]) -> None:
        self.curriculum = curriculum
        self.pages = {path: plain(page) for path, page in curriculum.pages.items()}
        self.settings: Settings = curriculum.settings
        self.rules: Mapping[str, Rule] = {rule.code: rule for rule in rules}
        self.severities = _severities(rules, self.settings)
        menus = {menu.path: menu.line_starts for menu in curriculum.menus}
        #: Where the lines of files begin that are no documents.
        self.other_lines = {**curriculum.tests.line_starts, **menus}
        self.exercises: dict[str, ExerciseNames] = {}
        self.generated: dict[str, Regions] = {}
        self.covered: dict[str, list[Span]] = {}
        self.suppressions: dict[str, Suppressions] = {
            path: Suppressions(page.document)
            for path, page in self.pages.items()
            if page.document.suppressions
        }
        self.ignores = [
            PathIgnore(glob, matching_codes(words, rules))
            for glob, words in self.settings.per_path_ignores.items()
        ]

    def cover(self, found: Iterable[Coded]) -> None:
        """Remember where a rule has found the cause of whatever else is found there."""
        for code, finding in found:
            if code in self.rules and self.rules[code].covers:
                self.covered.setdefault(finding.path, []).append(finding.span)

    def unsuppressed(self, found: Iterable[Coded]) -> list[Coded]:
        """The findings that neither a suppression nor a per-path ignore hides."""
        return [coded for coded in found if not self._is_hidden(coded)]

    def _is_hidden(self, coded: Coded) -> bool:
        code, finding = coded
        if code == INTERNAL_ERROR:
            return False
        if not self.rules[code].covers and (
            self._is_generated(finding) or self._is_covered(finding)
        ):
            return True
        hiding = [ignore for ignore in self.ignores if ignore.hides(finding.path, code)]
        if hiding:
            return True
        suppressions = self.suppressions.get(finding.path)
        if suppressions is None:
            return False
        line = self._place(finding.path, finding).start.line
        return suppressions.hides(line, finding.span.start, code, self.rules[code].name)

    def _is_covered(self, finding: Finding) -> bool:
        spans = self.covered.get(finding.path, ())
        start = finding.span.start
        return finding.span != WHOLE and any(s.holds(start) for s in spans)

    def _is_generated(self, finding: Finding) -> bool:
        """Whether it is about something that nobody has written, and so nobody can mend."""
        page = self.pages.get(finding.path)
        if page is None or finding.span == WHOLE or not page.document.generated:
            return False
        if finding.path not in self.generated:
            contents = (region.content for region in page.document.generated)
            self.generated[finding.path] = Regions(contents)
        return self.generated[finding.path].hold(finding.span.start)

    def unused(self) -> tuple[IdleSuppression, ...]:
        """Suppressions that hid nothing, of rules that ran."""
        return tuple(
            IdleSuppression(path, scope.suppression, scope.target)
            for path, suppressions in self.suppressions.items()
            for scope in suppressions.unused()
            if scope.target is None or self._ran(scope.target.text)
        )

    def _ran(self, word: str) -> bool:
        return any(word in (rule.code, rule.name) for rule in self.rules.values())

    def diagnostics(self, kept: Iterable[Coded]) -> tuple[Diagnostic, ...]:
        """Sorted, complete diagnostics, each of them once."""
        found = dict.fromkeys(map(self._diagnostic, kept))
        return tuple(sorted(found, key=lambda each: each.order))

    def _diagnostic(self, coded: Coded) -> Diagnostic:
        code, finding = coded
        rule = self.rules.get(code)
        return Diagnostic(
            code,
            rule.name if rule else "internal-error",
            self._severity(code, finding),
            without_empty_quotes(finding.message),
            self._place(finding.path, finding),
            without_empty_quotes(finding.help) if finding.help else finding.help,
            finding.fix,
            tuple(map(self._related, finding.related)),
            self._exercise(finding),
        )

    def _related(self, note: Note) -> Related:
        place = self._span_place(note.path, note.span.start, note.span.end)
        return Related(place, without_empty_quotes(note.message))

    def _exercise(self, finding: Finding) -> str:
        page = self.pages.get(finding.path)
        if page is None or finding.span == WHOLE:
            return ""
        if finding.path not in self.exercises:
            self.exercises[finding.path] = ExerciseNames(page)
        return self.exercises[finding.path].at(finding.span)

    def _severity(self, code: str, finding: Finding) -> Severity:
        configured = self.severities.get(code)
        if configured is not None:
            return configured
        rule = self.rules.get(code)
        return finding.severity or (rule.severity if rule else Severity.ERROR)

    def _place(self, path: str, finding: Finding) -> Place:
        return self._span_place(path, finding.span.start, finding.span.end)

    def _span_place(self, path: str, start: int, end: int) -> Place:
        document = self._document(path)
        if document is None:
            return self._place_elsewhere(path, start, end)
        return Place(path, document.position(start), document.position(end))

    def _place_elsewhere(self, path: str, start: int, end: int) -> Place:
        starts = self.other_lines.get(path)
        if starts is None:
            return Place(path, _FIRST, _FIRST)
        return Place(path, position(starts, start), position(starts, end))

    def _document(self, path: str) -> Document | None:
        page = self.pages.get(path)
        return page.document if page else None


def _severities(rules: Sequence[Rule], settings: Settings) -> dict[str, Severity]:
    """What the configuration says of severities, by code; longer prefixes win."""
    found: dict[str, Severity] = {}
    for word in sorted(settings.severity, key=len):
        for code in matching_codes([word], rules):
            found[code] = settings.severity[word]
    return found
