"""A readme's outline: its title, its sections and its exercises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ..parse.document import Heading, Label, ListItem
from ..settings.exercise_settings import ExerciseForm
from ..text.source import Span


class Form(StrEnum):
    """What a section mainly consists of."""

    EMPTY = "empty"
    TEXT = "text"
    ORDERED = "ordered"
    BULLET = "bullet"
    TASK = "task"


class Section(NamedTuple):
    """A label or heading whose words the vocabulary knows, with what follows it.

    ``span`` is the name as written (label or heading), ``body`` what belongs to it. ``items`` are
    the items of its outermost list. ``level`` is the heading's level, 0 for a label.
    """

    key: str
    name: str
    span: Span
    body: Span
    form: Form
    items: tuple[ListItem, ...]
    level: int
    label: Label | None = None


class Minutes(NamedTuple):
    """A stated time in minutes: ``least`` and ``most`` are equal unless it is a range."""

    least: int
    most: int
    span: Span


class Difficulty(NamedTuple):
    """A stated difficulty in steps of a scale: ``least`` and ``most`` as for a time."""

    least: int
    most: int
    span: Span


class Effort(NamedTuple):
    """What a unit or an exercise takes, as far as the readme says so."""

    time: Minutes | None = None
    difficulty: Difficulty | None = None


NO_EFFORT = Effort()


class ExerciseReference(NamedTuple):
    """A number by which prose refers to an exercise, such as 21 in "see exercise 21".

    ``unit`` is what stands before the last dot of the number: "4a" in "4a.2". ``named`` is true
    where a word such as "exercise" precedes it.
    """

    number: str
    unit: str
    named: bool
    span: Span


class LabelOfUnit(NamedTuple):
    """How a readme writes its labels of one key, where it writes all of them alike.

    ``span`` is the first of them.
    """

    key: str
    text: str
    colon: bool
    span: Span


class Exercise(NamedTuple):
    """One exercise: ``number`` as written (empty if there is none), ``span`` all of it.

    ``heading`` is what opens it: of level 0 and without an anchor where it is no heading.
    ``digest`` is that of its text below the heading, empty for a very short one; ``effort`` what
    it says that it takes.
    """

    number: str
    prefix: str
    ordinal: int | None
    suffix: str
    title: str
    heading: Heading
    number_span: Span
    span: Span
    sections: Sequence[Section]
    digest: str = ""
    effort: Effort = NO_EFFORT
    form: ExerciseForm = ExerciseForm.HEADING

    def section(self, key: str) -> Section | None:
        """The first section of that key."""
        return next((each for each in self.sections if each.key == key), None)

    @property
    def is_line(self) -> bool:
        """Whether it is a row or an item, which has no sections, and says it all in a line."""
        return self.form not in (ExerciseForm.HEADING, ExerciseForm.BOLD)

    @property
    def name(self) -> str:
        """How messages call it."""
        if self.number:
            return f"exercise {self.number}"
        return f"exercise “{self.title}”" if self.title else "this exercise"


@dataclass(frozen=True, slots=True)
class Outline:
    """What a readme consists of. ``sections`` are those of the whole readme.

    ``misplaced`` holds those of them that stand inside the last exercise. ``concepts`` are the
    headings directly below the section of that name, ``effort`` is what the whole unit takes, and
    ``unmentioned`` are the links among the prerequisites whose words occur nowhere else.
    ``label_forms`` are the forms of labels in a readme of a unit.
    """

    title: Heading | None = None
    sections: tuple[Section, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    misplaced: tuple[Section, ...] = ()
    effort: Effort = NO_EFFORT
    concepts: tuple[Heading, ...] = ()
    references: tuple[ExerciseReference, ...] = ()
    unmentioned: tuple[Span, ...] = ()
    label_forms: tuple[LabelOfUnit, ...] = ()

    def section(self, key: str) -> Section | None:
        """The first section of that key."""
        return next((each for each in self.sections if each.key == key), None)
