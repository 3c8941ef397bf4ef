"""A choice of too many findings that leaves no rule without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..check.diagnostic import Diagnostic

#: So many findings of every rule come before any rule has more.
_SHARE = 10


def choose_fairly(diagnostics: Sequence[Diagnostic], most: int) -> list[Diagnostic]:
    """At most ``most`` of ``diagnostics``, the graver ones of a rule before its others.

    First each rule has its turn, ten times, the gravest first; then the graver findings go before
    the others, and among equally grave ones the rules take turns.
    """
    graver = sorted(diagnostics, key=lambda each: each.severity.rank)
    if len(graver) <= most:
        return graver
    turns: Counter[str] = Counter()
    ranked: list[tuple[int, int, int, int]] = []
    for index, each in enumerate(graver):
        turn, rank = turns[each.code], each.severity.rank
        turns[each.code] += 1
        ranked.append((0, turn, rank, index) if turn < _SHARE else (1, rank, turn, index))
    return [graver[index] for *_, index in sorted(ranked)[:most]]
