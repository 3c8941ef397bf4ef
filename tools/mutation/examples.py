"""Where a rule's examples and its page are: a mutant of its tests and texts is none of the rule."""

from __future__ import annotations

import ast
from collections.abc import Iterator

#: The texts are compared with the rule's page by ``tools/generate.py --check``.
_ATTRIBUTES = {"good", "bad", "summary", "limits"}


def example_lines(source: str) -> frozenset[int]:
    """The lines of examples and texts, and of constants and functions for them alone."""
    tree = ast.parse(source)
    examples = list(_examples(tree))
    while constant := next(_constants_of(tree, examples), None):
        examples.append(constant)
    return frozenset(line for each in examples for line in _lines(each))


def _examples(tree: ast.Module) -> Iterator[ast.stmt]:
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef):
            yield from (each for each in statement.body if _ATTRIBUTES & set(_assigned(each)))


def _constants_of(tree: ast.Module, examples: list[ast.stmt]) -> Iterator[ast.stmt]:
    inside = {node for each in examples for node in ast.walk(each)}
    used = set(_names(inside))
    used_elsewhere = set(_names(set(ast.walk(tree)) - inside))
    for statement in tree.body:
        names = set(_assigned(statement))
        if names & used and not names & used_elsewhere and statement not in inside:
            yield statement


def _names(nodes: set[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id


def _assigned(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.Assign):
        yield from (each.id for each in statement.targets if isinstance(each, ast.Name))
    elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield statement.target.id
    elif isinstance(statement, ast.FunctionDef):
        yield statement.name


def _lines(statement: ast.stmt) -> range:
    return range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
