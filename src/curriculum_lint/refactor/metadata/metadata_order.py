"""Front matter that puts pages in order by values that do not grow evenly: ``weight`` 1, 5, 6."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ...edits.moves import Moves
from ...listings.front_matter import Metadatum, metadata
from ...listings.listing import parent_of
from ...model.curriculum import Curriculum
from ...model.reading_order import UnitPlace, order_of
from ..units.new_numbers import Renumbered
from .metadata_numbers import ORDERS, is_count, number_of

_LEAST = 2
_ADDRESSES = frozenset({"permalink", "slug", "url", "id", "path"})
_APART = re.compile(r"[\W_]+")


def ranked_values(
    curriculum: Curriculum, places: Sequence[UnitPlace], key: str, units: Mapping[str, Renumbered]
) -> dict[str, str]:
    """The values of ``key`` that keep pages in order, by the paths of their units.

    The same values in the new order; none where they were not in order, or a unit goes elsewhere.
    """
    if key.casefold() not in ORDERS:
        return {}
    found = _in_order(curriculum, places, key)
    values = [int(each.value) for _, each in found]
    new = [units[place.unit.path].new if place.unit.path in units else place for place, _ in found]
    is_apart = any(
        parent_of(now).path != parent_of(place).path
        for now, (place, _) in zip(new, found, strict=True)
    )
    if is_apart or not all(a < b for a, b in pairwise(values)):
        return {}
    order = sorted(range(len(new)), key=lambda at: number_of(new[at]))
    written = [each.value for _, each in found]
    return {found[at][0].unit.path: value for at, value in zip(order, written, strict=True)}


def orders_said(before: Curriculum, after: Curriculum, moves: Moves) -> Iterator[str]:
    """Where front matter that had units in their order has another unit before them now."""
    was = {
        (moves.new(parent), key): [int(each.value) for _, each in found]
        for parent, key, found in _orders(before)
    }
    for parent, key, found in _orders(after):
        old = was.get((parent, key))
        if old is None or old != sorted(old) or len(set(old)) < _LEAST:
            continue
        for (_, one), (place, each) in pairwise(found):
            page = after.page(place.unit)
            if page and int(one.value) > int(each.value):
                line = page.document.line(each.span.start)
                yield f"Also says “{key}: {each.value}”: {page.path}:{line}"


def addresses_said(before: Curriculum, after: Curriculum, moves: Moves) -> Iterator[str]:
    """Where front matter gives a unit an address with its old number: bookmarks may lead there."""
    for unit in before.units():
        new = moves.new(unit.path)
        page = after.pages.get(moves.new(unit.readme or ""))
        name = _plain(unit.basename)
        if page is None or name == _plain(new.rpartition("/")[2]) or name.isalpha():
            continue
        for each in metadata(page):
            if each.key.casefold() in _ADDRESSES and f"-{name}-" in f"-{_plain(each.value)}-":
                line = page.document.line(each.span.start)
                yield f"Also says “{each.key}: {each.value}”: {page.path}:{line}"


def _plain(name: str) -> str:
    return _APART.sub("-", name.casefold()).strip("-")


def _orders(
    curriculum: Curriculum,
) -> Iterator[tuple[str, str, list[tuple[UnitPlace, Metadatum]]]]:
    """The units below each other one that have a value of a key, in their order."""
    below: dict[str, list[UnitPlace]] = {}
    for place in order_of(curriculum).places.values():
        below.setdefault(parent_of(place).path, []).append(place)
    for parent, places in below.items():
        keys = dict.fromkeys(
            each.key
            for place in places
            if (page := curriculum.page(place.unit))
            for each in metadata(page)
            if is_count(each)
        )
        for key in keys:
            yield parent, key, _in_order(curriculum, places, key)


def _in_order(
    curriculum: Curriculum, places: Sequence[UnitPlace], key: str
) -> list[tuple[UnitPlace, Metadatum]]:
    pages = ((place, curriculum.page(place.unit)) for place in sorted(places, key=number_of))
    return [
        (place, each)
        for place, page in pages
        for each in (metadata(page) if page else ())
        if each.key == key and is_count(each)
    ]
