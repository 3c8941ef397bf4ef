"""Entries of indexes as text: at another place, and with another number."""

from __future__ import annotations

from ...listings.listing import IndexEntry, ListingForm, UnitEntry, UnitIndex
from ...model.reading_order import UnitPlace
from ..labels.unit_labels import UnitLabel, agrees, right_label
from .list_items import with_marker

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def is_numbered(index: UnitIndex) -> bool:
    """Whether the numbers or letters of all its entries are those of their units."""
    return all(says_own_number(index, unit) for unit in index.units)


def numbered_units(index: UnitIndex) -> frozenset[str]:
    """The paths of the units whose entries say their numbers.

    In a table a row may have none, or a wrong one; items of a list count all or none of them.
    """
    own = [unit for unit in index.units if says_own_number(index, unit)]
    marked = [unit for unit in index.units if unit.entry.marker is not None]
    is_most = index.form is ListingForm.ROW and len(own) > 1 and 2 * len(own) >= len(marked)
    known = own if is_most or len(own) == len(index.units) else []
    return frozenset(unit.place.unit.path for unit in known)


def number_width(index: UnitIndex) -> int:
    """How many digits its numbers have at least."""
    text = index.page.document.text
    written = [text[slice(*e.marker)] for e in index.entries if e.marker is not None]
    numbers = [each.rstrip(f".){_LETTERS}") for each in written if each.startswith("0")]
    return max(map(len, numbers), default=0)


def placed_text(index: UnitIndex, there: IndexEntry, unit: UnitEntry, width: int) -> str | None:
    """What ``unit`` looks like in the place of the entry ``there``.

    Where ``width`` is not negative, it is numbered as the unit is, with so many digits. ``None``
    where a later line of an item is indented too little to follow.
    """
    text, entry = index.page.document.text, unit.entry
    body = text[slice(*entry.span)]
    if entry.marker is None or there.marker is None:
        return body
    old = text[slice(*entry.marker)]
    new = text[slice(*there.marker)]
    if width >= 0:
        new = own_number(index.form, new, unit.place, width)
    elif index.form is ListingForm.ROW:
        new = old
    if index.form is ListingForm.ITEM:
        return with_marker(body, old, new)
    at = entry.marker.start - entry.span.start
    return body[:at] + new + body[at + len(old) :]


def own_number(form: ListingForm, written: str, place: UnitPlace, width: int) -> str:
    """The number or letter of a unit, in the place of the one that is ``written``."""
    number, _, letter = place.key
    if form is ListingForm.ITEM:
        return str(number).zfill(width) + written[-1:]
    if form is ListingForm.ROW and "." in written:
        return right_label(_compound(written), place)
    if form is ListingForm.ROW:
        return str(number).zfill(width) + letter
    at = next((at for at, char in enumerate(written) if char in _LETTERS), 0)
    return written[:at] + letter + written[at + 1 :]


def says_own_number(index: UnitIndex, unit: UnitEntry) -> bool:
    """Whether the number or letter of an entry is that of its unit."""
    entry, place = unit
    if entry.marker is None:
        return False
    written = index.page.document.text[slice(*entry.marker)]
    number, _, letter = place.key
    if index.form is ListingForm.ITEM:
        return entry.number == number and not letter
    if index.form is ListingForm.ROW and "." in written:
        return agrees(_compound(written), place) is True
    if index.form is ListingForm.ROW:
        return entry.number == number and written.lstrip("0123456789") == letter
    return bool(letter) and letter in written


def _compound(written: str) -> UnitLabel:
    """What a number such as ``1.2`` says: a module of a level, or a part of a number."""
    *around, last = written.rstrip(_LETTERS).split(".")
    letter = written[len(written.rstrip(_LETTERS)) :]
    return UnitLabel(int(last), letter, written, 0, around=tuple(map(int, around)))
