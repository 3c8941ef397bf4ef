"""An exercise that no heading opens: bold words, a row of a table or an item of a list do."""

from __future__ import annotations

from typing import NamedTuple

from ..parse.document import Document, Heading, Link
from ..settings.exercise_settings import ExerciseForm
from ..text.sentences import first_sentence
from ..text.source import Span
from ..workspace.tree import MARKDOWN_SUFFIXES
from .exercise_number import NumberedHeading
from .outline import Exercise

#: Titles are shown in lists and messages; items of lists are as long as they like.
_LONGEST_TITLE = 80


class WrittenNumber(NamedTuple):
    """The number of an exercise: ``4a.3`` has the prefix ``4a.`` and the ordinal 3."""

    written: str
    prefix: str
    ordinal: int
    suffix: str
    span: Span


def number_at(found: NumberedHeading, text: str, within: Span) -> WrittenNumber:
    """A number that was read in the plain text of what stands at ``within`` of the file."""
    at = text.find(found.written, within.start, within.end)
    span = Span(at, at + len(found.written)) if at >= 0 else within
    return WrittenNumber(found.written, found.prefix, found.ordinal, found.suffix, span)


class ExerciseOpening(NamedTuple):
    """What opens an exercise: plain text, and where it stands."""

    form: ExerciseForm
    text: str
    span: Span


def opened(
    opening: ExerciseOpening, title: str, whole: Span, number: WrittenNumber | None
) -> Exercise:
    """The exercise that ``opening`` opens, as yet without its sections."""
    form, text, span = opening
    heading = Heading(0, text, "", span, span, nested=True)
    if number is None:
        nowhere = Span(span.start, span.start)
        return Exercise("", "", None, "", title, heading, nowhere, whole, (), form=form)
    return Exercise(
        number.written,
        number.prefix,
        number.ordinal,
        number.suffix,
        title,
        heading,
        number.span,
        whole,
        (),
        form=form,
    )


class LinkedFiles:
    """The links of one document to Markdown files beside or below it."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._links = {link.span.start: link for link in document.links if _is_below(link)}

    def are_all_of(self, opening: Span) -> bool:
        """Whether ``opening`` is nothing but such a link: the exercise stands in that file."""
        link = self._links.get(opening.start)
        return link is not None and not self._text[link.span.end : opening.end].strip(" \t.,;:")


def _is_below(link: Link) -> bool:
    path = link.destination.partition("#")[0].lower()
    is_folder = "." not in path.rpartition("/")[2]
    return is_local_page(path) and not is_folder and not path.startswith(("/", ".."))


def is_local_page(destination: str) -> bool:
    """Whether a link leads to a Markdown file or a folder of the same repository."""
    path = destination.partition("#")[0].lower()
    name = path.rpartition("/")[2]
    return bool(path) and ":" not in path and ("." not in name or name.endswith(MARKDOWN_SUFFIXES))


def title_in(text: str) -> str:
    """The first sentence of a text, as a title."""
    return first_sentence(text, _LONGEST_TITLE).rstrip(".:;。：；").strip()
