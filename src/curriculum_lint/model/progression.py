"""A readme's outline, completed by what it says of the way through the curriculum."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ..parse.document import Document, Heading
from ..text.source import Span
from ..text.titles import words
from .effort import EffortReader
from .exercise_references import exercise_references
from .label_forms import label_forms
from .outline import Exercise, Outline
from .vocabulary import Vocabulary

CONCEPTS_KEY = "concepts"
PREREQUISITES_KEY = "prerequisites"


_STEM = 5


def with_progression(document: Document, outline: Outline, vocabulary: Vocabulary) -> Outline:
    """``outline`` with times, difficulties, concepts, references to exercises, and forms."""
    reader = EffortReader(document, vocabulary)
    return replace(
        outline,
        exercises=tuple(_with_effort(each, reader) for each in outline.exercises),
        effort=reader.read(_introduction(document, outline), len(document.text)),
        concepts=tuple(_concepts(document, outline)),
        references=tuple(exercise_references(document, outline, vocabulary)),
        unmentioned=tuple(_unmentioned(document, outline)),
        label_forms=tuple(label_forms(outline)),
    )


def _with_effort(exercise: Exercise, reader: EffortReader) -> Exercise:
    first = exercise.sections[0].span.start if exercise.sections else exercise.span.end
    span = Span(exercise.heading.span.end, exercise.span.end)
    return exercise._replace(effort=reader.read(span, first))


def _introduction(document: Document, outline: Outline) -> Span:
    """What precedes the first section, and the first heading below the title."""
    start = outline.title.span.end if outline.title else 0
    ends = [h.span.start for h in document.headings if h.span.start >= start]
    ends += [section.span.start for section in outline.sections]
    return Span(start, min(ends, default=len(document.text)))


def _concepts(document: Document, outline: Outline) -> Iterator[Heading]:
    for section in outline.sections:
        if section.key == CONCEPTS_KEY and section.level:
            inside = [h for h in _headings_in(document, section.body) if not h.nested]
            level = min((heading.level for heading in inside), default=0)
            yield from (heading for heading in inside if heading.level == level)


def _unmentioned(document: Document, outline: Outline) -> Iterator[Span]:
    """The links among the prerequisites to what the rest of the text does not speak of.

    One word of the link's text is enough, in any form: "owner" speaks of "Ownership". Words of
    the readme's section names say nothing.
    """
    section = outline.section(PREREQUISITES_KEY)
    if section is None:
        return
    body, text = section.body, document.text
    known = _stems(text[: section.span.start]) | _stems(text[body.end :])
    names = _stems(" ".join(each.name for each in outline.sections))
    for link in document.links:
        if body.holds(link.span.start):
            wanted = _stems(link.text)
            if not known & (wanted - names or wanted):
                yield link.span


def _stems(text: str) -> set[str]:
    """The first letters of the words of a text."""
    return {word[:_STEM] for word in words(text)}


def _headings_in(document: Document, body: Span) -> tuple[Heading, ...]:
    first, last = (bisect_left(document.headings, at, key=_start) for at in body)
    return document.headings[first:last]


def _start(heading: Heading) -> int:
    return heading.span.start
