"""Tells what was measured: to the terminal, and to the page of the docs."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .measure import Case
from .moments import COLD, RUMDL, RUMDL_CACHED

_HEAD = (
    "| files | moment | tool | CPU | least to most | waited | memory | CPU of rumdl, cached |\n"
    "|---|---|---|--:|---|--:|--:|--:|\n"
)


def print_table(cases: Sequence[Case]) -> None:
    """Print every case."""
    print("".join(_table(cases)))


def write_table(cases: Sequence[Case], page: Path) -> None:
    """Put the table between the marks of ``page``."""
    where = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    write_between(page, "benchmarks", f"Measured on {where}.\n\n{''.join(_table(cases))}")


def write_between(page: Path, name: str, table: str) -> None:
    """Put a table between the marks of that name."""
    begin, end = (f"<!-- {name}:{each} -->" for each in ("begin", "end"))
    before, _, rest = page.read_text("utf-8").partition(begin)
    after = rest.partition(end)[2]
    page.write_text(f"{before}{begin}\n\n{table}\n{end}{after}", encoding="utf-8")


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
