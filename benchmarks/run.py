"""Times the linter beside its peers, as whole processes, and writes the table of the docs.

    python -m benchmarks.run [--corpora 20 real 1000 10000] [--rounds 5] [--write]

Single runs on a shared machine lie by a factor of two. So every command runs in turn with the
others, and what is told is the median of the rounds. Compare ratios, not milliseconds.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from .corpora import REAL, SIZES, make
from .environment import install
from .measure import Case, run_in_turns
from .moments import cases_of
from .table import print_table, write_table

_HERE = Path(__file__).parent
#: What takes minutes is run fewer times.
_MOST_ROUNDS = {"10000": 3}


def main() -> None:
    """Install, make the corpora, time, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    names = [*map(str, SIZES), REAL]
    parser.add_argument("--corpora", nargs="*", default=names, choices=names)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--moments", nargs="*", help="only these")
    parser.add_argument("--real", type=Path, help="a folder whose Markdown is the real corpus")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--environment", type=Path, default=_HERE / ".environment")
    arguments = parser.parse_args()
    tools = install(arguments.environment.resolve())
    done: list[Case] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.corpora:
            root = make(Path(folder), name, arguments.real or tools.node_modules)
            cases = list(cases_of(name, root, tools))
            if arguments.moments:
                cases = [case for case in cases if case.moment in arguments.moments]
            run_in_turns(cases, min(arguments.rounds, _MOST_ROUNDS.get(name, 99)), _environment())
            done += cases
    print_table(done)
    if arguments.write:
        write_table(done, _HERE.parent / "docs" / "performance.md")


def _environment() -> dict[str, str]:
    """Bytecode is written, as everywhere; nothing says that this is CI."""
    unset = {"PYTHONDONTWRITEBYTECODE", "CI", "GITHUB_ACTIONS", "GITLAB_CI"}
    return {name: value for name, value in os.environ.items() if name not in unset}


if __name__ == "__main__":
    main()
