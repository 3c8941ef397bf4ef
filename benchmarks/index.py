"""Times what is generated from a curriculum: its index, list, graph, data and page.

    python -m benchmarks.index [--units 20 1000 10000] [--runs 5]

Each step runs in this process on a curriculum that has been read. What is printed is the median of
its CPU time, and the ratio to an interpreter that does nothing, round by round: compare ratios, not
milliseconds. The first round warms up. Reading is timed once, for the proportion.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from curriculum_lint.check.run import read_curriculum
from curriculum_lint.graph.block import GraphBlocks
from curriculum_lint.index.build import build_index
from curriculum_lint.index.entries import CurriculumIndex
from curriculum_lint.index.json_index import json_index
from curriculum_lint.index.listing import Listing
from curriculum_lint.model.curriculum import Curriculum
from curriculum_lint.page.render import html_page
from curriculum_lint.settings.index_settings import GraphOf, IndexSettings
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk

from .make_corpus import main as make_corpus
from .measure import Case

#: Levels, modules in each, subsections in each module; about as many units as the name says.
SIZES = {20: (1, 7, 2), 1000: (3, 84, 3), 10000: (3, 834, 3)}
#: In each unit: fewer than in a real one, so that 10,000 units can be waited for.
EXERCISES = 6


class Step(NamedTuple):
    """One thing to generate."""

    name: str
    run: Callable[[], object]


class Measured(NamedTuple):
    """CPU seconds of a step, and how often the floor that is."""

    name: str
    seconds: float
    ratio: float


def main() -> None:
    """Build the curricula, time the steps, print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, nargs="*", default=list(SIZES), choices=list(SIZES))
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    for units in arguments.units:
        with tempfile.TemporaryDirectory() as folder:
            curriculum, seconds = _read(_corpus(Path(folder, "corpus"), units))
            floor = _floor(Path(folder))
            measured = list(_measure(list(_steps(curriculum)), floor, arguments.runs))
        once = Measured("reading it (once)", seconds, seconds / floor.median().cpu)
        _print(f"{units:,} units", [once, *measured])


def _floor(folder: Path) -> Case:
    """An interpreter that does nothing."""
    return Case("", "floor", "python", [sys.executable, "-c", "pass"], folder, folder)


def _corpus(root: Path, units: int) -> Path:
    """A curriculum in which every module teaches two concepts and requires one of the last."""
    levels, modules, sections = SIZES[units]
    arguments = ["--levels", levels, "--modules", modules, "--sections", sections]
    arguments += ["--exercises", EXERCISES, "--section-exercises", EXERCISES, "--defects", 0]
    with redirect_stdout(StringIO()):
        make_corpus([str(root), "--truth", f"{root}.json", *map(str, arguments)])
    for level in sorted(root.glob("*_level")):
        folders = sorted(level.glob("[0-9]*_*"), key=lambda each: int(each.name.split("_")[0]))
        for at, module in enumerate(folders):
            _connect(module / "readme.md", folders[at - 1].name if at else None)
    return root


def _connect(readme: Path, before: str | None) -> None:
    text = "\n## Concepts\n\n### First idea\n\nText.\n\n### Second idea\n\nText.\n"
    if before is not None:
        text += f"\n## Before you start\n\n- [Ideas](../{before}/readme.md#first-idea)\n"
    readme.write_text(readme.read_text(encoding="utf-8") + text, encoding="utf-8")


def _read(root: Path) -> tuple[Curriculum, float]:
    settings = load_settings(str(root), root=str(root)).settings
    start = time.process_time()
    curriculum = read_curriculum(Disk(settings))
    return curriculum, time.process_time() - start


def _steps(curriculum: Curriculum) -> Iterator[Step]:
    index = build_index(curriculum)
    yield Step("the index", lambda: build_index(curriculum))
    yield Step("the list in a readme", lambda: _list(index))
    for of in GraphOf:
        yield Step(f"a graph of {of}", partial(_block, index, of))
    yield Step("the JSON file", lambda: json_index(index))
    yield Step("the page", lambda: html_page(index, "index.html", None))


def _block(index: CurriculumIndex, of: GraphOf) -> str:
    return GraphBlocks(index, of).block("")


def _list(index: CurriculumIndex) -> str:
    return "\n".join(Listing("", IndexSettings()).lines(index))


def _measure(steps: list[Step], floor: Case, runs: int) -> Iterator[Measured]:
    seconds: dict[str, list[float]] = {step.name: [] for step in steps}
    for _ in range(runs + 1):
        floor.run({})
        for step in steps:
            start = time.process_time()
            step.run()
            seconds[step.name].append(time.process_time() - start)
    for name, each in seconds.items():
        pairs = list(zip(each, floor.runs, strict=True))[1:]
        ratio = statistics.median(one / other.cpu for one, other in pairs)
        yield Measured(name, statistics.median(each[1:]), ratio)


def _print(title: str, measured: list[Measured]) -> None:
    print(f"{title:36} {'CPU ms':>8} {'x floor':>8}")
    for each in measured:
        print(f"  {each.name:34} {each.seconds * 1000:8.1f} {each.ratio:8.2f}")


if __name__ == "__main__":
    main()
