"""Times commands as whole processes, one after the other in turns."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Figures(NamedTuple):
    """Of one run: seconds of CPU and of waiting, and the peak of the largest process in MB."""

    cpu: float
    wall: float
    memory: float


@dataclass
class Case:
    """A command, the folder it runs in, our cache, and what to do before each run."""

    corpus: str
    moment: str
    tool: str
    command: list[str]
    folder: Path
    cache: Path
    before: Callable[[], object] = lambda: None
    #: The exit codes of a run that has done what it was to do.
    allowed: frozenset[int] = frozenset({0, 1, 2})
    runs: list[Figures] = field(default_factory=list)

    def run(self, environment: Mapping[str, str]) -> None:
        """Run once. The operating system says what it took, with every process it waited for."""
        self.before()
        environment = {**environment, "CURRICULUM_LINT_CACHE_DIR": str(self.cache)}
        started = time.perf_counter()
        with open(os.devnull, "wb") as nowhere:
            process = subprocess.Popen(
                self.command, cwd=self.folder, stdout=nowhere, stderr=nowhere, env=environment
            )
            _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) not in self.allowed:
            raise SystemExit(f"{self.command} failed in {self.folder}")
        self.runs.append(Figures(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024))

    def median(self) -> Figures:
        """The median of each figure."""
        return Figures(*(statistics.median(each) for each in zip(*self.runs, strict=True)))

    def spread(self) -> tuple[float, float]:
        """The least and the most CPU seconds of a run."""
        seconds = [run.cpu for run in self.runs]
        return min(seconds), max(seconds)

    def ratio(self, other: Case) -> float:
        """How many times the CPU of ``other`` this takes: the median, round by round."""
        pairs = zip(self.runs, other.runs, strict=True)
        return statistics.median(a.cpu / b.cpu if b.cpu else 1.0 for a, b in pairs)


def run_in_turns(cases: Iterable[Case], rounds: int, environment: Mapping[str, str]) -> None:
    """Run A B C A B C …; the first round warms up, and is not counted."""
    cases = list(cases)
    for _ in range(rounds + 1):
        for case in cases:
            case.run(environment)
    for case in cases:
        del case.runs[0]
