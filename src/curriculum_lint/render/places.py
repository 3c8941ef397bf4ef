"""What of a readme stands on which of its lines: exercises, criteria, labels, generated parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import NamedTuple

from ..model.outline import Exercise, Outline, Section
from ..parse.document import BlockKind, Document, Label, Placement
from ..text.source import Span
from ..text.utf_8 import utf_8

CRITERIA = "acceptance_criteria"
HINTS = "hints"
#: A paragraph with more characters says more than a time and a difficulty.
_LONGEST_EFFORT = 90


class LineRange(NamedTuple):
    """Lines counted from 0; ``end`` is the first behind them."""

    start: int
    end: int


class Criterion(NamedTuple):
    """One item of an exercise's criteria. ``name`` stays as long as its words do."""

    name: str
    place: int
    text: str


class PlacedExercise(NamedTuple):
    """An exercise, and the lines on which its criteria begin.

    ``is_line`` is true for an item of a list or a row of a table.
    """

    lines: LineRange
    criteria: Mapping[int, Criterion]
    is_line: bool = False


class ReadmePlaces:
    """Finds them in one document."""

    def __init__(self, document: Document, outline: Outline) -> None:
        self._document, self._outline = document, outline

    def exercises(self) -> list[PlacedExercise]:
        """The exercises, in order."""
        return [self._exercise(each) for each in self._outline.exercises]

    def labels(self) -> Mapping[int, str]:
        """The lines with a label that is a paragraph of its own, and what it names."""
        sections = [s for e in self._outline.exercises for s in e.sections]
        keys = {s.label.span: s.key for s in (*sections, *self._outline.sections) if s.label}
        return {
            self._line(label.span.start): keys[label.span]
            for label in self._document.labels
            if label.span in keys and self._is_alone(label)
        }

    def effort(self) -> set[int]:
        """The lines that say what something takes."""
        efforts = (self._outline.effort, *(each.effort for each in self._outline.exercises))
        spans = [each.span for effort in efforts for each in effort if each is not None]
        blocks = [self._block(span) or span for span in spans]
        return {self._line(block.start) for block in blocks}

    def stated(self) -> Iterator[LineRange]:
        """The paragraph that says nothing but what the unit takes: its head says the same."""
        for each in self._outline.effort:
            block = self._block(each.span) if each else None
            if block and block.end - block.start <= _LONGEST_EFFORT:
                yield self._lines(block)

    def title(self) -> LineRange | None:
        """The heading that names the unit."""
        title = self._outline.title
        return self._lines(title.span) if title else None

    def generated(self) -> Iterator[LineRange]:
        """What is generated: the page shows the same in its own way."""
        for region in self._document.generated:
            yield self._lines(region.span)

    def folded(self) -> Iterator[LineRange]:
        """The lines of hints that stand open in the readme; the first is their label."""
        for exercise in self._outline.exercises:
            hints = exercise.section(HINTS)
            if hints and hints.label and self._is_alone(hints.label) and self._is_open(hints):
                yield LineRange(self._line(hints.label.span.start), self._end(hints.body))

    def _exercise(self, exercise: Exercise) -> PlacedExercise:
        criteria = exercise.section(CRITERIA)
        found: dict[int, Criterion] = {}
        for place, item in enumerate(criteria.items if criteria else (), start=1):
            digest = blake2b(utf_8(" ".join(item.text.split())), digest_size=4)
            criterion = Criterion(digest.hexdigest(), place, item.text)
            found[self._line(item.span.start)] = criterion
        return PlacedExercise(self._lines(exercise.span), found, exercise.is_line)

    def _is_open(self, section: Section) -> bool:
        text = self._document.text[slice(*section.body)]
        return bool(text.strip()) and "<details" not in text.lower()

    def _is_alone(self, label: Label) -> bool:
        return label.placement is Placement.OWN_BLOCK and label.item < 0 and not label.tail

    def _block(self, span: Span) -> Span | None:
        """The paragraph around it."""
        for block in self._document.blocks:
            if block.kind is BlockKind.PARAGRAPH and block.span.holds(span.start):
                return block.span
        return None

    def _lines(self, span: Span) -> LineRange:
        return LineRange(self._line(span.start), self._end(span))

    def _line(self, offset: int) -> int:
        return self._document.line(offset) - 1

    def _end(self, span: Span) -> int:
        return self._line(max(span.start, span.end - 1)) + 1
