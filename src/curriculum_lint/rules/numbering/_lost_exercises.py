"""Headings that are meant as exercises, but whose begin is not read as one."""

from __future__ import annotations

import re

from ...model.curriculum import Page
from ...model.exercise_number import seems_numbered
from ...model.exercise_sequences import ExerciseSequence
from ...model.sequence import Gap
from ...parse.document import Heading

_FIRST_WORD = re.compile(r"[\W_]*([^\W\d_]+)")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def lead_of(sequence: ExerciseSequence) -> str:
    """What stands before the title of the first numbered exercise, its number included."""
    model = next(each for each in sequence.exercises if each.number)
    return model.heading.text.removesuffix(model.title)


def is_read_wrongly(page: Page, sequence: ExerciseSequence, text: str) -> bool:
    """Whether a heading that is not read as a numbered exercise may be meant as one."""
    lead = _FIRST_WORD.match(lead_of(sequence))
    words = page.vocabulary.exercise_words | ({lead[1].casefold()} if lead else set())
    return seems_numbered(text, words)


def lost_exercises(page: Page, sequence: ExerciseSequence) -> list[Heading]:
    """The headings that may be exercises whose numbers are missing from the sequence."""
    missing = {n for gap in sequence.breaks().gaps for n in range(gap.first, gap.last + 1)}
    written = {*map(str, missing), *(f"{sequence.prefix}{number}" for number in missing)}
    own = {each.heading.span for each in page.outline.exercises}
    level = sequence.exercises[0].heading.level
    if not level:
        return []
    gaps = [_stretch(sequence, gap) for gap in sequence.breaks().gaps]
    others = [h for h in page.document.headings if h.level == level and h.span not in own]
    return [
        each
        for each in (others if missing else ())
        if any(each.span.start in gap for gap in gaps)
        or (is_read_wrongly(page, sequence, each.text) and _names_one_of(written, each.text))
    ]


def _stretch(sequence: ExerciseSequence, gap: Gap) -> range:
    """The offsets between the two exercises around a gap; none in front of the first."""
    exercises = [sequence.exercises[index] for index in sequence.counted]
    end = exercises[gap.at].heading.span.start
    return range(exercises[gap.at - 1].heading.span.end if gap.at else end, end)


def _names_one_of(missing: set[str], text: str) -> bool:
    numbers = _NUMBER.findall(text)
    return not numbers or not missing.isdisjoint(numbers)
