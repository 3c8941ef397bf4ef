"""Tells what was measured: to the terminal, and to the page of the docs."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .measure import Case
from .moments import COLD, RUMDL, RUMDL_CACHED

_BEGIN, _END = "<!-- benchmarks:begin -->", "<!-- benchmarks:end -->"
_HEAD = (
    "| files | moment | tool | CPU | least to most | waited | memory | CPU of rumdl, cached |\n"
    "|---|---|---|--:|---|--:|--:|--:|\n"
)


def print_table(cases: Sequence[Case]) -> None:
    """Print every case."""
    print("".join(_table(cases)))


def write_table(cases: Sequence[Case], page: Path) -> None:
    """Put the table between the marks of ``page``."""
    text = page.read_text("utf-8")
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    where = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    table = f"{_BEGIN}\n\nMeasured on {where}.\n\n{''.join(_table(cases))}\n{_END}"
    page.write_text(f"{before}{table}{after}", encoding="utf-8")


def _table(cases: Iterable[Case]) -> Iterator[str]:
    yield _HEAD
    cases = list(cases)
    for case in cases:
        same = [each for each in cases if each.corpus == case.corpus]
        peer = [_ratio(case, same, RUMDL), _ratio(case, same, RUMDL_CACHED)]
        low, high = case.spread()
        middle = case.median()
        yield (
            f"| {case.corpus} | {case.moment} | {case.tool} | {_seconds(middle.cpu)} "
            f"| {_seconds(low)} to {_seconds(high)} | {_seconds(middle.wall)} "
            f"| {middle.memory:.0f} MB | {', '.join(peer)} |\n"
        )


def _ratio(case: Case, same: Iterable[Case], tool: str) -> str:
    """How many times the CPU of the tool, or which part of it."""
    for other in same:
        if other.tool == tool and other.moment in (COLD, case.moment, other.moment):
            return f"×{case.ratio(other):.2f}"
    return "–"


def _seconds(value: float) -> str:
    return f"{value * 1000:,.0f} ms" if value < 10 else f"{value:.1f} s"
