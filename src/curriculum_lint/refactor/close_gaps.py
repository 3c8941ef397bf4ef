"""Numbers or letters that are missing: what follows moves up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from ..edits.edit import Fix
from ..model.curriculum import Unit
from ..model.sequence import Gap
from ..model.template import NameParts
from .renumber import Renumbering

#: A unit's number, and its name with another one.
Read = Callable[[NameParts], int]
Write = Callable[[NameParts, int], NameParts]


def closing(
    renumbering: Renumbering,
    units: Sequence[Unit],
    gaps: Iterable[Gap],
    read: Read,
    write: Write,
    title: str,
) -> Fix | None:
    """Close all ``gaps`` in the numbers of ``units`` at once; ``None`` where that cannot be."""
    gaps = sorted(gaps, key=lambda gap: gap.first)
    lasts = [gap.last for gap in gaps]
    missing_up_to = [0, *accumulate(gap.last - gap.first + 1 for gap in gaps)]
    names: dict[str, NameParts] = {}
    for unit in units:
        number = read(unit.name)
        missing = missing_up_to[bisect_left(lasts, number)]
        if missing:
            names[unit.path] = write(unit.name, number - missing)
    return renumbering.fix(names, title) if names else None
