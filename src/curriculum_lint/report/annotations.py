"""Which findings GitHub annotates: it shows ten of a kind for each step and drops the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic

#: For each step: so many errors, so many warnings and so many notices.
BUDGET = 10


def to_annotate(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The best of ``diagnostics``, which are of one severity, in their order.

    One cause often gives many findings of one rule in one file, so each rule has its turn in each
    file before any has a second; among those, each rule before any has a second.
    """
    in_file: Counter[tuple[str, str]] = Counter()
    in_turn: Counter[tuple[str, int]] = Counter()
    ranked: list[tuple[bool, int, int, int]] = []
    for index, diagnostic in enumerate(diagnostics):
        code = diagnostic.code
        turn = in_file[diagnostic.place.path, code]
        ranked.append((code != INTERNAL_ERROR, turn, in_turn[code, turn], index))
        in_file[diagnostic.place.path, code] += 1
        in_turn[code, turn] += 1
    best = sorted(index for *_, index in sorted(ranked)[:BUDGET])
    return [diagnostics[index] for index in best]
