"""Where sections and exercises of a readme may begin."""

from __future__ import annotations

from typing import NamedTuple

from ..parse.document import Heading, Label
from ..text.source import Span
from .exercise_number import NumberedHeading


class Mark(NamedTuple):
    """A place where a section may begin."""

    key: str
    name: str
    span: Span
    level: int
    label: Label | None

    @property
    def opening(self) -> int:
        """Where what belongs to it begins: a label that leads a list item takes all of the item."""
        return self.label.item if self.label and self.label.leads_item else self.span.start


class Candidate(NamedTuple):
    """A heading that may open an exercise, and the text under it."""

    heading: Heading
    number: NumberedHeading | None
    span: Span
