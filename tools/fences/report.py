"""Turns verdicts into text."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from .verdict import Verdict

DETAIL_LINES = 30


def failures(verdicts: Sequence[Verdict], root: Path) -> list[str]:
    """One block for each failed fence."""
    return [_failure(verdict, root) for verdict in verdicts if verdict.failure]


def summary(verdicts: Sequence[Verdict], files: int) -> str:
    """How many fences were looked at in which way, by language and by reason."""
    failed = sum(bool(verdict.failure) for verdict in verdicts)
    rows = [
        _row("executed", _languages(verdicts, "executed")),
        _row("parsed", _languages(verdicts, "parsed")),
        _row("compared", _languages(verdicts, "compared")),
        _row("skipped", Counter(verdict.reason for verdict in verdicts if verdict.reason)),
        f"{'failed':<9}{failed:>5}",
    ]
    return "\n".join([f"files: {files}, fences: {len(verdicts)}", *rows])


def _languages(verdicts: Sequence[Verdict], how: str) -> Counter[str]:
    return Counter(verdict.fence.language for verdict in verdicts if verdict.how == how)


def _row(name: str, counts: Counter[str]) -> str:
    details = ", ".join(f"{count} {what}" for what, count in sorted(counts.items()))
    return f"{name:<9}{counts.total():>5}  {details}".rstrip()


def _failure(verdict: Verdict, root: Path) -> str:
    path = verdict.fence.path
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    head, *details = verdict.failure.splitlines()
    hidden = len(details) - DETAIL_LINES
    more = [f"({hidden} more lines)"] if hidden > 0 else []
    indented = [f"    {line}" for line in (*details[:DETAIL_LINES], *more)]
    return "\n".join([f"{shown.as_posix()}:{verdict.fence.line}: {head}", *indented])
