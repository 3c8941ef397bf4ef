"""Where a line is: in which function, and in which statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

#: What runs when a module is imported: constants, class bodies, defaults, decorators.
MODULE = ""


class Lines(NamedTuple):
    """From one line to another, both included."""

    name: str
    first: int
    last: int


def functions(source: str) -> list[Lines]:
    """The bodies of all functions and methods that no other function holds."""
    return list(_functions(ast.parse(source).body, ""))


def function_at(source: str, line: int) -> str:
    """The name of the function whose body holds ``line``, or `MODULE`."""
    return next((each.name for each in functions(source) if _holds(each, line)), MODULE)


def statement_at(source: str, line: int) -> Lines:
    """The statement that ``line`` is in; of one that holds others, what stands before them."""
    around = [each for each in _statements(ast.parse(source)) if _holds(each, line)]
    return max(around, key=lambda each: each.first, default=Lines("", line, line))


def _holds(lines: Lines, line: int) -> bool:
    return lines.first <= line <= lines.last


def _functions(body: list[ast.stmt], prefix: str) -> Iterator[Lines]:
    for each in body:
        if isinstance(each, ast.ClassDef):
            yield from _functions(each.body, f"{prefix}{each.name}.")
        elif isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Lines(prefix + each.name, each.body[0].lineno, each.end_lineno or each.lineno)


def _statements(tree: ast.Module) -> Iterator[Lines]:
    for each in ast.walk(tree):
        if isinstance(each, ast.stmt):
            inner = getattr(each, "body", None)
            last = inner[0].lineno - 1 if inner else each.end_lineno or each.lineno
            yield Lines(type(each).__name__, each.lineno, max(last, each.lineno))
