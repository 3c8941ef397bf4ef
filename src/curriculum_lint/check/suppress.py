"""Inline suppressions: which findings they hide, and which of them hide none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    def covers(self, line: int, offset: int, code: str, name: str) -> bool:
        """Whether a finding of that rule at that place is hidden."""
        if not self.first <= line <= self.last:
            return False
        if self.target is None:
            # What is said about the suppression itself is not hidden by it unless it is named.
            span = self.suppression.span
            return not span.start <= offset < span.end
        return self.target.text in (code, name)


class PathIgnore:
    """The rules that the configuration ignores below a glob, and whether that hid anything."""

    def __init__(self, glob: str, codes: frozenset[str]) -> None:
        self.glob = glob
        self._codes = codes
        self._matches = compile_globs([glob])
        self._used = False

    def hides(self, path: str, code: str) -> bool:
        """Whether a finding is hidden; one that is counts as use."""
        hidden = code in self._codes and self._matches(path)
        self._used |= hidden
        return hidden

    @property
    def is_unused(self) -> bool:
        """Whether its rules ran and it hid nothing."""
        return bool(self._codes) and not self._used


class Suppressions:
    """The scopes of one document's suppressions, and which of them were used."""

    def __init__(self, document: Document) -> None:
        self.scopes = list(_scopes(document))
        self._used: set[Scope] = set()

    def hides(self, line: int, offset: int, code: str, name: str) -> bool:
        """Whether a finding is hidden; every scope that hides it counts as used."""
        covering = [scope for scope in self.scopes if scope.covers(line, offset, code, name)]
        self._used.update(covering)
        return bool(covering)

    def unused(self) -> list[Scope]:
        """The scopes that hid nothing."""
        return [scope for scope in self.scopes if scope not in self._used]


def _scopes(document: Document) -> Iterator[Scope]:
    for index, suppression in enumerate(document.suppressions):
        first, last = _lines(document, suppression)
        if suppression.kind is SuppressionKind.ENABLE:
            continue
        for target in suppression.targets or (None,):
            end = last
            if suppression.kind is SuppressionKind.DISABLE:
                end = _enabled_again(document, document.suppressions[index + 1 :], target)
            yield Scope(suppression, target, first, end)


def _lines(document: Document, suppression: Suppression) -> tuple[int, int]:
    """The first and last line that the suppression is about, by its kind."""
    line = document.line(suppression.span.start)
    end = document.line(max(suppression.span.start, suppression.span.end - 1))
    if suppression.kind is SuppressionKind.FILE:
        return 1, _LAST_LINE
    if suppression.kind is SuppressionKind.NEXT_LINE:
        return suppression.following, suppression.following
    return line, _LAST_LINE if suppression.kind is SuppressionKind.DISABLE else end


def _enabled_again(
    document: Document, later: Iterable[Suppression], target: SuppressionTarget | None
) -> int:
    for each in later:
        if each.kind is not SuppressionKind.ENABLE:
            continue
        names = {named.text for named in each.targets}
        if not names or (target is not None and target.text in names):
            return document.line(each.span.start)
    return _LAST_LINE
