"""Numbers of units as runs: one folder's, and how those of several folders go together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple


class Numbering(StrEnum):
    """How the numbers of units go on from one folder to the next."""

    ONE = "numbers {first} to {last}"
    RESTART = "numbers that start again in every folder"
    RUN_ON = "numbers that run on through all folders, {first} to {last}"
    STEPS = "numbers in steps of {step}"
    WEIGHTS = "in the order of “{key}” in front matter"
    COMPOUND = "numbers in two parts, such as {example}"


class NumberingStyle(NamedTuple):
    """What the numbers of a family of units look like. ``kept`` is the share that fits in.

    ``key`` is that of front matter where the numbers stand there.
    """

    numbering: Numbering
    first: int
    last: int
    kept: float
    step: int = 1
    key: str = ""


_STARTS = (0, 1, 2)
_STEPS = (10, 5, 100)


def read_style(runs: Sequence[Sequence[int]]) -> NumberingStyle:
    """The style of numbers, a sequence for each folder, in the order of the folders."""
    runs = [sorted(run) for run in runs if run]
    total = sum(map(len, runs))
    first, last = min(run[0] for run in runs), max(run[-1] for run in runs)
    restart = sum(_kept(run, _STARTS) for run in runs)
    run_on = sum(_kept(run, _continued(runs, at)) for at, run in enumerate(runs))
    step = _step(runs)
    if step > 1:
        return NumberingStyle(Numbering.STEPS, first, last, 1.0, step)
    if len(runs) == 1:
        return NumberingStyle(Numbering.ONE, first, last, restart / total)
    if run_on > restart:
        return NumberingStyle(Numbering.RUN_ON, first, last, run_on / total)
    return NumberingStyle(Numbering.RESTART, first, last, restart / total)


def read_compound_style(pairs: Iterable[tuple[int, int]]) -> NumberingStyle:
    """The style of numbers in two parts."""
    by_first: dict[int, list[int]] = {}
    for number, part in pairs:
        by_first.setdefault(number, []).append(part)
    kept = sum(_kept(sorted(parts), _STARTS) for parts in by_first.values())
    total = sum(map(len, by_first.values()))
    return NumberingStyle(Numbering.COMPOUND, min(by_first), max(by_first), kept / total)


def _continued(runs: Sequence[Sequence[int]], at: int) -> tuple[int, ...]:
    return (runs[at - 1][-1] + 1,) if at else _STARTS


def _kept(run: Sequence[int], starts: Iterable[int]) -> int:
    """How many numbers of a run go on by one from the one before, or begin it."""
    kept = 1 if run[0] in starts else 0
    return kept + sum(1 for a, b in pairwise(run) if b - a == 1)


def _step(runs: Sequence[Sequence[int]]) -> int:
    """The step in which nearly all numbers count: 10 with an 11 slotted in."""
    numbers = [number for run in runs for number in run]
    if len(numbers) < 3 or max(map(len, runs)) < 2:
        return 1
    for step in _STEPS:
        if sum(number % step == 0 for number in numbers) >= 0.8 * len(numbers):
            return step
    return 1
