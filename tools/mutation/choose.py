"""Which tests may notice a mutant, the likeliest first."""

from __future__ import annotations

from .functions import MODULE
from .mutants import Mutant
from .record import Run


def choose_tests(mutant: Mutant, runs: dict[str, Run], budget: float) -> list[str]:
    """The tests that run the mutant's function, those that run few others before the rest.

    What runs at import is noticed by any test of the module. ``budget`` is in seconds.
    """
    tests = [name for name, run in runs.items() if _reaches(run, mutant)]
    tests.sort(key=lambda name: (len(runs[name].functions), runs[name].seconds))
    chosen: list[str] = []
    for name in tests:
        budget -= runs[name].seconds
        if budget < 0 and chosen:
            break
        chosen.append(name)
    return chosen


def _reaches(run: Run, mutant: Mutant) -> bool:
    if mutant.function == MODULE:
        return any(name.startswith(f"{mutant.path}::") for name in run.functions)
    return f"{mutant.path}::{mutant.function}" in run.functions
