"""The profile of a level as plain data: a picture of its hours and its difficulty, and a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class ProfileKind(Enum):
    """What the picture shows, as far as it is known."""

    HOURS_AND_DIFFICULTY = "Hours from left to right, difficulty from bottom to top"
    HOURS = "Hours"
    DIFFICULTY = "Difficulty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A unit in the picture; places and sizes are percentages of the picture's."""

    x: float
    width: float
    least: float
    most: float
    label: str
    title: str
    is_optional: bool
    is_narrow: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return round(self.x + self.width / 2, 3)


class Tick(NamedTuple):
    """A place on an axis, as a percentage, and what stands there."""

    at: float
    text: str


class Row(NamedTuple):
    """A unit in the table; texts are empty where a figure is not known."""

    name: str
    is_optional: bool
    time: str
    sum: str
    difficulty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The picture and the table of one level. ``width`` is a percentage or in pixels."""

    kind: ProfileKind
    width: str
    bars: tuple[Bar, ...]
    along: tuple[Tick, ...]
    up: tuple[Tick, ...]
    rows: tuple[Row, ...]

    @property
    def is_scrolled(self) -> bool:
        """Whether the picture is wider than its place."""
        return not self.width.endswith("%")

    @property
    def has_times(self) -> bool:
        """Whether any time is known."""
        return any(row.time for row in self.rows)

    @property
    def has_steps(self) -> bool:
        """Whether any difficulty is known."""
        return any(row.difficulty for row in self.rows)

    @property
    def has_ranges(self) -> bool:
        """Whether a bar has a lower and an upper end."""
        return any(bar.least < bar.most for bar in self.bars)

    @property
    def has_optional(self) -> bool:
        """Whether there is an optional unit in it."""
        return any(bar.is_optional for bar in self.bars)
