"""Draws mutants of the linter, runs the tests that reach them, and shows those that survive."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import pytest

from .checkout import FOLDERS, PACKAGE, enter_copy, sources
from .judge import Judge, Verdict
from .mutants import draw_mutants
from .record import record_runs


def main() -> int:
    """1 if too many mutants survive."""
    arguments = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        verdicts = _judge(arguments, Path(folder).resolve())
    return _report(verdicts, arguments.least)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.mutation", description=__doc__)
    parser.add_argument("--mutants", type=int, default=400, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--least", type=float, default=92, metavar="PERCENT", help="killed")
    parser.add_argument("--only", default="", metavar="PATH", help=f"below {PACKAGE}")
    parser.add_argument(
        "--budget",
        type=float,
        default=15,
        metavar="SECONDS",
        help="of the processor, of tests for one mutant",
    )
    parser.add_argument(
        "--runs", metavar="FILE", help="where it is kept which test runs what, for the next time"
    )
    return parser


def _judge(arguments: argparse.Namespace, folder: Path) -> list[Verdict]:
    kept = Path(arguments.runs or folder / "runs.json").absolute()
    copy = enter_copy(folder)
    started = time.perf_counter()
    record = record_runs(copy, kept)
    print(
        f"{len(record.runs):,} tests known after {time.perf_counter() - started:.0f} s", flush=True
    )
    paths = [path for path in sources(copy) if path.startswith(f"{PACKAGE}/{arguments.only}")]
    mutants = draw_mutants(copy, paths, arguments.mutants, arguments.seed)
    verdicts: list[Verdict] = []

    def tell(verdict: Verdict) -> None:
        verdicts.append(verdict)
        print("." if verdict.killed else "S", end="", flush=True)
        if not verdict.killed:
            _show(verdict)

    judge = Judge(copy, mutants, record, arguments.budget, tell)
    files = sorted({name.partition("::")[0] for name in record.runs})
    options = ["-q", "-s", "-p", "no:xdist", "-p", "no:cacheprovider", "--no-header"]
    pytest.main([*options, "-o", "tmp_path_retention_policy=none", *files], plugins=[judge])
    return verdicts


def _show(verdict: Verdict) -> None:
    mutant = verdict.mutant
    where = mutant.function or "what runs at import"
    print(f"\n{mutant.path}:{mutant.line} {where}, {verdict.tests} tests, {verdict.seconds:.0f} s")
    print(mutant.diff(), flush=True)


def _report(verdicts: list[Verdict], least: float) -> int:
    seconds = sum(verdict.seconds for verdict in verdicts)
    print(f"\n{len(verdicts)} mutants in {seconds:.0f} s")
    for name in FOLDERS:
        _report_share(name, [each for each in verdicts if each.mutant.is_in(f"{PACKAGE}/{name}")])
    _report_share("decisions", [verdict for verdict in verdicts if verdict.mutant.decides])
    _report_share("the rest", [verdict for verdict in verdicts if not verdict.mutant.decides])
    share = _report_share("all", verdicts)
    return 0 if share >= least else 1


def _report_share(name: str, verdicts: list[Verdict]) -> float:
    """In per cent."""
    killed = sum(verdict.killed for verdict in verdicts)
    share = 100 * killed / len(verdicts) if verdicts else 0.0
    print(f"{name}: {killed} of {len(verdicts)} killed, {share:.1f} %")
    return share
