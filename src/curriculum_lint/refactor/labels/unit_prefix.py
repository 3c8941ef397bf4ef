"""Exercise numbers such as 4a.2 that begin with the number and letter of their unit."""

from __future__ import annotations

import re

from ...model.outline import Exercise
from ...model.reading_order import UnitPlace

_FIRST = re.compile(r"(\d+)([a-z]?)\.")


def first_part(exercise: Exercise) -> str:
    """``4a.`` in ``4a.2``; empty for a number without dots."""
    match = _FIRST.match(exercise.prefix)
    return match[0] if match else ""


def is_prefix_of(place: UnitPlace, first: str) -> bool:
    """Whether the first part is the unit's number; the letter of a subsection may be missing."""
    match = _FIRST.fullmatch(first)
    number = place.module.name.number
    if match is None or number is None:
        return True
    return int(match[1]) == number and match[2] in ("", _letter(place))


def right_prefix(place: UnitPlace) -> str:
    """The first part that the exercises of a unit should have."""
    return f"{place.module.name.number}{_letter(place)}."


def with_prefix_of(place: UnitPlace, exercise: Exercise) -> str:
    """The exercise's number in another unit, with or without a letter as it has been."""
    first = first_part(exercise)
    has_letter = not first.rstrip(".").isdigit()
    new = right_prefix(place) if has_letter else f"{place.module.name.number}."
    return new + exercise.number[len(first) :]


def _letter(place: UnitPlace) -> str:
    return place.unit.name.letter or "" if place.unit is not place.module else ""
