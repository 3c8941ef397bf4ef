"""What the templates show, worked out from the index: every text and link as it stands there.

A ``key`` here is the key of the index without blanks, because it is part of an element's id.
"""

from __future__ import annotations

from dataclasses import dataclass

from .profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A difficulty among the steps of the curriculum: how many are full, half and empty."""

    text: str
    full: int
    half: int
    empty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTitle:
    """What the rest of the page calls a unit, and the link to its entry."""

    label: str
    title: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredUnit:
    """A unit that is required; ``concepts`` is empty where all of it is."""

    name: UnitTitle
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptView:
    """A concept, its place in the readme, and the units that require it."""

    title: str
    anchor: str
    address: str
    leads_to: tuple[UnitTitle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseView:
    """An exercise, and its place in the readme."""

    key: str
    number: str
    title: str
    goal: str
    time: str
    difficulty: str
    anchor: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """A link to the web."""

    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """A module or subsection with everything that its entry shows.

    ``needs`` are the required units and concepts as places in the lists of the page: a concept is
    ``-1`` where all of the unit is required.
    """

    key: str
    label: str
    title: str
    summary: str
    address: str | None
    is_optional: bool
    time: str
    scale: Scale | None
    inside: str
    requires: tuple[RequiredUnit, ...]
    needs: tuple[tuple[int, int], ...]
    is_on_map: bool
    concepts: tuple[ConceptView, ...]
    exercises: tuple[ExerciseView, ...]
    links: tuple[WebLink, ...]
    branches: tuple[UnitView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """A level. ``is_named`` is false where it is the whole curriculum."""

    key: str
    title: str
    summary: str
    address: str | None
    facts: tuple[str, ...]
    is_named: bool
    profile: Profile | None
    modules: tuple[UnitView, ...]

    def units(self) -> list[UnitView]:
        """Every module and subsection, in reading order."""
        return [unit for module in self.modules for unit in (module, *module.branches)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page. With ``is_short`` the exercises are in it before any script has run."""

    title: str
    summary: str
    address: str | None
    facts: tuple[str, ...]
    levels: tuple[LevelView, ...]
    has_map: bool
    is_short: bool
