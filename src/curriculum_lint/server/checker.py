"""Checks a curriculum while its author types: what is quick at once, the rest a little later."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from ..check.diagnostic import Diagnostic
from ..check.engine import check_curriculum
from ..check.rule import CurriculumRule, Rule
from .carried import Carrier
from .snapshot import Snapshot

#: What the rules about the curriculum may take of the time between a key and its answer.
_QUICK_SECONDS = 0.03


class SupersededError(BaseException):
    """A check is of no use any more, because there is newer text. No rule may catch it."""


class Checked(NamedTuple):
    """What was found in a snapshot. ``costs`` are the seconds that each rule took, by code."""

    snapshot: Snapshot
    diagnostics: tuple[Diagnostic, ...]
    costs: dict[str, float]


class Checker:
    """Checks snapshots of one curriculum with ``rules``; ``last`` is the last complete check."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self.last: Checked | None = None

    def check(self, snapshot: Snapshot, is_superseded: Callable[[], bool]) -> Checked:
        """Run every rule. Raises `SupersededError` as soon as nobody waits for the result."""
        clock = _Clock(is_superseded)
        found = check_curriculum(snapshot.curriculum, snapshot.found, self._rules, clock.begin)
        clock.end()
        return Checked(snapshot, found, clock.costs)

    def check_quickly(self, snapshot: Snapshot) -> tuple[Diagnostic, ...] | None:
        """What the quick rules find, with what the others found last; ``None`` the first time."""
        if self.last is None:
            return None
        quick = self._quick_rules(self.last.costs)
        codes = {rule.code for rule in quick}
        found = check_curriculum(snapshot.curriculum, snapshot.found, quick)
        slow = (each for each in self.last.diagnostics if each.code not in codes)
        carried = Carrier(self.last.snapshot.curriculum, snapshot.curriculum).carry(slow)
        return tuple(sorted({*found, *carried}, key=lambda each: each.order))

    def _quick_rules(self, costs: dict[str, float]) -> list[Rule]:
        """The rules of documents, which have run, and the cheapest of the others."""
        chosen = [rule for rule in self._rules if not isinstance(rule, CurriculumRule)]
        left = _QUICK_SECONDS
        about_all = [rule for rule in self._rules if isinstance(rule, CurriculumRule)]
        for rule in sorted(about_all, key=lambda rule: costs.get(rule.code, left)):
            left -= costs.get(rule.code, left)
            if left > 0 and not rule.after_suppression:
                chosen.append(rule)
        return chosen


class _Clock:
    """Takes the time of each rule."""

    def __init__(self, is_superseded: Callable[[], bool]) -> None:
        self.costs: dict[str, float] = {}
        self._is_superseded = is_superseded
        self._code, self._since = "", 0.0

    def begin(self, rule: Rule) -> None:
        self.end()
        if self._is_superseded():
            raise SupersededError
        self._code, self._since = rule.code, time.thread_time()

    def end(self) -> None:
        if self._code:
            self.costs[self._code] = time.thread_time() - self._since
