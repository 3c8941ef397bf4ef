"""Which tests may notice a mutant, the likeliest first."""

from __future__ import annotations

from difflib import SequenceMatcher

from .mutants import Mutant
from .places import MODULE, Lines, functions, statement_at
from .record import Record, Run

#: Seconds that another process takes to read a file of tests.
_READING = 0.5


def choose_tests(mutant: Mutant, record: Record, budget: float) -> list[str]:
    """The tests that run the mutant's statement, first those that soon run much of its module, and
    little besides.

    What runs at import may be noticed by any test of the module, and constants of a module without
    functions by any test of its folder. ``budget`` is in seconds.
    """
    wanted = [recorded_lines(mutant, then.get(mutant.path, "")) for then in record.sources]
    folder = mutant.path.rpartition("/")[0]
    runs = {
        name: run
        for name, run in record.runs.items()
        if (
            run.lines.get(mutant.path, 0) & wanted[run.then]
            if any(wanted)
            else _is_near(run, folder)
        )
    }
    chosen: list[str] = []
    files: set[str] = set()
    for name in sorted(runs, key=lambda name: _promise(runs[name], mutant.path), reverse=True):
        file = name.partition("::")[0]
        is_read = mutant.function == MODULE and file not in files
        budget -= runs[name].seconds + is_read * _READING
        if budget < 0 and chosen:
            break
        chosen.append(name)
        files.add(file)
    return chosen


def _is_near(run: Run, folder: str) -> bool:
    return any(path.startswith(f"{folder}/") for path in run.lines)


def _promise(run: Run, path: str) -> float:
    """How many lines of the module it runs in a second, and how much of all that it runs they are.

    What a test costs besides is guessed.
    """
    here = run.lines.get(path, 0).bit_count()
    share = here / (sum(map(int.bit_count, run.lines.values())) or 1)
    return share * here / (run.seconds + 0.05)


def recorded_lines(mutant: Mutant, recorded: str) -> int:
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
