"""A level → its profile: hours from left to right, difficulty as height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ..index.entries import IndexedUnit, Level, Range
from .profile import Bar, Profile, ProfileKind, Row, Tick
from .words import step_words, time_words

#: More units than this stand in a picture that is scrolled, each this many pixels wide.
_MOST_UNITS = 90
_PIXELS = 10
#: A unit narrower than this percentage has no room for its label on a phone, or anywhere.
_NARROW = 4.0
_NARROWEST = 1.6
_MOST_TICKS = 6
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class _Place(NamedTuple):
    unit: IndexedUnit
    is_optional: bool

    @property
    def minutes(self) -> float:
        return (self.unit.minutes.least + self.unit.minutes.most) / 2 if self.unit.minutes else 0


class _Extent(NamedTuple):
    """The width of a bar, its lower and its upper height, in their own units."""

    width: float
    least: float
    most: float


def profile_of(level: Level, hardest: int) -> Profile | None:
    """The profile of a level; ``None`` where too little is known to draw one.

    ``hardest`` is the highest step of the whole curriculum, so that levels can be compared.
    """
    places = list(_places(level))
    timed = [place for place in places if place.minutes]
    stepped = [place for place in places if place.unit.difficulty]
    if len(timed) > 1 and len(stepped) > 1:
        return _drawn(ProfileKind.HOURS_AND_DIFFICULTY, timed, places, hardest)
    if len(timed) > 1:
        return _drawn(ProfileKind.HOURS, timed, places, max(place.minutes for place in timed))
    if len(stepped) > 1:
        return _drawn(ProfileKind.DIFFICULTY, stepped, places, hardest)
    return None


def _places(level: Level) -> Iterator[_Place]:
    for module in level.modules:
        yield _Place(module, False)
        for subsection in module.subsections:
            yield _Place(subsection, True)


def _drawn(
    kind: ProfileKind, shown: Sequence[_Place], places: Sequence[_Place], top: float
) -> Profile:
    extents = [_extent(kind, place) for place in shown]
    total = sum(extent.width for extent in extents)
    is_scrolled = len(shown) > _MOST_UNITS
    return Profile(
        kind=kind,
        width=f"{len(shown) * _PIXELS}" if is_scrolled else "100%",
        bars=tuple(_bars(shown, extents, total, top, is_scrolled=is_scrolled)),
        along=tuple(_ticks(total / 60, len(shown)))
        if kind is ProfileKind.HOURS_AND_DIFFICULTY
        else (),
        up=tuple(_ticks(top / 60)) if kind is ProfileKind.HOURS else tuple(_steps(int(top))),
        rows=tuple(_rows(places)),
    )


def _extent(kind: ProfileKind, place: _Place) -> _Extent:
    if kind is ProfileKind.HOURS:
        minutes = place.unit.minutes or Range(least=0, most=0)
        return _Extent(1, minutes.least, minutes.most)
    steps = place.unit.difficulty or Range(least=0, most=0)
    width = place.minutes if kind is ProfileKind.HOURS_AND_DIFFICULTY else 1
    return _Extent(width, steps.least, steps.most)


def _bars(
    places: Sequence[_Place],
    extents: Sequence[_Extent],
    total: float,
    top: float,
    *,
    is_scrolled: bool,
) -> Iterator[Bar]:
    ends = accumulate(extent.width for extent in extents)
    for place, extent, end in zip(places, extents, ends, strict=True):
        width = 100 * extent.width / total
        yield Bar(
            x=round(100 * end / total - width, 3),
            width=round(width, 3),
            least=round(100 * extent.least / top, 2),
            most=round(100 * extent.most / top, 2),
            label="" if width < _NARROWEST or is_scrolled else place.unit.label,
            title=_told(place.unit),
            is_optional=place.is_optional,
            is_narrow=width < _NARROW,
        )


def _told(unit: IndexedUnit) -> str:
    time, steps = time_words(unit.minutes), step_words(unit.difficulty)
    parts = [f"{unit.label} {unit.title}".strip(), time, steps and f"difficulty {steps}"]
    return ", ".join(part for part in parts if part)


def _ticks(hours: float, bars: int = 0) -> Iterator[Tick]:
    most = _MOST_TICKS * max(1, bars // _MOST_UNITS)
    step = next((each for each in _STEPS if hours / each <= most), _STEPS[-1])
    for each in range(0, int(hours) + 1, step):
        yield Tick(round(100 * each / hours, 3), f"{each} h")


def _steps(top: int) -> Iterator[Tick]:
    for step in range(0, top + 1, 2 if top > 5 else 1):
        yield Tick(round(100 * step / top, 2), str(step) if step else "")


def _rows(places: Sequence[_Place]) -> Iterator[Row]:
    least = most = 0
    for unit, is_optional in places:
        if unit.minutes:
            least, most = least + unit.minutes.least, most + unit.minutes.most
        yield Row(
            f"{unit.label} {unit.title}".strip(),
            is_optional,
            time_words(unit.minutes),
            time_words(Range(least=least, most=most)) if unit.minutes else "",
            step_words(unit.difficulty),
        )
