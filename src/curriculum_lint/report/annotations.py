"""Which findings GitHub annotates: it shows ten of a kind for each step and drops the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic

#: For each step: so many errors, so many warnings and so many notices.
BUDGET = 10


def has_too_many(diagnostics: Sequence[Diagnostic]) -> bool:
    """Whether some of ``diagnostics`` cannot be shown, so that a choice has to be made."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return any(count > BUDGET for count in counts.values())


def to_annotate(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The best of ``diagnostics``, which are of one severity; the closest to the change first.

    One cause often gives many findings: of one rule in one file, or with one message in many
    files. So each cause has its turn before any has a second; among those, each rule before any
    has a second.
    """
    closest = sorted(diagnostics, key=lambda each: each.concern)
    turns, in_turn = _Turns(), Counter[tuple[str, int]]()
    ranked: list[tuple[bool, int, int, int, int]] = []
    for index, each in enumerate(closest):
        turn = turns.of(each)
        place = (each.concern, turn, in_turn[each.code, turn], index)
        ranked.append((each.code != INTERNAL_ERROR, *place))
        in_turn[each.code, turn] += 1
    best = sorted(index for *_, index in sorted(ranked)[:BUDGET])
    return [closest[index] for index in best]


class _Turns:
    """Counts the findings that seem to have one cause."""

    def __init__(self) -> None:
        self._in_file: Counter[tuple[str, str]] = Counter()
        self._alike: Counter[tuple[str, str]] = Counter()

    def of(self, diagnostic: Diagnostic) -> int:
        """How many findings with the cause of ``diagnostic`` came before it."""
        in_file = (diagnostic.place.path, diagnostic.code)
        alike = (diagnostic.message, diagnostic.code)
        turn = max(self._in_file[in_file], self._alike[alike])
        self._in_file[in_file] += 1
        self._alike[alike] += 1
        return turn
