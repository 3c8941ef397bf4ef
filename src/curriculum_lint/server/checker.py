"""Checks a curriculum while its author types: what is quick at once, the rest a little later."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from ..check.diagnostic import Diagnostic
from ..check.engine import check_curriculum
from ..check.rule import CurriculumRule, Rule
from ..settings.severity import Severity
from .carried import Carrier
from .snapshot import Snapshot

#: A check that takes longer is not run after each key; only what keys break at once is.
_QUICK_SECONDS = 0.05
#: The family of rules about links: a word that is typed here breaks them elsewhere.
_LINKS = "CL3"


class SupersededError(BaseException):
    """A check is of no use any more, because there is newer text. No rule may catch it."""


class Checked(NamedTuple):
    """What all rules found in a snapshot, and the CPU seconds that they took."""

    snapshot: Snapshot
    diagnostics: tuple[Diagnostic, ...]
    seconds: float


class Checker:
    """Checks snapshots of one curriculum with ``rules``; ``last`` is the last complete check."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._urgent = [rule for rule in rules if _is_urgent(rule)]
        self.last: Checked | None = None

    def check(self, snapshot: Snapshot, is_superseded: Callable[[], bool]) -> Checked:
        """Run every rule. Raises `SupersededError` as soon as nobody waits for the result."""

        def go_on(_: Rule) -> None:
            if is_superseded():
                raise SupersededError

        begun = time.thread_time()
        found = check_curriculum(snapshot.curriculum, snapshot.found, self._rules, go_on)
        return Checked(snapshot, found, time.thread_time() - begun)

    def check_quickly(self, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
        """What all rules find where they are quick, or else the urgent ones, and the others last.

        Urgent are the rules of documents, and those that report broken links.
        """
        last = self.last
        if last is not None and last.seconds < _QUICK_SECONDS:
            return check_curriculum(snapshot.curriculum, snapshot.found, self._rules)
        found = check_curriculum(snapshot.curriculum, snapshot.found, self._urgent)
        if last is None:
            return found
        codes = {rule.code for rule in self._urgent}
        slow = (each for each in last.diagnostics if each.code not in codes)
        carried = Carrier(last.snapshot.curriculum, snapshot.curriculum).carry(slow)
        return tuple(sorted({*found, *carried}, key=lambda each: each.order))


def _is_urgent(rule: Rule) -> bool:
    if not isinstance(rule, CurriculumRule):
        return True
    return rule.code.startswith(_LINKS) and rule.severity is Severity.ERROR
