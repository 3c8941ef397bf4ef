"""What the index takes from one page, whatever its unit and its neighbours are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.curriculum import Page
from ..model.outline import Difficulty, Exercise, Form, Minutes, Section
from ..parse.anchors import slug
from .passages import Passages
from .titles import one_line, title_of

_STEPS = "steps"
_CRITERIA = "acceptance_criteria"


class Bounds(NamedTuple):
    """A number that may be stated as a range."""

    least: int
    most: int


class ConceptFacts(NamedTuple):
    """A heading of something that the page teaches."""

    title: str
    anchor: str
    line: int


class ExerciseFacts(NamedTuple):
    """An exercise, which ``slug`` names among those of its page."""

    slug: str
    number: str
    title: str
    anchor: str
    line: int
    goal: str
    steps: int
    criteria: int
    minutes: Bounds | None
    difficulty: Bounds | None


class PageFacts(NamedTuple):
    """Everything about one page, as plain text and numbers."""

    title: str
    summary: str
    minutes: Bounds | None
    difficulty: Bounds | None
    concepts: tuple[ConceptFacts, ...]
    exercises: tuple[ExerciseFacts, ...]


def read_facts(page: Page) -> PageFacts:
    """The facts of a page, read anew."""
    passages, effort = Passages(page), page.outline.effort
    return PageFacts(
        title_of(page),
        passages.summary,
        _bounds(effort.time),
        _bounds(effort.difficulty),
        tuple(_concepts(page)),
        tuple(_exercise(page, each, passages.goal(each)) for each in page.outline.exercises),
    )


def _concepts(page: Page) -> Iterator[ConceptFacts]:
    for heading in page.outline.concepts:
        line = page.document.line(heading.span.start)
        yield ConceptFacts(one_line(heading.text), heading.anchor, line)


def _exercise(page: Page, exercise: Exercise, goal: str) -> ExerciseFacts:
    return ExerciseFacts(
        slug(exercise.title) or "exercise",
        exercise.number,
        one_line(exercise.title),
        exercise.heading.anchor,
        page.document.line(exercise.heading.span.start),
        goal,
        _count(exercise.section(_STEPS)),
        _count(exercise.section(_CRITERIA)),
        _bounds(exercise.effort.time),
        _bounds(exercise.effort.difficulty),
    )


def _bounds(stated: Minutes | Difficulty | None) -> Bounds | None:
    return Bounds(stated.least, stated.most) if stated else None


def _count(section: Section | None) -> int:
    """The items of a section; one that is written as text counts as one."""
    if section is None:
        return 0
    return len(section.items) or int(section.form is not Form.EMPTY)
