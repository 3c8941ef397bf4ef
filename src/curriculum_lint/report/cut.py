"""What a report does not list, because of a limit: said by each format in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..check.diagnostic import Diagnostic
from ..text.escape import printable
from ..text.phrases import listed


def count_rules(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """How many ``diagnostics`` each rule has, by code."""
    return dict(sorted(Counter(each.code for each in diagnostics).items()))


def cut_notice(cut: Sequence[Diagnostic], total: int) -> str:
    """How many of ``total`` findings are not listed, and of which rules: one sentence."""
    verb = "is" if len(cut) == 1 else "are"
    rules = [f"{count:,} of {printable(code)}" for code, count in count_rules(cut).items()]
    return (
        f"{len(cut):,} of {total:,} findings {verb} not listed, because a limit was reached: "
        f"{listed(rules)}."
    )
