"""Times the linter as a whole process, as ratios against peers in the same run.

    python -m benchmarks.run [--files 20 1000] [--runs 7]

Single runs on a shared machine lie by a factor of two. So every command is run in turn with the
others, A B C A B C …, its CPU time is what the operating system says, and what is printed is the
median and the median of the ratios, round by round. The floor is an interpreter that does nothing.
A peer that is installed (``rumdl``) is timed along.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from .make_corpus import main as make_corpus

SIZES = {20: (1, 6, 2), 1000: (3, 83, 3)}


@dataclass
class Case:
    """A command, the folder it runs in, and what to do before each run."""

    name: str
    command: list[str]
    folder: Path
    before: Callable[[], None] = lambda: None
    seconds: list[float] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def run(self, environment: dict[str, str]) -> None:
        """Run once; ``seconds`` gets the CPU seconds of the process, ``waited`` the real ones."""
        self.before()
        started = time.perf_counter()
        with open(os.devnull, "wb") as nowhere:
            process = subprocess.Popen(
                self.command, cwd=self.folder, stdout=nowhere, stderr=nowhere, env=environment
            )
            _, _, usage = os.wait4(process.pid, 0)
        self.waited.append(time.perf_counter() - started)
        self.seconds.append(usage.ru_utime + usage.ru_stime)


def main() -> None:
    """Build the corpora, run the cases in turns, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, nargs="*", default=[20, 1000], choices=list(SIZES))
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cases = list(_cases(Path(folder), arguments.files))
        environment = {
            **os.environ,
            "CURRICULUM_LINT_CACHE_DIR": str(Path(folder, "cache")),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        for _ in range(arguments.runs + 1):
            for case in cases:
                case.run(environment)
        _print(cases)


def _cases(folder: Path, sizes: list[int]) -> Iterator[Case]:
    lint = [sys.executable, "-m", "curriculum_lint"]
    yield Case("floor: python -c pass", [sys.executable, "-c", "pass"], folder)
    yield Case("--version", [*lint, "--version"], folder)
    one = folder / "one"
    one.mkdir()
    (one / "readme.md").write_text("# One file\n\nSee [itself](readme.md).\n")
    yield Case("one file, no cache", [*lint, "check", "--no-cache"], one)
    for size in sizes:
        yield from _corpus_cases(folder, size, lint)


def _corpus_cases(folder: Path, size: int, lint: list[str]) -> Iterator[Case]:
    root = folder / f"corpus{size}"
    levels, modules, sections = SIZES[size]
    arguments = ["--levels", levels, "--modules", modules, "--sections", sections]
    with redirect_stdout(StringIO()):
        make_corpus([str(root), "--truth", f"{root}.json", *map(str, arguments)])
    changing = next(root.glob("*/*/readme.md"))

    def change() -> None:
        changing.write_text(changing.read_text() + "\nOne more line.\n")

    yield Case(f"{size} files, no cache", [*lint, "check", "--no-cache"], root)
    yield Case(f"{size} files, one changed", [*lint, "check"], root, change)
    unchanged = folder / f"unchanged{size}"
    shutil.copytree(root, unchanged)
    yield Case(f"{size} files, nothing changed", [*lint, "check"], unchanged)
    rumdl = shutil.which("rumdl", path=os.path.dirname(sys.executable))
    if rumdl:
        yield Case(f"{size} files, peer rumdl, no cache", [rumdl, "check", "--no-cache", "."], root)


def _print(cases: list[Case]) -> None:
    floor = cases[0].seconds[1:]
    print(f"{'case':36} {'CPU ms':>8} {'min':>7} {'max':>7} {'x floor':>8} {'waited':>8}")
    for case in cases:
        counted = case.seconds[1:]  # the first round warms up
        ratio = statistics.median(a / b for a, b in zip(counted, floor, strict=True))
        low, high = min(counted) * 1000, max(counted) * 1000
        middle = statistics.median(counted) * 1000
        waited = statistics.median(case.waited[1:]) * 1000
        print(f"{case.name:36} {middle:8.0f} {low:7.0f} {high:7.0f} {ratio:8.1f} {waited:8.0f}")


if __name__ == "__main__":
    main()
