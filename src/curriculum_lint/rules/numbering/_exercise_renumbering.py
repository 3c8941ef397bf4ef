"""Gives the exercises of a readme the numbers of their order, and links their new anchors."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum, Page
from ...model.exercise_sequences import ExerciseSequence
from ...model.outline import Exercise
from ...parse.document import Heading
from ...refactor.headings.new_headings import (
    CannotRewriteError,
    NewHeading,
    heading_edits,
    offset_in_heading,
    with_number,
)
from ._lost_exercises import is_read_wrongly, lost_exercises


def renumbering(
    curriculum: Curriculum,
    page: Page,
    sequences: Sequence[ExerciseSequence],
    begins: Collection[int | None],
) -> Fix | None:
    """The fix for one readme, or ``None`` where it could break something.

    ``begins`` are the numbers with which units behind it begin: they may go on from these.
    """
    is_lost = any(lost_exercises(page, each) for each in sequences)
    if is_lost or _are_gone_on_from(sequences, begins):
        return None
    try:
        edits = heading_edits(curriculum, page, dict(_new_headings(page, sequences)))
    except CannotRewriteError:
        return None
    return Fix("Number the exercises in their order", Safety.SAFE, edits) if edits else None


def _are_gone_on_from(
    sequences: Sequence[ExerciseSequence], begins: Collection[int | None]
) -> bool:
    """Whether another unit goes on from the last number, and that number would change."""
    last = sequences[-1].last
    if not last or sequences[-1].renumbered()[-1] == last:
        return False
    return last + 1 in begins


def _new_headings(
    page: Page, sequences: Sequence[ExerciseSequence]
) -> Iterator[tuple[Heading, NewHeading]]:
    for sequence in sequences:
        model = next(each for each in sequence.exercises if each.number)
        numbers = zip(sequence.exercises, sequence.renumbered(), strict=True)
        for exercise, number in numbers:
            if exercise.ordinal is None:
                is_heading = exercise.heading.level > 0
                if not is_heading or is_read_wrongly(page, sequence, exercise.heading.text):
                    raise CannotRewriteError
                yield exercise.heading, _numbered(page, exercise, model, number)
            elif exercise.ordinal != number:
                yield exercise.heading, _changed(page, exercise, number)


def _changed(page: Page, exercise: Exercise, number: int) -> NewHeading:
    new = f"{exercise.prefix}{number}{exercise.suffix}"
    return with_number(page, exercise, new)


def _numbered(page: Page, exercise: Exercise, model: Exercise, number: int) -> NewHeading:
    """The heading with a number in front, written as that of ``model`` is."""
    at = offset_in_heading(model.heading, model.number, model.number_span)
    lead = model.heading.text.removesuffix(model.title)
    new = f"{lead[:at]}{model.prefix}{number}{lead[at + len(model.number) :]}"
    if exercise.heading.html or not new.endswith(" "):
        raise CannotRewriteError
    start = exercise.heading.content.start
    return NewHeading(Edit(page.path, start, start, new), new + exercise.heading.text)
