"""The order in which people count: 2 before 10."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"([0-9]+)")

#: Text and numbers in turn, a number as (how many digits, the digits); the name itself settles
#: ties such as "1" and "01".
NaturalKey = tuple[tuple[str | tuple[int, str], ...], str]


def natural_key(name: str) -> NaturalKey:
    """The key that sorts names as people do: numbers by value, letters without regard to case."""
    # A number is compared by its length and digits: int() refuses more than 4 300 of them.
    parts = _DIGITS.split(name.casefold())
    return (tuple(_number(part) if at % 2 else part for at, part in enumerate(parts)), name)


def _number(digits: str) -> tuple[int, str]:
    significant = digits.lstrip("0")
    return (len(significant), significant)
