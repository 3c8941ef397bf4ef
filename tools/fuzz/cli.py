"""Runs executions, and keeps what breaks a law."""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from .laws import Broken, check_cache, check_configuration, check_engine, check_repair

Law = Callable[[Random], None]


def main() -> int:
    """1 if a law was broken."""
    arguments = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        return _Session(arguments, Path(folder)).run()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    parser.add_argument("--executions", type=int, default=2_000, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="the first execution")
    parser.add_argument("--most", type=int, default=20, metavar="N", help="failures to stop at")
    parser.add_argument("--keep", metavar="DIR", help="write inputs that break a law there")
    return parser


class _Session:
    """Every execution has a number, and is drawn from it alone: it can be run again by itself."""

    def __init__(self, arguments: argparse.Namespace, folder: Path) -> None:
        self._arguments, self._folder = arguments, folder
        self._counts: Counter[str] = Counter()
        self._failures: dict[str, int] = {}

    def run(self) -> int:
        started = time.perf_counter()
        first, count = self._arguments.seed, self._arguments.executions
        for number in range(first, first + count):
            self._execute(number)
            if len(self._failures) >= self._arguments.most:
                break
            if number % 1_000 == 0:
                gc.collect()
        laws = ", ".join(f"{name} {n:,}" for name, n in sorted(self._counts.items()))
        seconds = time.perf_counter() - started
        print(f"{sum(self._counts.values()):,} executions ({laws}) in {seconds:.0f} s")
        print(f"{len(self._failures)} kinds of failure")
        return 1 if self._failures else 0

    def _execute(self, number: int) -> None:
        random = Random(number)
        name, law = self._law(random.random())
        self._counts[name] += 1
        try:
            law(random)
        except Broken as broken:
            self._report(number, str(broken), broken)
        except Exception:
            self._report(number, traceback.format_exc(limit=-3), None)

    def _law(self, draw: float) -> tuple[str, Law]:
        if draw < 0.004:
            return "cache", lambda random: check_cache(random, self._folder)
        if draw < 0.20:
            return "configuration", check_configuration
        return ("repair", check_repair) if draw < 0.35 else ("engine", check_engine)

    def _report(self, number: int, said: str, broken: Broken | None) -> None:
        kind = said[:60]
        self._failures[kind] = self._failures.get(kind, 0) + 1
        if self._failures[kind] > 1:
            return
        print(f"--seed {number} --executions 1: {said[:600]}", file=sys.stderr, flush=True)
        if self._arguments.keep and broken:
            for path, data in broken.files.items():
                target = Path(self._arguments.keep, str(number), path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
