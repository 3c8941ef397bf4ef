"""Indexes that list the units of a level in several parts: a list below each heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..listings.listing import UnitIndex
from .index_order import Rank

#: A single entry is no part: it may only be mentioned there.
_LEAST = 2


class IndexPart(NamedTuple):
    """An index, and the paths of those of its units that are counted together."""

    listing: UnitIndex
    listed: frozenset[str]


def wholes(found: Iterable[IndexPart], ranks: Mapping[str, Rank]) -> Iterator[list[IndexPart]]:
    """The indexes of one page, those together that list one run of units after the other."""
    every = list(found)
    for form in dict.fromkeys(part.listing.form for part in every):
        alike = [part for part in every if part.listing.form is form]
        runs = [part for part in alike if len(part.listed) >= _LEAST]
        runs.sort(key=lambda part: min(ranks[path] for path in part.listed))
        if len(runs) > 1 and _follow_each_other(runs, ranks):
            yield runs
            yield from ([part] for part in alike if part not in runs)
        else:
            yield from ([part] for part in alike)


def part_for(parts: Sequence[IndexPart], rank: Rank, ranks: Mapping[str, Rank]) -> UnitIndex:
    """The part with the unit right before that of the rank, or else the first one."""
    before = [
        (max(lower), at)
        for at, part in enumerate(parts)
        if (lower := [ranks[path] for path in part.listed if ranks[path] < rank])
    ]
    return parts[max(before)[1] if before else 0].listing


def _follow_each_other(parts: Sequence[IndexPart], ranks: Mapping[str, Rank]) -> bool:
    spans = [[ranks[path] for path in part.listed] for part in parts]
    return all(max(one) < min(other) for one, other in pairwise(spans))
