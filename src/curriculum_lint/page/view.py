"""What the templates show, worked out from the index: every text and link as it stands there.

The ``key`` of a unit or an exercise is that of the index without blanks, because it is part of
an element's id. Keys of articles begin with their kind: ``unit/…``, ``level/…``, ``about``.
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
    """What the rest of the page calls a unit; ``article`` is the key of its article."""

    label: str
    title: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptName:
    """A concept: its title and its place in its unit's article."""

    title: str
    article: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredUnit:
    """A unit that is required; ``concepts`` is empty where all of it is."""

    name: UnitTitle
    concepts: tuple[ConceptName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseView:
    """An exercise, and its heading's anchor."""

    key: str
    number: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine:
    """A line of the table of contents of an article. ``task`` is the exercise's, if it is one."""

    title: str
    anchor: str
    depth: int
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """A readme on the page. ``html`` is safe; it is empty where there is nothing to read.

    ``language`` and ``direction`` are those of its text.
    """

    key: str
    title_anchor: str
    html: str
    minutes: int
    contents: tuple[ContentsLine, ...]
    source: str | None
    language: str = ""
    direction: str = "ltr"
    has_diagrams: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """A module or subsection with everything that the page shows of it.

    ``needs`` are the required units and concepts as places in the lists of the page: a concept is
    ``-1`` where all of the unit is required. ``parent`` is the module of a subsection.
    """

    key: str
    name: UnitTitle
    summary: str
    is_optional: bool
    time: str
    scale: Scale | None
    facts: tuple[str, ...]
    requires: tuple[RequiredUnit, ...]
    leads_to: tuple[UnitTitle, ...]
    needs: tuple[tuple[int, int], ...]
    concepts: tuple[ConceptName, ...]
    exercises: tuple[ExerciseView, ...]
    article: ArticleView
    parent: UnitTitle | None
    previous: UnitTitle | None
    next: UnitTitle | None
    branches: tuple[UnitView, ...]

    @property
    def is_on_map(self) -> bool:
        """Whether it needs another unit, or another unit needs it."""
        return bool(self.requires or self.leads_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """A level. ``is_named`` is false where it is the whole curriculum."""

    key: str
    title: str
    summary: str
    facts: tuple[str, ...]
    is_named: bool
    profile: Profile | None
    article: ArticleView | None
    modules: tuple[UnitView, ...]

    def units(self) -> list[UnitView]:
        """Every module and subsection, in reading order."""
        return [unit for module in self.modules for unit in (module, *module.branches)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page. ``about`` is the readme of the root, ``language`` that of the texts."""

    title: str
    summary: str
    facts: tuple[str, ...]
    about: ArticleView | None
    levels: tuple[LevelView, ...]
    has_map: bool
    language: str
    direction: str

    @property
    def has_diagrams(self) -> bool:
        """Whether there is one in any of its texts."""
        levels = (level.article for level in self.levels)
        units = (unit.article for _, unit in self.units())
        return any(each and each.has_diagrams for each in (self.about, *levels, *units))

    def units(self) -> list[tuple[LevelView, UnitView]]:
        """Every module and subsection with its level, in reading order."""
        return [(level, unit) for level in self.levels for unit in level.units()]
