"""Edits put together: applied to a text, and chosen so that no two of them collide.

Two edits overlap when they change the same characters, or when one inserts inside what the other
replaces. Edits that only touch do not overlap, and two equal edits are one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from .edit import Edit, Fix


class OverlapError(ValueError):
    """Two edits that cannot both be made."""

    def __init__(self, first: Edit, second: Edit) -> None:
        super().__init__(f"{first} overlaps {second}")
        self.first = first
        self.second = second


class Selection(NamedTuple):
    """Fixes to apply now, and fixes to look at again in the text that then results."""

    chosen: tuple[Fix, ...]
    postponed: tuple[Fix, ...]


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` after ``edits``, which all belong to it: their paths are not looked at.

    Their order matters only between insertions at one offset, which keep it. Raises
    `OverlapError`, and `ValueError` for an edit that is not within the text.
    """
    parts: list[str] = []
    done = 0
    previous: Edit | None = None
    for edit in _sorted(edits):
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} is not within a text of {len(text)} characters")
        if previous and edit.start < done:
            raise OverlapError(previous, edit)
        parts += (text[done : edit.start], edit.text)
        done, previous = edit.end, edit
    return "".join((*parts, text[done:]))


def select_fixes(fixes: Iterable[Fix]) -> Selection:
    """Choose ``fixes`` that can be applied together, the earliest in the tree first.

    A fix is postponed when one of its edits overlaps or touches another edit of a chosen fix: two
    fixes that write at one place were each made without the other in mind. One that has no edits
    or overlaps itself is never chosen. The order of ``fixes`` does not matter.
    """
    claims: dict[str, list[Edit]] = {}
    chosen: list[Fix] = []
    postponed: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: (sorted(fix.edits), fix.title, fix.safety)):
        if _is_consistent(fix) and not any(_collides(edit, claims) for edit in fix.edits):
            chosen.append(fix)
            for edit in fix.edits:
                _claim(edit, claims)
        else:
            postponed.append(fix)
    return Selection(tuple(chosen), tuple(postponed))


def edits_by_path(fixes: Iterable[Fix]) -> dict[str, tuple[Edit, ...]]:
    """The edits of ``fixes`` for each file, in the order of the paths."""
    found: dict[str, dict[Edit, None]] = {}
    for fix in fixes:
        for edit in fix.edits:
            found.setdefault(edit.path, {})[edit] = None
    return {path: tuple(found[path]) for path in sorted(found)}


def _sorted(edits: Iterable[Edit]) -> list[Edit]:
    # Without equal ones; the sort is stable, so insertions at one offset stay as they came.
    return sorted(dict.fromkeys(edits), key=lambda edit: (edit.start, edit.end))


def _is_consistent(fix: Fix) -> bool:
    edits = sorted(set(fix.edits))
    return bool(edits) and all(
        first.path != second.path or first.end <= second.start for first, second in pairwise(edits)
    )


def _collides(edit: Edit, claims: dict[str, list[Edit]]) -> bool:
    claimed = claims.get(edit.path, [])
    index = bisect_left(claimed, edit)
    if index < len(claimed) and claimed[index] == edit:
        return False
    return (index > 0 and claimed[index - 1].end >= edit.start) or (
        index < len(claimed) and claimed[index].start <= edit.end
    )


def _claim(edit: Edit, claims: dict[str, list[Edit]]) -> None:
    claimed = claims.setdefault(edit.path, [])
    index = bisect_left(claimed, edit)
    if index == len(claimed) or claimed[index] != edit:
        claimed.insert(index, edit)
