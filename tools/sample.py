"""Draws findings to be judged by hand: some of every rule, with the lines around them.

    python -m tools.sample FOLDER... --findings 300 --seed 7 > sample.md

Each folder is checked with its own configuration, or the default one. Of every rule the sample
takes findings in turn, at random but the same for the same seed, until there are enough; a rule
with few findings gives them all. Each is shown with its message, its help and the lines around
it, and with a box for a verdict: true, useless, false.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.check.run import run
from curriculum_lint.check.selection import select_rules
from curriculum_lint.rules.registry import all_rules
from curriculum_lint.settings.load import load_settings
from curriculum_lint.workspace.disk import Disk

_AROUND = 2
_WIDEST = 300


class Drawn(NamedTuple):
    """A finding, and the folder it is from."""

    root: Path
    finding: Diagnostic


def findings_of(root: Path) -> Iterator[Drawn]:
    """What the default rules find in one folder."""
    settings = load_settings(str(root), root=str(root)).settings
    rules = select_rules(all_rules(), settings)
    yield from (Drawn(root, each) for each in run(Disk(settings), rules).diagnostics)


def draw(found: Sequence[Drawn], count: int, seed: int) -> list[Drawn]:
    """``count`` of them, as evenly over the rules as their numbers allow, in order of the rules."""
    random = Random(seed)
    by_rule: dict[str, list[Drawn]] = defaultdict(list)
    for each in found:
        by_rule[each.finding.code].append(each)
    for each_rule in by_rule.values():
        random.shuffle(each_rule)
    taken = 0
    quota = dict.fromkeys(by_rule, 0)
    while taken < min(count, len(found)):
        for code, findings in by_rule.items():
            if taken < count and quota[code] < len(findings):
                quota[code] += 1
                taken += 1
    return [each for code in sorted(by_rule) for each in by_rule[code][: quota[code]]]


def told(drawn: Drawn) -> str:
    """One finding as an item of Markdown, with the lines around it."""
    path, start, _ = drawn.finding.place
    said = drawn.finding.message + (f" — {drawn.finding.help}" if drawn.finding.help else "")
    where = f"{drawn.root.name}/{path}:{start.line}:{start.column}"
    lines = "\n".join(_lines(drawn.root / path, start.line))
    return f"- [ ] {drawn.finding.code} {where}\n  {said}\n\n{lines}\n"


def _lines(path: Path, line: int) -> Iterator[str]:
    if path.is_file():
        text = path.read_bytes().decode("utf-8", "replace").splitlines()
        for number in range(max(line - _AROUND, 1), min(line + _AROUND, len(text)) + 1):
            mark = ">" if number == line else " "
            yield f"      {mark}{number:5} {text[number - 1][:_WIDEST]}"


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--findings", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = [each for root in asked.folders for each in findings_of(root)]
    for each in draw(found, asked.findings, asked.seed):
        print(told(each))


if __name__ == "__main__":
    main()
