"""What GitHub sets as mathematics: indices and intervals stand in brackets there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.late_pattern import late_pattern

#: Between dollar signs that touch what is inside; an amount of money has a digit behind its sign.
_FORMULA = late_pattern(
    r"(?<!\\)(?:\$\$(?:[^$\\]|\\[\s\S])+\$\$|\$(?![\s$])(?:[^$\\]|\\[\s\S])*(?<!\s)\$(?!\d))"
)
#: A destination that is no index: a path, an address, or a place of the page.
_ADDRESS = late_pattern(r"[#/]|[A-Za-z][\w+-]+:|.*(?:/|\.[A-Za-z]\w{0,4}(?:[?#]|\Z))", re.DOTALL)


def find_formulas(content: str) -> Iterator[tuple[int, int]]:
    """Where the formulas of a block begin and end."""
    if "$" in content:
        yield from (match.span() for match in _FORMULA.finditer(content))


def is_argument(destination: str) -> bool:
    """Whether what looks like a link's destination is one in a formula, such as `x` of `f[i](x)`.

    A formula is found only after Markdown has been read, so GitHub makes a link of it.
    """
    return _ADDRESS.match(destination) is None
