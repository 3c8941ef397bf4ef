"""A readme's outline: its title, its sections and its exercises."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ..parse.document import Heading, Label, ListItem
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


class Exercise(NamedTuple):
    """One exercise: ``number`` as written (empty if there is none), ``span`` all of it.

    ``digest`` is that of its text below the heading, empty for a very short one.
    """

    number: str
    prefix: str
    ordinal: int | None
    suffix: str
    title: str
    heading: Heading
    number_span: Span
    span: Span
    sections: tuple[Section, ...]
    digest: str = ""

    def section(self, key: str) -> Section | None:
        """The first section of that key."""
        return next((each for each in self.sections if each.key == key), None)

    @property
    def name(self) -> str:
        """How messages call it."""
        return f"exercise {self.number}" if self.number else f"exercise “{self.title}”"


@dataclass(frozen=True, slots=True)
class Outline:
    """What a readme consists of. ``sections`` are those of the whole readme.

    ``misplaced`` holds those of them that stand inside the last exercise.
    """

    title: Heading | None = None
    sections: tuple[Section, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    misplaced: tuple[Section, ...] = ()

    def section(self, key: str) -> Section | None:
        """The first section of that key."""
        return next((each for each in self.sections if each.key == key), None)
