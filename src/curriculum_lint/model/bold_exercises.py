"""Exercises that begin with bold words and a number: ``**Exercise 2:** Write …``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..parse.document import Document, Label, Placement
from ..parse.plain import definitions_of, plain_text_of
from ..settings.exercise_settings import ExerciseForm
from ..text.regions import Regions, first_in
from ..text.source import Span
from .exercise_number import NumberedHeading, read_number
from .opened_exercise import ExerciseOpening, number_at, opened, title_in
from .outline import Exercise


def bold_exercises(document: Document, words: frozenset[str], areas: Regions) -> Iterator[Exercise]:
    """Paragraphs that begin so, anywhere; in ``areas`` the number alone is enough.

    Items with boxes belong to a checklist.
    """
    ticked = {item.span.start for of in document.lists for item in of.items if item.task}
    found = [
        (label, number)
        for label in document.labels
        if label.placement is Placement.OWN_BLOCK
        and label.item not in ticked
        and (number := read_number(label.text, words)) is not None
        and (number.named or areas.hold(label.span.start))
    ]
    starts = [_start(label) for label, _ in found]
    ends = [following for _, following in pairwise([*starts, len(document.text)])]
    headings = [heading.span.start for heading in document.headings]
    for (label, number), start, end in zip(found, starts, ends, strict=True):
        nearer = first_in(Span(start + 1, end), headings)
        yield _exercise(document, label, number, Span(start, end if nearer is None else nearer))


def _start(label: Label) -> int:
    return label.item if label.leads_item else label.span.start


def _exercise(document: Document, label: Label, number: NumberedHeading, whole: Span) -> Exercise:
    title = number.title or title_in(_behind(document, label))
    opening = ExerciseOpening(ExerciseForm.BOLD, label.text, label.span)
    return opened(opening, title, whole, number_at(number, document.text, label.span))


def _behind(document: Document, label: Label) -> str:
    """What stands behind the bold words in their paragraph."""
    behind = document.text[label.span.end : label.block.end]
    return plain_text_of(behind.lstrip(":： \t–—-"), definitions_of(document))
