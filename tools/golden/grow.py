"""Finds curricula in which mutants show, one mutant after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from coverage import Coverage

from tests.golden.cases import Case
from tests.golden.observe import ASPECTS, observe
from tools.mutation.checkout import PACKAGE
from tools.mutation.choose import recorded_lines
from tools.mutation.mutants import Mutant
from tools.mutation.record import lines_by_context

from .mutated import Mutated
from .shrink import Files, shrink

#: In how many curricula a mutant has to look like the linter, before it is let go.
_MOST_TRIES = 150
#: What shows mutants of a folder first.
_CLOSEST = {"model": "outlines", "links": "links", "listings": "listings"}


class Try(NamedTuple):
    """A curriculum, what is seen of it under some aspects, and which lines of modules ran."""

    files: Files
    seen: dict[str, list[str]]
    lines: dict[str, int]


class Growth:
    """Cases, and what else was tried."""

    def __init__(
        self, root: Path, copy: Path, cases: Iterable[Case], trees: Iterable[Files]
    ) -> None:
        self._root, self._copy = root, copy
        self._tries = _recorded(root, ((each, tuple(ASPECTS)) for each in trees))
        self._known = _recorded(root, ((case.files, (case.aspect,)) for case in cases))

    @property
    def cases(self) -> list[Case]:
        """All cases, with what is seen of them."""
        return [
            Case(known.files, aspect, seen)
            for known in self._known
            for aspect, seen in known.seen.items()
        ]

    def judge(self, mutant: Mutant) -> str:
        """``known`` by a case, ``found`` in a curriculum that becomes one, or ``unseen``."""
        with Mutated(self._root, self._copy, mutant) as mutated:
            if self._first(mutant, mutated, self._known, list(ASPECTS)):
                return "known"
            drawn = Random(mutant.line).sample(self._tries, len(self._tries))
            for aspects in _aspects(mutant):
                if found := self._first(mutant, mutated, drawn, aspects):
                    self._keep(*found, mutated)
                    return "found"
        return "unseen"

    def _first(
        self, mutant: Mutant, mutated: Mutated, tries: Sequence[Try], aspects: Sequence[str]
    ) -> tuple[Files, str] | None:
        wanted = recorded_lines(mutant, mutant.original)
        near = [each for each in tries if each.lines.get(mutant.path, 0) & wanted]
        for each in near[:_MOST_TRIES]:
            for aspect in aspects:
                if (seen := each.seen.get(aspect)) and mutated.see(each.files, aspect) != seen:
                    return each.files, aspect
        return None

    def _keep(self, files: Files, aspect: str, mutated: Mutated) -> None:
        def shows(smaller: Files) -> bool:
            return mutated.see(smaller, aspect) != observe(smaller, aspect)

        # A mutant that no longer lives shows in everything.
        if mutated.see({}, "findings") is not None:
            files = shrink(files, shows)
        self._known += _recorded(self._root, [(files, (aspect,))])


def _aspects(mutant: Mutant) -> Iterator[Sequence[str]]:
    """The aspects under which a mutant may show, those that tell the most first."""
    folder = mutant.path.removeprefix(f"{PACKAGE}/").partition("/")[0]
    first = [_CLOSEST[folder]] if folder in _CLOSEST else []
    yield from (first, ["findings"])
    if folder != "rules":
        yield [each for each in ASPECTS if each not in (*first, "findings")]


def _recorded(root: Path, trees: Iterable[tuple[Files, Sequence[str]]]) -> list[Try]:
    coverage = Coverage(data_file=None, config_file=False, include=[f"{root}/src/*"])
    coverage.set_option("run:disable_warnings", ["no-data-collected"])
    coverage.start()
    seen = []
    for number, (files, aspects) in enumerate(trees):
        coverage.switch_context(str(number))
        seen.append((files, {each: observe(files, each) for each in aspects}))
    coverage.stop()
    lines = lines_by_context(coverage.get_data(), root)
    return [Try(*each, lines.get(str(number), {})) for number, each in enumerate(seen)]
