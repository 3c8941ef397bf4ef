"""Where a generated text differs first from what it should be."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from ..text.source import normalise_line_ends

_LONGEST = 100


class Difference(NamedTuple):
    """The first line that differs, counted from 1; ``None`` stands for a line that is not there.

    The lines are cut to a length that a message can hold.
    """

    line: int
    current: str | None
    wanted: str | None


def first_difference(current: str, wanted: str) -> Difference | None:
    """``None`` for texts that are equal but for the kind of their line endings."""
    lines = zip_longest(normalise_line_ends(current).split("\n"), wanted.split("\n"))
    for number, (one, other) in enumerate(lines, start=1):
        if one != other:
            return Difference(number, *_shown(one, other))
    return None


def _shown(one: str | None, other: str | None) -> tuple[str | None, str | None]:
    """Both lines, from where they begin to differ if they are long."""
    start = 0
    if one is not None and other is not None and max(len(one), len(other)) > _LONGEST:
        alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
        start = max(0, alike - _LONGEST // 2)
    return _cut(one, start), _cut(other, start)


def _cut(line: str | None, start: int) -> str | None:
    if line is None:
        return None
    end = start + _LONGEST
    return f"{'…' if start else ''}{line[start:end]}{'…' if len(line) > end else ''}".strip()
