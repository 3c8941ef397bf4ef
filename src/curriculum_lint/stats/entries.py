"""The figures as plain data; the JSON Schema is generated from their descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..index.entries import Range, count, line, told

#: The version of the form. It changes when a field changes its meaning or goes away.
VERSION = 1


class Band(StrEnum):
    """How hard a text is to read, in words."""

    VERY_EASY = "very easy"
    EASY = "easy"
    MEDIUM = "medium"
    DIFFICULT = "difficult"
    VERY_DIFFICULT = "very difficult"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """How hard a text is to read."""

    lix: int = count("LIX: words in a sentence plus percentage of words of over six letters.", 38)
    band: Band = told(
        "The same in words: below 25 very easy, 35 easy, 45 medium, 55 difficult.", "medium"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How much a unit holds, or several together."""

    exercises: int = count("Exercises.", 18)
    criteria: int = count("Acceptance criteria of the exercises.", 91)
    tested: int = count("Those of them that a test names; 0 where no tests are configured.", 52)
    words: int = count("Words that people read, without code.", 9_200)
    concepts: int = count("Concepts that are taught.", 16)
    minutes: Range | None = told("The time; of several units the sum of those that state one.")
    difficulty: Range | None = told("The difficulty; of several units the whole range.")
    readability: Readability | None = told(
        "null for less than 100 words of running text, and for other scripts than Latin, Greek "
        "and Cyrillic."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStats:
    """What modules and subsections have in common."""

    path: str = told("Its folder, or its file if it is one.", "junior_level/1_foundations_http")
    label: str = told("Number and letter; empty if it has none.", "4", "4b")
    title: str = told("The title of its readme, or its name.", "Foundations & HTTP")
    readme: str | None = told(
        "The path of its readme; null without one.", "junior_level/1_foundations_http/readme.md"
    )
    figures: Figures = told("How much its readme holds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsectionStats(UnitStats):
    """An optional part of a module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleStats(UnitStats):
    """A module; its figures are without those of its subsections."""

    subsections: tuple[SubsectionStats, ...] = told("Its subsections, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelStats:
    """A level with its modules."""

    path: str = told('Its folder; "." for the root itself.', "junior_level")
    title: str = told("The title of its readme, or its name.", "Junior level")
    required: Figures = told("All modules, without their subsections.")
    optional: Figures = told("All subsections.")
    modules: tuple[ModuleStats, ...] = told("Its modules, in order.")

    @property
    def subsections(self) -> list[SubsectionStats]:
        """The subsections of all modules, in order."""
        return [each for module in self.modules for each in module.subsections]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseEntry:
    """One exercise that stands out."""

    key: str = told(
        "Names the exercise, also when units or exercises are renumbered.",
        "junior_level/foundations_http/greeting-route",
    )
    unit: str = told("The path of its unit.", "junior_level/1_foundations_http")
    readme: str = told("The file that it is in.", "junior_level/1_foundations_http/readme.md")
    number: str = told("Its number as written; empty if it has none.", "4a.2")
    title: str = told("Its title, without the number.", "Greeting route")
    line: int = line("The line of its heading.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outliers:
    """What stands out. Units are named by their paths."""

    longest: str | None = told("The module with the most words; null unless lengths differ.")
    shortest: str | None = told("The module with the fewest words; null unless lengths differ.")
    hardest: str | None = told("The unit that is hardest to read; null unless units differ.")
    easiest: str | None = told("The unit that is easiest to read; null unless units differ.")
    without_readme: tuple[str, ...] = told("Units that have no readme, or none that can be read.")
    without_time: tuple[str, ...] = told("Units without a time; empty if no unit has one.")
    exercises_without_criteria: tuple[ExerciseEntry, ...] = told(
        "Exercises without acceptance criteria; empty if no exercise has any."
    )
    exercises_without_time: tuple[ExerciseEntry, ...] = told(
        "Exercises without a time; empty if no exercise has one."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumStats:
    """The figures of a curriculum."""

    version: int = told("The version of this form.", VERSION, ge=VERSION, le=VERSION)
    title: str = told("The title of the root's readme.", "Node.js Backend Mentorship Program")
    required: Figures = told("All modules, without their subsections.")
    optional: Figures = told("All subsections.")
    levels: tuple[LevelStats, ...] = told("Its levels, in order.")
    outliers: Outliers = told("What stands out.")

    @property
    def modules(self) -> list[ModuleStats]:
        """The modules of all levels, in order."""
        return [module for level in self.levels for module in level.modules]

    @property
    def units(self) -> list[UnitStats]:
        """Every module and subsection, in reading order."""
        return [unit for module in self.modules for unit in (module, *module.subsections)]
