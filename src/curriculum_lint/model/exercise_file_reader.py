"""A file that holds exercises → its outline: several of them, or the one that it is."""

from __future__ import annotations

from dataclasses import replace

from ..parse.document import Document
from .exercise_files import name_of
from .outline import Exercise, Outline
from .outline_reader import OutlineReader
from .vocabulary import Vocabulary


def read_exercise_file(
    document: Document, vocabulary: Vocabulary, exercise_keys: frozenset[str], number: int | None
) -> Outline:
    """The outline of such a file. ``number`` is the one in its name, if it has one."""
    reader = _reader(document, vocabulary, exercise_keys)
    outline = reader.read()
    if outline.exercises:
        return outline
    whole = reader.whole(name_of(document.path), number)
    return replace(outline, exercises=(whole,), sections=())


def read_exercises_in(
    document: Document, vocabulary: Vocabulary, exercise_keys: frozenset[str]
) -> tuple[Exercise, ...]:
    """The exercises that such a file holds; none where it is one."""
    return _reader(document, vocabulary, exercise_keys).read().exercises


def _reader(
    document: Document, vocabulary: Vocabulary, exercise_keys: frozenset[str]
) -> OutlineReader:
    return OutlineReader(document, vocabulary, exercise_keys, is_of_exercises=True)
