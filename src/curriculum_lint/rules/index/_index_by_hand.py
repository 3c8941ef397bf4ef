"""What indexes by hand list."""

from __future__ import annotations

from collections.abc import Iterable

from ...listings.listing import UnitIndex
from ...model.reading_order import ReadingOrder


def claimed_units(indexes: Iterable[UnitIndex], order: ReadingOrder) -> set[str]:
    """The units that indexes list, also those that only the number of an entry can mean."""
    found: set[str] = set()
    for index in indexes:
        found |= index.listed
        for entry in index.entries:
            place = index.claimed(entry, order) if entry.place is None else None
            found |= {place.unit.path} if place else set()
    return found
