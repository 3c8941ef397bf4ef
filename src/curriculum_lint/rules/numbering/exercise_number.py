"""CL206 exercise-number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...check.example import Example, Frame
from ...check.page_change import PageChange
from ...check.rule import CurriculumRule, Finding, Note
from ...model.curriculum import Curriculum, Kind, Page
from ...model.exercise_sequences import ExerciseSequence, sequences_on
from ...model.outline import Exercise
from ...model.sequence import Gap, Misplaced, Repeat
from ...model.untitled import exercises_but_titles
from ...settings.severity import Severity
from ...text.phrases import named
from ..links._link_findings import as_code
from ..sample import ANY_README
from ..wording import number_range
from ._exercise_file_numbers import file_findings
from ._exercise_renumbering import renumbering
from ._lost_exercises import is_read_wrongly, lead_of, lost_exercises

_BEFORE = (
    f"{ANY_README}-- first_level/readme.md --\n# First level\n\n- [Start](1_start/readme.md)\n"
    "-- first_level/1_start/readme.md --\n# Start\n\n## Exercises\n\n"
)
_GOOD = f"{_BEFORE}### 1) Print\n\n### 2) Read\n\n### 3) Write\n"
_SECTIONS = "\n**Goal:** Add a line.\n\n**Build steps:**\n\n1. Open the file to append.\n"
_SEVERAL = 2
_PLACE = "first_level/1_start/readme.md"


class ExerciseNumber(CurriculumRule):
    """Learners, mentors and other exercises refer to exercises by number. A number that is
    missing makes them look for an exercise that does not exist; one that is used twice makes them
    do the wrong one.
    """

    code = "CL206"
    name = "exercise-number"
    summary = "a gap, a repeat or a jump back in the exercise numbers of a readme"
    severity = Severity.ERROR
    fix_changes = PageChange.NUMBERS
    limits = (
        "Numbers begin at 0 or 1, or go on from the unit before. Each prefix (`1.1`, `2.1`) and "
        "each part of a readme may begin again; 4a and 4b are variants of one exercise. An "
        "exercise called bonus, extra, project or the like needs no number. Files that are one "
        "exercise each are numbered by their names, where several in a folder have a number. The "
        "fix rewrites links to the headings it changes, but not numbers that prose mentions (“see"
        " exercise 4”): CL210 reports those that then lead nowhere, so read the prose once more. "
        "It is not offered where a heading seems to have a number that cannot be read (`Exercse "
        "2: Loops`), where a heading or a link is written in a way that cannot be rewritten for "
        "certain, or where the next unit goes on from these numbers."
    )
    good = (
        Example(_GOOD, frame=Frame.FILES),
        Example(f"{_BEFORE}### 1.1 Print\n\n### 1.2 Read\n\n### 2.1 Write\n", frame=Frame.FILES),
    )
    bad = (
        Example(
            f"{_BEFORE}### 1) Print\n\n### 3) Read\n\nLike [print](#1-print).\n\n### 4) Write\n\n"
            "Go on [reading](#3-read).\n",
            finds=(f"{_PLACE}:7:5 CL206",),
            fixed=f"{_BEFORE}### 1) Print\n\n### 2) Read\n\nLike [print](#1-print).\n\n"
            "### 3) Write\n\nGo on [reading](#2-read).\n",
            frame=Frame.FILES,
        ),
        Example(
            f"{_BEFORE}### 1) Print\n\n### 2) Read\n\n### 2) Write\n\n### Append\n{_SECTIONS}",
            finds=(f"{_PLACE}:9:5 CL206", f"{_PLACE}:11:5 CL206"),
            fixed=f"{_GOOD}\n### 4) Append\n{_SECTIONS}",
            frame=Frame.FILES,
        ),
    )

    def check(self, curriculum: Curriculum) -> Iterator[Finding]:
        """Read the numbers of each readme; its one fix goes with the first finding."""
        begins: list[int | None] = []
        broken: list[_Broken] = []
        for page, sequences in _readmes(curriculum):
            begins.append(sequences[0].begin if sequences else None)
            findings = [each for sequence in sequences for each in _findings(page, sequence)]
            if findings:
                findings.sort(key=lambda finding: finding.span)
                broken.append(_Broken(len(begins), page, sequences, findings))
        for behind, page, sequences, findings in broken:
            fix = renumbering(curriculum, page, sequences, begins[behind:])
            yield findings[0]._replace(fix=fix)
            yield from findings[1:]
        yield from file_findings(curriculum)


class _Broken(NamedTuple):
    """A readme with findings. Only such are kept: those of all others fill the memory.

    ``behind`` is the place of the readme behind it.
    """

    behind: int
    page: Page
    sequences: list[ExerciseSequence]
    findings: list[Finding]


def _readmes(curriculum: Curriculum) -> Iterator[tuple[Page, list[ExerciseSequence]]]:
    """Each readme with its sequences, and each file with several exercises."""
    module_last: int | None = None
    last: int | None = None
    for unit in curriculum.units():
        for page in curriculum.exercise_pages(unit):
            if not page.kind.is_readme and len(exercises_but_titles(page)) < _SEVERAL:
                continue
            before = [number for number in (last, module_last) if number is not None]
            sequences = sequences_on(page, before)
            yield page, sequences
            last = sequences[-1].last if sequences else last
        module_last = last if unit.kind is Kind.MODULE else module_last


def _findings(page: Page, sequence: ExerciseSequence) -> Iterator[Finding]:
    breaks = sequence.breaks()
    counted = sequence.counted
    yield from (_gap(page, sequence, counted, gap) for gap in breaks.gaps)
    yield from (_repeat(page, sequence, counted, each) for each in breaks.repeats)
    yield from (_misplaced(page, sequence, counted, each) for each in breaks.misplaced)
    for exercise, number in zip(sequence.exercises, sequence.numbers, strict=True):
        if not exercise.number:
            yield _without_number(page, sequence, exercise, number)


def _without_number(
    page: Page, sequence: ExerciseSequence, exercise: Exercise, number: int | None
) -> Finding:
    here = "among numbered ones"
    if number is not None:
        here = f"here, where {sequence.prefix}{number} would be"
    what = f"The exercise “{exercise.title}”" if exercise.title else "An exercise"
    message, advice = f"{what} has no number {here}.", None
    if exercise.heading.level and is_read_wrongly(page, sequence, exercise.heading.text):
        message = f"{what} is not read as a numbered one {here}."
        advice = f"Begin it as the others do, such as {as_code(lead_of(sequence).rstrip())}."
    return Finding(page.path, exercise.heading.content, message, advice)


def _gap(page: Page, sequence: ExerciseSequence, counted: list[int], gap: Gap) -> Finding:
    exercise = sequence.exercises[counted[gap.at]]
    first, last = f"{sequence.prefix}{gap.first}", f"{sequence.prefix}{gap.last}"
    numbers = number_range(first, last, adjacent=gap.last == gap.first + 1)
    what = f"Exercise {numbers} is" if first == last else f"Exercises {numbers} are"
    advice = f"Write what is missing, or number this one {first}."
    if lost := lost_exercises(page, sequence):
        begin = as_code(lead_of(sequence).rstrip())
        advice = f"If “{lost[0].text}” is meant, begin it as the others do, such as {begin}."
    message = f"{what} missing before exercise {exercise.number}."
    return Finding(page.path, exercise.number_span, message, advice)


def _repeat(page: Page, sequence: ExerciseSequence, counted: list[int], repeat: Repeat) -> Finding:
    first = sequence.exercises[counted[repeat.earlier]]
    exercise = sequence.exercises[counted[repeat.at]]
    one, other = named(first.title, "This one"), named(exercise.title, "another one")
    message = f"{one} and {other} are both exercise {exercise.number}."
    advice = f"The next free number is {sequence.prefix}{repeat.free}."
    note = Note(page.path, first.number_span, f"The first exercise {first.number}.")
    return Finding(page.path, exercise.number_span, message, advice, related=(note,))


def _misplaced(
    page: Page, sequence: ExerciseSequence, counted: list[int], misplaced: Misplaced
) -> Finding:
    exercise = sequence.exercises[counted[misplaced.at]]
    other = sequence.exercises[counted[misplaced.other]]
    side = "before" if misplaced.other > misplaced.at else "after"
    message = f"Exercise {exercise.number} stands {side} exercise {other.number}."
    note = Note(page.path, other.number_span, f"Exercise {other.number}.")
    advice = "Move it to its place, or renumber the exercises in the order in which they stand."
    return Finding(page.path, exercise.number_span, message, advice, related=(note,))
