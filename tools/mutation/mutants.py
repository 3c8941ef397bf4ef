"""Draws mutants. How a token is changed is mutmut's knowledge; which ones are drawn is ours."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import Mutation, MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

from .examples import example_lines
from .functions import function_at, function_spans

#: What decides: mutants of it are few beside those of calls and texts, and harder to notice.
_DECISIONS = (
    *(cst.BooleanOperation, cst.ComparisonTarget, cst.UnaryOperation, cst.BinaryOperation),
    *(cst.IfExp, cst.Is, cst.IsNot, cst.In, cst.NotIn, cst.Integer, cst.Name, cst.AugAssign),
    *(cst.Break, cst.Continue),
)


class Mutant(NamedTuple):
    """One module with one change."""

    path: str
    line: int
    function: str
    decides: bool
    original: str
    mutated: str

    def is_in(self, folder: str) -> bool:
        """Whether the module lies below ``folder``."""
        return self.path.startswith(f"{folder}/")

    def diff(self) -> str:
        """The lines that changed."""
        lines = difflib.unified_diff(
            self.original.splitlines(), self.mutated.splitlines(), lineterm="", n=0
        )
        return "\n".join(line for line in lines if line[:3] not in {"---", "+++"})


class _Place(NamedTuple):
    path: str
    number: int
    decides: bool


def draw_mutants(root: Path, paths: list[str], count: int, seed: int) -> list[Mutant]:
    """Draw ``count`` mutants of the modules at ``paths``, half of them decisions."""
    places = [place for path in paths for place in _places(root, path)]
    random = Random(seed)
    halves = ((True, (count + 1) // 2), (False, count // 2))
    drawn: list[_Place] = []
    for decides, wanted in halves:
        choice = [place for place in places if place.decides is decides]
        drawn += random.sample(choice, min(wanted, len(choice)))
    by_file = itertools.groupby(sorted(drawn), key=lambda place: place.path)
    return [mutant for path, these in by_file for mutant in _mutants(root, path, list(these))]


def _places(root: Path, path: str) -> Iterator[_Place]:
    _, mutations = _mutations((root / path).read_text())
    for number, each in enumerate(mutations):
        yield _Place(path, number, isinstance(each.original_node, _DECISIONS))


def _mutants(root: Path, path: str, places: list[_Place]) -> Iterator[Mutant]:
    source = (root / path).read_text()
    module, mutations = _mutations(source)
    spans = function_spans(source)
    for place in places:
        each = mutations[place.number]
        changed = module.deep_replace(each.original_node, each.mutated_node)
        assert isinstance(changed, cst.Module)
        line = _changed_line(source, changed.code)
        yield Mutant(path, line, function_at(spans, line), place.decides, source, changed.code)


def _changed_line(one: str, other: str) -> int:
    pairs = zip(one.splitlines(), other.splitlines(), strict=False)
    return next((line for line, (a, b) in enumerate(pairs, 1) if a != b), 1)


def _mutations(source: str) -> tuple[cst.Module, list[Mutation]]:
    wrapper = MetadataWrapper(cst.parse_module(source))
    ignored = IgnoredCode(set(), set(), ignore_pattern_lines=set(example_lines(source)))
    visitor = _Visitor(mutation_operators, ignored)
    return wrapper.visit(visitor), visitor.mutations


class _Visitor(MutationVisitor):
    """mutmut leaves decorated functions alone, which cannot be called through its trampolines."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef):
            return False
        return bool(super()._skip_node_and_children(node))
