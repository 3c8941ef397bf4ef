"""Times every rule: its share of a cold run, and how it grows with the curriculum.

    python -m benchmarks.rules [--units 100 1000] [--write]

Everything runs in this process, once: a rule that takes a twentieth of a run, or that takes more
than 11 times as long for 10 times the files, stands out from any noise. The share is that of the
larger curriculum, the growth that between the two.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from curriculum_lint.check.engine import conclude, run_early
from curriculum_lint.check.rule import Rule
from curriculum_lint.check.run import read_checked
from curriculum_lint.check.selection import select_rules
from curriculum_lint.listings.read import reader_of
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk

from .corpora import OURS
from .make_corpus import main as make_corpus
from .table import write_between

SIZES = {100: (3, 8, 3), 300: (3, 25, 3), 1000: (3, 83, 3), 3000: (3, 250, 3)}
_HERE = Path(__file__).parent
#: What rules ask for one after the other, and the first of them would have to answer for.
SHARED = "lists of units, read once for all rules"
#: Rules are told that take so much of a run; growth is told of what takes so many seconds.
_LEAST_SHARE, _LEAST_SECONDS = 0.005, 0.02
_HEAD = "| rule | CPU of a cold run | share | growth |\n|---|--:|--:|--:|\n"


class Costs:
    """CPU seconds by rule, and those of the whole run."""

    def __init__(self, root: Path) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        settings = load_settings(str(root)).settings
        chosen = select_rules(all_rules(), settings)
        rules = [self._timed(rule) for rule in chosen if not rule.needs_network]
        start = time.process_time()
        curriculum, found = read_checked(Disk(settings), rules, None)
        self._time(SHARED, lambda: list(reader_of(curriculum).everywhere()))
        conclude(curriculum, found, run_early(curriculum, rules), rules)
        self.whole = time.process_time() - start

    def _timed(self, rule: Rule) -> Rule:
        """A rule of the same class whose time is taken."""
        timed: Any = type(rule)()
        check = timed.check
        timed.check = lambda of: iter(self._time(rule.code, lambda: list(check(of))))
        assert isinstance(timed, Rule)
        return timed

    def _time(self, name: str, work: Callable[[], list[Any]]) -> list[Any]:
        start = time.process_time()
        try:
            return work()
        finally:
            self.seconds[name] += time.process_time() - start

    def share(self, name: str) -> float:
        """Which part of the run a rule takes."""
        return self.seconds[name] / self.whole


def main() -> None:
    """Make the curricula, check them, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", nargs=2, type=int, default=(100, 1000), choices=SIZES)
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    arguments = parser.parse_args()
    os.environ["CURRICULUM_LINT_JOBS"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        costs = [Costs(_make(Path(folder), size)) for size in arguments.units]
    table = "".join([_HEAD, *_rows(costs, arguments.units)])
    print(table)
    if arguments.write:
        write_between(_HERE.parent / "docs" / "performance.md", "benchmarks-rules", table)


def _make(folder: Path, size: int) -> Path:
    root = folder / f"rules-{size}"
    levels, modules, sections = SIZES[size]
    numbers = ["--levels", levels, "--modules", modules, "--sections", sections]
    with redirect_stdout(StringIO()):
        make_corpus([str(root), "--truth", f"{root}.json", *map(str, numbers)])
    (root / "curriculum-lint.toml").write_text(OURS)
    return root


def _rows(costs: list[Costs], units: Iterable[int]) -> Iterator[str]:
    small, large = costs
    first, last = units
    for name, seconds in sorted(large.seconds.items(), key=lambda each: -each[1]):
        if large.share(name) < _LEAST_SHARE and not _is_steep(small, large, name, last / first):
            continue
        growth = seconds / small.seconds[name] if small.seconds[name] else 0
        grown = f"×{growth:.1f}" if seconds >= _LEAST_SECONDS else "–"
        yield f"| {name} | {seconds * 1000:,.0f} ms | {large.share(name):.1%} | {grown} |\n"
    growth = large.whole / small.whole
    yield f"| the whole run | {large.whole * 1000:,.0f} ms | 100 % | ×{growth:.1f} |\n"


def _is_steep(small: Costs, large: Costs, name: str, times: float) -> bool:
    """Whether a rule grows faster than what it looks at."""
    seconds = large.seconds[name]
    return seconds >= _LEAST_SECONDS and seconds > 1.1 * times * small.seconds[name]


if __name__ == "__main__":
    main()
