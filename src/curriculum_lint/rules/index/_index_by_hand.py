"""The pages that hold indexes of the whole: the readmes of the root and of levels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...listings.listing import UnitIndex
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import ReadingOrder


def index_pages(curriculum: Curriculum) -> Iterator[Page]:
    """The readmes of the root and of levels."""
    paths = [curriculum.skeleton.root_readme, *(level.readme for level in curriculum.levels)]
    for path in dict.fromkeys(path for path in paths if path):
        page = curriculum.pages.get(path)
        if page is not None:
            yield page


def claimed_units(indexes: Iterable[UnitIndex], order: ReadingOrder) -> set[str]:
    """The units that indexes list, also those that only the number of an entry can mean."""
    found: set[str] = set()
    for index in indexes:
        found |= index.listed
        for entry in index.entries:
            place = index.claimed(entry, order) if entry.place is None else None
            found |= {place.unit.path} if place else set()
    return found
