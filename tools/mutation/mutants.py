"""Draws mutants. How a token is changed is mutmut's knowledge; which ones are drawn is ours."""

from __future__ import annotations

import ast
import difflib
import itertools
import re
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
from .places import function_at

#: What decides: mutants of it are few beside those of calls and texts, and harder to notice.
_DECISIONS = (
    *(cst.BooleanOperation, cst.ComparisonTarget, cst.UnaryOperation, cst.BinaryOperation),
    *(cst.IfExp, cst.Is, cst.IsNot, cst.In, cst.NotIn, cst.Integer, cst.Name, cst.AugAssign),
    *(cst.Break, cst.Continue),
)


#: A sentence, or a part of one that is said to people: a capital and a blank, or some words.
_WORDING = re.compile(r"""["'](?:[A-Z][^"']* |[^"']*?(?:\b[a-z]+[,.:;]? ){3})""")


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
    source: str
    module: cst.Module
    mutation: Mutation


def draw_mutants(root: Path, paths: list[str], count: int, seed: int) -> list[Mutant]:
    """Draw ``count`` mutants of the modules at ``paths``, half of them decisions."""
    places = [place for path in paths for place in _places(path, (root / path).read_text())]
    random = Random(seed)
    halves = ((True, (count + 1) // 2), (False, count // 2))
    drawn: list[Mutant] = []
    for decides, wanted in halves:
        choice = [place for place in places if _decides(place.mutation) is decides]
        random.shuffle(choice)
        # Some are none: `any(each for each in (), )` is no Python.
        drawn += itertools.islice(filter(_is_another_program, map(_mutant, choice)), wanted)
    # Those that are judged first are a sample too.
    random.shuffle(drawn)
    return drawn


def _places(path: str, source: str) -> Iterator[_Place]:
    wrapper = MetadataWrapper(cst.parse_module(source))
    ignored = IgnoredCode(set(), set(), ignore_pattern_lines=set(example_lines(source)))
    visitor = _Visitor(mutation_operators, ignored)
    module = wrapper.visit(visitor)
    return (
        _Place(path, source, module, each)
        for each in visitor.mutations
        if not _is_wording(each.original_node)
    )


def _is_wording(node: cst.CSTNode) -> bool:
    """Whether other words would say the same: rules' pages compare them already."""
    return isinstance(node, cst.SimpleString) and _WORDING.match(node.value) is not None


def _decides(mutation: Mutation) -> bool:
    return isinstance(mutation.original_node, _DECISIONS)


def _mutant(place: _Place) -> Mutant:
    path, source, module, mutation = place
    changed = module.deep_replace(mutation.original_node, mutation.mutated_node)
    assert isinstance(changed, cst.Module)
    line = _changed_line(source, changed.code)
    function = function_at(source, line)
    return Mutant(path, line, function, _decides(mutation), source, changed.code)


def _is_another_program(mutant: Mutant) -> bool:
    """Whether it is Python, and says something else."""
    try:
        return _said(mutant.original) != _said(mutant.mutated)
    except SyntaxError:
        return False


def _said(source: str) -> str:
    """The program, without what makes no difference.

    None is as false as False, ``strict`` claims what holds, and some patterns match in any case.
    """
    compile(source, "mutant", "exec", dont_inherit=True)
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            node.keywords = [each for each in node.keywords if each.arg != "strict"]
            if any("IGNORECASE" in ast.dump(each) for each in node.args):
                _fold_texts(node)
    return ast.dump(tree).replace("Constant(value=False)", "Constant(value=None)")


def _fold_texts(pattern: ast.Call) -> None:
    for node in ast.walk(pattern):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = node.value.casefold()


def _changed_line(one: str, other: str) -> int:
    pairs = zip(one.splitlines(), other.splitlines(), strict=False)
    return next((line for line, (a, b) in enumerate(pairs, 1) if a != b), 1)


class _Visitor(MutationVisitor):
    """mutmut leaves decorated functions alone, which cannot be called through its trampolines."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef):
            return False
        return bool(super()._skip_node_and_children(node))
