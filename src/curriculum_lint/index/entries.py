"""The index as plain data: what a curriculum consists of, for people, pages and programs.

Every field says what it means; the JSON Schema of the index is generated from that. Times are in
minutes, difficulties in steps of the curriculum's own scale, lines are 1-based, and paths are
relative to the root, with ``/``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

#: The version of the index's form. It changes when a field changes its meaning or goes away.
VERSION = 1


def told(description: str, *examples: object, **more: object) -> Any:
    """A field with the description, examples and bounds that the schema gives it."""
    return field(metadata={"description": description, "examples": list(examples) or None, **more})


def count(description: str, *examples: object) -> Any:
    """A field that counts something."""
    return told(description, *examples, ge=0)


def line(description: str) -> Any:
    """A field that holds the line of something."""
    return told(description, 12, ge=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A number that may be given as a range; both ends are equal where it is not."""

    least: int = count("The lower end.", 20)
    most: int = count("The upper end.", 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """A link from a readme to the web."""

    text: str = told("What the link says.", "Pro Git")
    url: str = told("Where it leads, with its scheme.", "https://git-scm.com/book/en/v2")
    line: int = line("The line of the readme.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Something that a unit teaches: a heading directly below its section about concepts."""

    id: str = told(
        "The readme's path and the heading's anchor; prerequisites refer to it.",
        "junior_level/1_foundations_http/readme.md#middleware",
    )
    title: str = told("The heading.", "Middleware")
    anchor: str = told("The heading's anchor on GitHub, without #.", "middleware")
    line: int = line("The line of the heading.")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedPrerequisite:
    """What a unit requires: another unit, or one concept of it."""

    unit: str = told("The path of the unit that teaches it.", "junior_level/1_foundations_http")
    concept: str | None = told(
        "The id of the concept; null where the whole unit is required.",
        "junior_level/1_foundations_http/readme.md#middleware",
    )
    title: str = told("The concept's heading, or the unit's title.", "Middleware")
    line: int = line("The line of the link in the unit that requires it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedExercise:
    """One exercise of a unit."""

    key: str = told(
        "Names the exercise, also when units or exercises are renumbered.",
        "junior_level/foundations_http/greeting-route",
    )
    number: str = told("Its number as written; empty if it has none.", "4a.2")
    title: str = told("Its title, without the number.", "Greeting route")
    anchor: str = told("The anchor of its heading on GitHub, without #.", "12-greeting-route")
    line: int = line("The line of its heading.")
    file: str | None = told(
        "The file that it is in; null where that is the readme of its unit.",
        "week1/exercises/02-loops.md",
    )
    goal: str = told("What it is for, as plain text; empty if it does not say.", "Answer GET /.")
    steps: int = count("Its build steps.", 5)
    criteria: int = count("Its acceptance criteria.", 4)
    tested: int = count("Those of them that a test names; 0 where no tests are configured.", 4)
    minutes: Range | None = told("The time that it states; null if it states none.")
    difficulty: Range | None = told("The difficulty that it states; null if it states none.")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedUnit:
    """What modules and subsections have in common."""

    path: str = told(
        "Its folder, or its file if it is one. It names the unit.",
        "junior_level/1_foundations_http",
    )
    key: str = told(
        "Names the unit, also when units are renumbered.", "junior_level/foundations_http"
    )
    label: str = told("Number and letter; empty if it has none.", "4", "4b")
    number: int | None = told("The module's number; null if it has none.", 4, ge=0)
    readme: str | None = told(
        "The path of its readme; null without one.", "junior_level/1_foundations_http/readme.md"
    )
    title: str = told(
        "The title of its readme without its number, or its name.", "Foundations & HTTP"
    )
    summary: str = told(
        "The first sentence that says what it is about, as plain text; empty if there is none.",
        "Build a small HTTP server.",
    )
    minutes: Range | None = told(
        "The time that it states, or that all of its exercises state together; null if neither."
    )
    difficulty: Range | None = told(
        "The difficulty that it states, or the range of its exercises'; null if neither."
    )
    concepts: tuple[Concept, ...] = told("What it teaches, in order.")
    requires: tuple[IndexedPrerequisite, ...] = told("What it requires, in order.")
    exercises: tuple[IndexedExercise, ...] = told("Its exercises, in order.")
    links: tuple[WebLink, ...] = told("Its links to the web, each address once, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsection(IndexedUnit):
    """An optional part of a module."""

    letter: str | None = told("Its letter; null if it has none.", "b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Module(IndexedUnit):
    """A module with its subsections."""

    subsections: tuple[Subsection, ...] = told("Its subsections, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much there is. Times are sums of those that are known; 0 where none is."""

    modules: int = count("Modules.", 10)
    subsections: int = count("Subsections.", 10)
    exercises: int = count("Exercises of all units.", 180)
    criteria: int = count("Acceptance criteria of all exercises.", 911)
    tested: int = count("Those of them that a test names.", 271)
    concepts: int = count("Concepts that units teach.", 176)
    minutes: Range = told("The time of all modules, without their subsections.")
    optional_minutes: Range = told("The time of all subsections.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level with its modules."""

    path: str = told('Its folder; "." for the root itself.', "junior_level")
    readme: str | None = told("The path of its readme; null without one.", "junior_level/readme.md")
    title: str = told("The title of its readme, or its name.", "Junior level")
    summary: str = told("The first sentence below its title, as plain text.", "Learn the basics.")
    reserved: bool = told("Whether it says that its modules are still to come.", False)
    totals: Totals = told("How much it holds.")
    modules: tuple[Module, ...] = told("Its modules, in order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CurriculumIndex:
    """A curriculum: its levels, modules, subsections and exercises."""

    version: int = told("The version of this form.", VERSION, ge=VERSION, le=VERSION)
    title: str = told("The title of the root's readme.", "Node.js Backend Mentorship Program")
    summary: str = told("The first sentence below it, as plain text.", "Learn by building.")
    readme: str | None = told("The path of the root's readme; null without one.", "README.md")
    totals: Totals = told("How much it holds.")
    levels: tuple[Level, ...] = told("Its levels, in order.")

    def units(self) -> list[IndexedUnit]:
        """Every module and subsection, in reading order."""
        return [
            unit
            for level in self.levels
            for module in level.modules
            for unit in (module, *module.subsections)
        ]
