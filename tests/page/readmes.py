"""Readmes for indexes that were made without any: what the index says, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_lint.index.entries import CurriculumIndex, IndexedExercise, IndexedUnit
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.page.library import Library
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS

VOCABULARY = Vocabulary({key: tuple(names) for key, names in DEFAULT_SECTIONS.items()})


def library(told: CurriculumIndex, **texts: str) -> Library:
    """The readmes of an index; ``texts`` replaces those of units, by their labels (``u1``)."""
    units = {unit.readme: unit for unit in told.units() if unit.readme}
    given = {each.readme: texts.get(f"u{each.label}") for each in units.values()}
    levels = {level.readme: f"# {level.title}\n\nAbout it.\n" for level in told.levels}

    def text(path: str) -> str | None:
        if path in units:
            return given[path] or readme(units[path])
        return levels.get(path)

    return Library(VOCABULARY, text)


def readme(unit: IndexedUnit) -> str:
    """The readme of one unit."""
    return "\n".join(_lines(unit))


def _lines(unit: IndexedUnit) -> Iterator[str]:
    yield f"# {unit.title}\n\n{unit.summary}\n\n## Concepts\n"
    for concept in unit.concepts:
        yield f"### {concept.title}\n\nWhat {concept.title} is about. `code` and more.\n"
        yield f"```js file=src/{concept.anchor}.js\nconst name = '{concept.title}';\n```\n"
    yield "## Exercises\n"
    for exercise in unit.exercises:
        yield from _exercise(exercise)
    for link in unit.links:
        yield f"- [{link.text}]({link.url})\n"


def _exercise(exercise: IndexedExercise) -> Iterator[str]:
    yield f"### {exercise.number} {exercise.title}\n\n**Goal:** {exercise.goal}\n"
    yield "**Build steps:**\n\n1. Begin.\n2. Go on.\n3. End.\n"
    yield "**Acceptance criteria:**\n\n- It runs.\n- It says `ok`.\n"
    yield "**Hints:**\n\n- Look at the first line.\n"
