"""Edits put together: applied to a text, and chosen so that no two of them collide.

Two edits overlap when they change the same characters, or when one inserts inside what the other
replaces. Edits that only touch do not overlap, and two equal edits are one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .claims import Claims, is_consistent
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

    A fix is postponed when it changes or touches what a chosen fix changes: two fixes that write
    at one place were each made without the other in mind. As moves change where links lead,
    fixes with moves wait until there are no others. One that changes nothing or overlaps itself
    is never chosen. The order of ``fixes`` does not matter.
    """
    ordered = sorted(fixes, key=_order)
    moving = [fix for fix in ordered if fix.moves]
    chosen, postponed = _choose([fix for fix in ordered if not fix.moves])
    if chosen:
        return Selection(tuple(chosen), (*postponed, *moving))
    chosen, also_postponed = _choose(moving)
    return Selection(tuple(chosen), (*postponed, *also_postponed))


def _order(fix: Fix) -> tuple[object, ...]:
    return (sorted(fix.edits), sorted(fix.moves), sorted(fix.writes), fix)


def _choose(fixes: Iterable[Fix]) -> tuple[list[Fix], list[Fix]]:
    claims = Claims()
    chosen: list[Fix] = []
    postponed: list[Fix] = []
    for fix in fixes:
        if is_consistent(fix) and not claims.collide(fix):
            chosen.append(fix)
            claims.add(fix)
        else:
            postponed.append(fix)
    return chosen, postponed


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
