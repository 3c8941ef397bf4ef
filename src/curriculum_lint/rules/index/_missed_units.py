"""The units that indexes written by hand miss, and those that they name without a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...listings.entry_names import EntryName
from ...listings.listing import ListingForm, UnitIndex
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page, Unit
from ...model.overviews import overviews
from ...text.source import Span
from ._index_by_hand import claimed_units

#: Where a name without a link is a choice: a heading, or a line of text.
_MAY_LACK_LINKS = frozenset({ListingForm.SECTION, ListingForm.LINE, ListingForm.INLINE})


class Missed(NamedTuple):
    """A unit that the index at ``span`` does not list."""

    page: Page
    span: Span
    unit: Unit


class Unlinked(NamedTuple):
    """A unit that an index names without a link; ``readme`` is the unit's."""

    page: Page
    name: EntryName
    unit: Unit
    readme: str


def missed_units(curriculum: Curriculum) -> Iterator[Missed]:
    """Units that are left out of an index that lists most of those beside them."""
    reader = reader_of(curriculum)
    for page, levels in overviews(curriculum):
        indexes = reader.on(page)
        listed = reader.linked_on(page) | claimed_units(indexes, reader.order)
        for level in levels:
            parts = [part for module in level.children for part in module.children]
            for units in (level.children, parts):
                yield from _missing(page, indexes, list(filter(_is_readable, units)), listed)


def unlinked_units(curriculum: Curriculum) -> Iterator[Unlinked]:
    """Units whose entries have no link, and to which nothing else on the page links."""
    reader = reader_of(curriculum)
    for page, _ in overviews(curriculum):
        linked = reader.linked_on(page)
        for index in reader.on(page):
            for entry in index.entries if index.form not in _MAY_LACK_LINKS else ():
                unit = entry.named.unit if entry.named and not entry.has_link else None
                if unit and entry.name and unit.readme and unit.path not in linked:
                    yield Unlinked(page, entry.name, unit, unit.readme)


def _is_readable(unit: Unit) -> bool:
    """Whether it is a unit beyond doubt, with something to link to."""
    return unit.readme is not None and unit.follows


def _missing(
    page: Page, indexes: Sequence[UnitIndex], units: Sequence[Unit], listed: set[str]
) -> Iterator[Missed]:
    paths = {unit.path for unit in units}
    about = [index for index in indexes if index.listed & paths]
    in_indexes = {path for index in about for path in index.listed & paths}
    if about and 2 * len(in_indexes) >= len(units):
        for unit in units:
            if unit.path not in listed:
                yield Missed(page, about[0].first, unit)
