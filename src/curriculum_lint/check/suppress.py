"""Inline suppressions: which findings they hide, and which of them hide none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ..parse.document import Document, Suppression, SuppressionKind, SuppressionTarget
from ..text.globs import compile_globs

_LAST_LINE = 1 << 60


class Scope(NamedTuple):
    """The lines in which one suppression hides one rule, or every rule if ``target`` is None."""

    suppression: Suppression
    target: SuppressionTarget | None
    first: int
    last: int

    @property
    def word(self) -> str | None:
        """The code or name that is hidden."""
        return self.target.text if self.target else None

    def has_one_of(self, lines: list[int]) -> bool:
        """Whether one of the sorted ``lines`` lies in it."""
        at = bisect_left(lines, self.first)
        return at < len(lines) and lines[at] <= self.last


class PathIgnore:
    """The rules that the configuration ignores below a glob, and whether that hid anything."""

    def __init__(self, glob: str, codes: frozenset[str]) -> None:
        self.glob = glob
        self._codes = codes
        self._matches = compile_globs([glob])
        #: The paths at which it hid something.
        self.used_at: set[str] = set()

    def hides(self, path: str, code: str) -> bool:
        """Whether a finding is hidden; one that is counts as use."""
        hidden = code in self._codes and self._matches(path)
        if hidden:
            self.used_at.add(path)
        return hidden

    @property
    def is_unused(self) -> bool:
        """Whether its rules ran and it hid nothing."""
        return bool(self._codes) and not self.used_at


class Suppressions:
    """The scopes of one document's suppressions, and which of them were used."""

    def __init__(self, document: Document) -> None:
        self.scopes = list(_scopes(document))
        by_word: dict[str | None, list[Scope]] = defaultdict(list)
        for scope in self.scopes:
            by_word[scope.word].append(scope)
        self._covers = {word: _Cover(scopes) for word, scopes in by_word.items()}
        self._blankets = by_word[None]
        self._starts = [scope.suppression.span.start for scope in self._blankets]
        self._hidden: dict[str | None, list[int]] = defaultdict(list)

    def hides(self, line: int, offset: int, code: str, name: str) -> bool:
        """Whether a finding is hidden; every scope that hides it counts as used."""
        named = self._count(code, line) + self._count(name, line)
        hidden = named + self._count(None, line) > self._is_about_itself(line, offset)
        if hidden:
            for word in (code, name, None):
                self._hidden[word].append(line)
        return hidden

    def _count(self, word: str | None, line: int) -> int:
        cover = self._covers.get(word)
        return cover.count(line) if cover else 0

    def _is_about_itself(self, line: int, offset: int) -> bool:
        """Whether a finding is about a suppression of every rule, in whose scope it lies.

        What is said about such a comment is not hidden by it.
        """
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._blankets[at].suppression.span.end:
            return False
        return self._blankets[at].first <= line <= self._blankets[at].last

    def unused(self) -> list[Scope]:
        """The scopes that hid nothing."""
        lines = {word: sorted(hidden) for word, hidden in self._hidden.items()}
        return [scope for scope in self.scopes if not scope.has_one_of(lines.get(scope.word, []))]


class _Cover:
    """Scopes as ranges of lines, asked how many of them hold a line."""

    def __init__(self, scopes: list[Scope]) -> None:
        self._firsts = sorted(scope.first for scope in scopes)
        self._lasts = sorted(scope.last for scope in scopes)

    def count(self, line: int) -> int:
        return bisect_right(self._firsts, line) - bisect_left(self._lasts, line)


def _scopes(document: Document) -> Iterator[Scope]:
    """The scopes in the order of the text."""
    found: list[Scope] = []
    again = _EnabledAgain()
    for suppression in reversed(document.suppressions):
        if suppression.kind is SuppressionKind.ENABLE:
            again.add(suppression, document.line(suppression.span.start))
            continue
        first, last = _lines(document, suppression)
        for target in reversed(suppression.targets or (None,)):
            end = last if suppression.kind is not SuppressionKind.DISABLE else again.line(target)
            found.append(Scope(suppression, target, first, end))
    return reversed(found)


class _EnabledAgain:
    """From the end of a document upwards: the next line in which a rule is enabled again."""

    def __init__(self) -> None:
        self._all = _LAST_LINE
        self._named: dict[str, int] = {}

    def add(self, suppression: Suppression, line: int) -> None:
        if not suppression.targets:
            self._all = line
        for target in suppression.targets:
            self._named[target.text] = line

    def line(self, target: SuppressionTarget | None) -> int:
        """Enabling some rules does not end a suppression of all."""
        named = _LAST_LINE if target is None else self._named.get(target.text, _LAST_LINE)
        return min(self._all, named)


def _lines(document: Document, suppression: Suppression) -> tuple[int, int]:
    """The first and last line that the suppression is about, by its kind."""
    line = document.line(suppression.span.start)
    end = document.line(max(suppression.span.start, suppression.span.end - 1))
    if suppression.kind is SuppressionKind.FILE:
        return 1, _LAST_LINE
    if suppression.kind is SuppressionKind.NEXT_LINE:
        return suppression.following, suppression.following
    return line, _LAST_LINE if suppression.kind is SuppressionKind.DISABLE else end
