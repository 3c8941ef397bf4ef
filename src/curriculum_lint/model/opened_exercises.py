"""Exercises in one of the forms that are no headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..parse.document import Document
from ..settings.exercise_settings import ExerciseForm
from ..text.regions import Regions
from .bold_exercises import bold_exercises
from .exercise_areas import ExerciseArea
from .listed_exercises import ListedExercises
from .outline import Exercise
from .tabled_exercises import TabledExercises
from .vocabulary import EXERCISES_KEY, Vocabulary, normalise


def opened_exercises(
    document: Document, vocabulary: Vocabulary, form: ExerciseForm, areas: Sequence[ExerciseArea]
) -> Iterable[Exercise]:
    """The exercises in that form, as yet without their sections; ``areas`` announce them."""
    words = vocabulary.exercise_words
    if form is ExerciseForm.BOLD:
        spans = (span for each in areas for span in (each.first, *each.others))
        return bold_exercises(document, words, Regions(spans))
    if form is ExerciseForm.TABLE:
        names = frozenset(map(normalise, vocabulary.names(EXERCISES_KEY)))
        tables = TabledExercises(document, words, names)
        return [exercise for area in areas for exercise in tables.read(area)]
    lists = ListedExercises(document, words, form)
    return [exercise for area in areas for exercise in lists.read(area)]
