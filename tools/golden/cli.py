"""Writes what is seen of the cases anew, or finds more of them."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.golden.cases import Case, load_cases, save_cases
from tests.golden.observe import ASPECTS

from .shrink import Files

#: Tests that write curricula.
_GATHERED = (
    *("rules", "refactor", "index", "layouts", "model", "links", "fixes", "traps", "init"),
    *("criteria", "curriculum_diff", "graph", "languages"),
)


def main() -> int:
    """0, always."""
    parser = argparse.ArgumentParser(prog="python -m tools.golden", description=__doc__)
    parser.add_argument("--grow", type=int, default=0, metavar="N", help="by N mutants")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the mutants")
    parser.add_argument("--drawn", type=int, default=300, metavar="N", help="curricula to draw")
    parser.add_argument("--trees", metavar="FILE", help="where the curricula of tests are kept")
    parser.add_argument("--only", default="", metavar="PATH", help="mutants below it")
    parser.add_argument("--add", type=Path, metavar="FOLDER", help="a curriculum, as a case")
    parser.add_argument("--aspect", choices=ASPECTS, default="findings", help="of what is added")
    arguments = parser.parse_args()
    cases = [case for aspect in ASPECTS for case in load_cases(aspect)]
    if arguments.add:
        cases.append(Case(_read(arguments.add), arguments.aspect, []))
    save_cases(_grown(arguments, cases) if arguments.grow else cases)
    return 0


def _read(folder: Path) -> Files:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in paths}


def _grown(arguments: argparse.Namespace, cases: list[Case]) -> list[Case]:
    from tools.mutation.checkout import PACKAGE, ROOT, enter_copy, sources
    from tools.mutation.mutants import draw_mutants

    from .grow import Growth

    verdicts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="golden-") as folder:
        trees = _trees(Path(arguments.trees or f"{folder}/trees.jsonl"), arguments.drawn)
        copy = enter_copy(Path(folder).resolve())
        paths = [path for path in sources(copy) if path.startswith(f"{PACKAGE}/{arguments.only}")]
        mutants = draw_mutants(copy, paths, arguments.grow, arguments.seed)
        growth = Growth(ROOT, copy, cases, trees)
        print(f"{len(growth.cases)} cases, {len(trees)} curricula to try", flush=True)
        for mutant in mutants:
            verdict = growth.judge(mutant)
            verdicts[verdict] += 1
            if verdict == "unseen":
                print(f"{mutant.path}:{mutant.line} {mutant.function}\n{mutant.diff()}", flush=True)
            if sum(verdicts.values()) % 20 == 0:
                print(dict(verdicts), flush=True)
                save_cases(growth.cases)
    print(dict(verdicts), len(growth.cases), "cases")
    return growth.cases


def _trees(kept: Path, drawn: int) -> list[Files]:
    """Those that tests write, and random ones."""
    from .harvest import VARIABLE
    from .inputs import random_curriculum

    if not kept.exists():
        tests = [f"tests/{name}" for name in _GATHERED]
        options = ["-q", "-p", "no:xdist", "-p", "tools.golden.harvest"]
        environment = os.environ | {VARIABLE: str(kept)}
        command = [sys.executable, "-m", "pytest", *options, *tests]
        subprocess.run(command, env=environment, check=False)
    trees: list[Files] = [json.loads(line) for line in kept.read_text().splitlines()]
    return trees + [random_curriculum(Random(number)) for number in range(drawn)]
