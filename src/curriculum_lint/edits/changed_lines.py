"""Which lines differ between two versions of a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

#: `difflib` takes two seconds for this many lines of a text made for that, minutes for 50 000.
_MOST_LINES = 5_000


class ChangedLines(NamedTuple):
    """Lines ``old_start:old_end`` that become ``new_start:new_end``, counted from 0."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def changed_lines(old: Sequence[str], new: Sequence[str]) -> list[ChangedLines]:
    """What changes, from top to bottom, with at least one equal line in between.

    Where finding the fewest changes would take too long, all from the first to the last
    difference counts as one.
    """
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    middle = (old[first : len(old) - last], new[first : len(new) - last])
    return [ChangedLines(*(place + first for place in change)) for change in _differing(*middle)]


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many lines both begin with."""
    lines = enumerate(zip(old, new, strict=False))
    return next((index for index, (a, b) in lines if a != b), min(len(old), len(new)))


def _differing(old: Sequence[str], new: Sequence[str]) -> list[ChangedLines]:
    from difflib import SequenceMatcher

    if len(old) + len(new) > _MOST_LINES:
        return [ChangedLines(0, len(old), 0, len(new))]
    opcodes = SequenceMatcher(None, old, new).get_opcodes()
    return [ChangedLines(*places) for tag, *places in opcodes if tag != "equal"]
