"""Which tests may notice a mutant, the likeliest first."""

from __future__ import annotations

from difflib import SequenceMatcher

from .mutants import Mutant
from .places import MODULE, Lines, functions, statement_at
from .record import Record, Run


def choose_tests(mutant: Mutant, record: Record, budget: float) -> list[str]:
    """The tests that run the mutant's statement, those that run little else before the rest.

    What runs at import is noticed by any test of the module. ``budget`` is in seconds.
    """
    wanted = _recorded_lines(mutant, record.sources.get(mutant.path, mutant.original))
    runs = {
        name: run for name, run in record.runs.items() if run.lines.get(mutant.path, 0) & wanted
    }
    chosen: list[str] = []
    for name in sorted(runs, key=lambda name: (_breadth(runs[name]), runs[name].seconds)):
        budget -= runs[name].seconds
        if budget < 0 and chosen:
            break
        chosen.append(name)
    return chosen


def _breadth(run: Run) -> int:
    return sum(bits.bit_count() for bits in run.lines.values())


def _recorded_lines(mutant: Mutant, recorded: str) -> int:
    """The lines, as bits, where what is mutated stood when tests were recorded."""
    if mutant.function == MODULE:
        spans = functions(recorded)
    else:
        spans = [_then(statement_at(mutant.original, mutant.line), mutant.original, recorded)]
    return sum(1 << line for line in {line for each in spans for line in _range(each)})


def _then(lines: Lines, now: str, recorded: str) -> Lines:
    """Where ``lines`` were; of new ones, where the old ones were that stand around them."""
    if now == recorded:
        return lines
    matcher = SequenceMatcher(None, recorded.splitlines(), now.splitlines(), autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        if start < lines.first <= end:
            moved = first - start
            is_same = last - first == end - start
            return Lines("", lines.first + moved, lines.last + moved if is_same else last + 1)
    return lines


def _range(lines: Lines) -> range:
    return range(lines.first, lines.last + 1)
