"""Exercises in files of their own, whose names number them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...check.rule import Finding, Note
from ...model.curriculum import Curriculum, Kind, Page, Unit
from ...model.exercise_files import is_readme, number_of
from ...model.outline import Exercise
from ...model.sequence import Gap, Repeat, read_sequence
from ...model.untitled import exercises_but_titles
from ..wording import number_range


class _Numbered(NamedTuple):
    """A file that is one exercise, and the number in its name."""

    page: Page
    exercise: Exercise
    number: int


def file_findings(curriculum: Curriculum) -> Iterator[Finding]:
    """Gaps and repeats among the numbers of the files in one folder."""
    last = 0
    for unit in curriculum.units():
        for files in _folders(curriculum, unit):
            numbers = [each.number for each in files]
            breaks = read_sequence(numbers, (0, 1, last + 1), [(n, "") for n in numbers])
            yield from (_gap(files, gap) for gap in breaks.gaps)
            yield from (_repeat(files, each) for each in breaks.repeats)
            last = max(numbers)


def _folders(curriculum: Curriculum, unit: Unit) -> Iterator[list[_Numbered]]:
    """The files of a unit by their folders, as far as there are several in one."""
    found: dict[str, list[_Numbered]] = {}
    for page in curriculum.exercise_pages(unit):
        number, exercises = number_of(page.path), exercises_but_titles(page)
        if page.kind is Kind.EXERCISE and number is not None and len(exercises) == 1:
            folder = page.path.rpartition("/")[0]
            around = folder.rpartition("/")[0] if is_readme(page.path) else folder
            found.setdefault(around, []).append(_Numbered(page, exercises[0], number))
    yield from (
        sorted(each, key=lambda file: file.number) for each in found.values() if len(each) > 1
    )


def _gap(files: Sequence[_Numbered], gap: Gap) -> Finding:
    file = files[gap.at]
    numbers = number_range(str(gap.first), str(gap.last), adjacent=gap.last == gap.first + 1)
    what = f"Exercise {numbers} is" if gap.first == gap.last else f"Exercises {numbers} are"
    message = (
        f"{what} missing before exercise {file.number}, which this is by the name of its file."
    )
    advice = f"Write what is missing, or number this file {gap.first}."
    return Finding(file.page.path, file.exercise.heading.content, message, advice)


def _repeat(files: Sequence[_Numbered], repeat: Repeat) -> Finding:
    first, file = files[repeat.earlier], files[repeat.at]
    message = f"{first.page.path} is exercise {file.number} by its name, and so is this one."
    advice = f"The next free number is {repeat.free}."
    note = Note(first.page.path, first.exercise.heading.content, f"The first {file.number}.")
    return Finding(file.page.path, file.exercise.heading.content, message, advice, related=(note,))
