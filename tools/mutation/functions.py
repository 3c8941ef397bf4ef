"""Which function a line is in. Lines move when somebody edits a file; names seldom do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

#: What runs when a module is imported: constants, class bodies, defaults, decorators.
MODULE = ""


class Span(NamedTuple):
    """The body of a function or method that no other function holds."""

    name: str
    first: int
    last: int


def function_spans(source: str) -> list[Span]:
    """Every outermost function and method of a module."""
    return list(_spans(ast.parse(source).body, ""))


def function_at(spans: list[Span], line: int) -> str:
    """The name of the function whose body holds ``line``, or `MODULE`."""
    return next((span.name for span in spans if span.first <= line <= span.last), MODULE)


def _spans(body: list[ast.stmt], prefix: str) -> Iterator[Span]:
    for each in body:
        if isinstance(each, ast.ClassDef):
            yield from _spans(each.body, f"{prefix}{each.name}.")
        elif isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            last = each.end_lineno or each.lineno
            yield Span(prefix + each.name, each.body[0].lineno, last)
