"""The limits of what is listed: of too many findings, some of every rule and the graver ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..check.diagnostic import Diagnostic
from ..report.fair_choice import choose_fairly
from ..settings.limits import Limits
from .split import Split, split


def within_limits(diagnostics: Sequence[Diagnostic], limits: Limits) -> Split:
    """``diagnostics``, all different, that are listed, and those that are only counted."""
    counts: Counter[tuple[str, str]] = Counter()
    chosen: list[Diagnostic] = []
    for each in sorted(diagnostics, key=lambda each: each.severity.rank):
        key = (each.place.path, each.code)
        counts[key] += 1
        if counts[key] <= limits.diagnostics_per_rule:
            chosen.append(each)
    return split(diagnostics, set(choose_fairly(chosen, limits.diagnostics)).__contains__)
