"""How many diagnostics a run shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..check.diagnostic import Diagnostic
from ..settings.settings import Limits


def within_limits(diagnostics: Iterable[Diagnostic], limits: Limits) -> Iterator[Diagnostic]:
    """The diagnostics that are shown, the gravest first: of too many, the graver ones."""
    counts: dict[tuple[str, str], int] = {}
    total = 0
    for diagnostic in sorted(diagnostics, key=lambda each: each.severity.rank):
        key = (diagnostic.place.path, diagnostic.code)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= limits.diagnostics_per_rule and total < limits.diagnostics:
            total += 1
            yield diagnostic
