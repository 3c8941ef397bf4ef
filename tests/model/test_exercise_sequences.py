"""What exercises count as, where some have no number, and which are counted together."""

from __future__ import annotations

import pytest

from curriculum_lint.model.exercise_sequences import ExerciseSequence, exercise_sequences
from curriculum_lint.model.outline_reader import read_outline
from curriculum_lint.model.sequence import Gap, Misplaced, Repeat
from curriculum_lint.model.vocabulary import Vocabulary
from curriculum_lint.parse.parser import parse_document
from curriculum_lint.settings.section_names import DEFAULT_SECTIONS

BODY = "\n\n**Goal:** x\n\n**Steps:**\n\n1. x\n\n"


def sequences(*headings: str, before: tuple[int, ...] = ()) -> list[ExerciseSequence]:
    """Those of exercises with these headings; what begins with ``#`` or ``>`` is another one."""
    lines = (each if each[0] in "#>" else f"### {each}{BODY}" for each in headings)
    text = "# Start\n\n## Exercises\n\n" + "\n\n".join(lines)
    document = parse_document("x.md", text)
    keys = frozenset({"goal", "steps"})
    outline = read_outline(document, Vocabulary(DEFAULT_SECTIONS), keys)
    return exercise_sequences(outline, document.headings, before)


@pytest.mark.parametrize(
    ("headings", "numbers"),
    [
        ((" 1", " 2", " 3"), [1, 2, 3]),
        (("", " 2", " 3"), [1, 2, 3]),
        (("", " 5", ""), [5]),
        (("", "", " 5", " 6"), [3, 4, 5, 6]),
        (("", " 1", " 2"), [None, 1, 2]),
        (("", "", " 1", " 2"), [None, None, 1, 2]),
        (("", " 0", " 1"), [None, 0, 1]),
        ((" 2", "", " 3"), [2, None, 3]),
        ((" 2", "", "", " 3"), [2, None, None, 3]),
        ((" 2", "", " 4"), [2, 3, 4]),
        ((" 2", " 4", ""), [2, 4, 5]),
        (("", " 2"), [1, 2]),
        (("", "", " 2"), [2]),
        ((" 5", " 0", "", " 6"), [5, 0, 1, 6]),
    ],
)
def test_exercises_without_a_number(headings: tuple[str, ...], numbers: list[int | None]) -> None:
    (sequence,) = sequences(*(f"Exercise{each}: Do it" for each in headings))
    assert list(sequence.numbers) == numbers


def test_without_any_number_nothing_is_counted() -> None:
    assert sequences("Exercise: A", "Exercise: B") == []


@pytest.mark.parametrize("word", ["Bonus", "🎁 extra", "Optional", "Stretch", "Final", "Project"])
def test_what_stands_beside_the_exercises_counts_as_none(word: str) -> None:
    (sequence,) = sequences("Exercise 1: A", f"{word}: B", "Exercise 3: C")
    assert sequence.numbers == (1, 3)
    (sequence,) = sequences("Exercise 1: A", f"{word}ed: B", "Exercise 3: C")
    assert sequence.numbers == (1, 2, 3)


@pytest.mark.parametrize(
    ("headings", "together"),
    [
        (("1.1. A", "1.2. B", "2.1. C", "2.2. D"), [(1, 2), (1, 2)]),
        (("1.1. A", "1.2. B", "2.3. C", "1.4. D"), [(1, 2, 3, 4)]),
        (("1.1. A", "1.2. B", "2.4. C", "1.3. D"), [(1, 2, 3), (4,)]),
        (("1.0. A", "2.1. B", "1.2. C"), [(0, 1, 2)]),
        (("1.1. A", "2.1. B", "1.2. C", "2.2. D"), [(1, 2), (1, 2)]),
        (("1.1. A", "2.2. B", "2.3. C", "1.2. D"), [(1, 2), (2, 3)]),
        (("Exercise: A", "1.2. B", "1.3. C", "2.1. D", "2.2. E"), [(1, 2, 3), (1, 2)]),
        (("Exercise: A", "1.2. B", "1.3. C", "2.1. D", "1.4. E"), [(1, 2, 3, 4), (1,)]),
    ],
)
def test_exercises_of_one_prefix_are_counted_together(
    headings: tuple[str, ...], together: list[tuple[int, ...]]
) -> None:
    assert [each.numbers for each in sequences(*headings)] == together


@pytest.mark.parametrize(
    ("headings", "together"),
    [
        (("1. A", "2. B", "## Tasks", "1. C", "2. D"), [(1, 2), (1, 2)]),
        (("1. A", "2. B", "## Tasks", "2. C"), [(1, 2, 2)]),
        (("1. A", "2. B", "## Tasks", "3. C", "1. D"), [(1, 2, 3, 1)]),
        (("1. A", "2. B", "1. C"), [(1, 2, 1)]),
        (("1.1. A", "1.2. B", "## Tasks", "1.1. C"), [(1, 2, 1)]),
        (("1. A", "0. B", "## Tasks", "0. C"), [(1, 0, 0)]),
        (("1. A", "## Tasks", "0. B"), [(1,), (0,)]),
        (("2. A", "> ## Q", "1. B"), [(2, 1)]),
    ],
)
def test_numbers_may_begin_again_in_another_part(
    headings: tuple[str, ...], together: list[tuple[int, ...]]
) -> None:
    assert [each.numbers for each in sequences(*headings)] == together


def test_a_sequence_may_go_on_from_the_one_before_it() -> None:
    first, second = sequences("1.3. A", "1.4. B", "2.5. C", "2.6. D", before=(2, 7))
    assert (first.starts, first.begin, first.last, first.prefix) == ((0, 1, 3, 8), 3, 4, "1.")
    assert (second.starts, second.begin, second.last, second.prefix) == ((0, 1, 5), 5, 6, "2.")
    (alone,) = sequences("4. A", "5. B")
    assert (alone.starts, alone.begin, alone.prefix) == ((0, 1), None, "")


def test_of_what_counts_as_nothing_nothing_is_known() -> None:
    empty = ExerciseSequence((), (), (0, 1))
    assert (empty.prefix, empty.last, empty.begin, empty.counted) == ("", None, None, [])


def test_a_break_is_told_by_its_place_among_those_that_count() -> None:
    (sequence,) = sequences("Exercise: A", "1. B", "1. C", "4. D", "3. E", "3a. F", "7. G")
    assert sequence.numbers == (None, 1, 1, 4, 3, 3, 7)
    assert sequence.counted == [1, 2, 3, 4, 5, 6]
    breaks = sequence.breaks()
    assert breaks.repeats == (Repeat(1, 0, 2),)
    assert breaks.gaps == (Gap(5, 5, 6),)
    assert breaks.misplaced == (Misplaced(2, 3),)


@pytest.mark.parametrize(
    ("headings", "numbers"),
    [
        (("1. A", "3. B", "3. C"), [1, 2, 3]),
        (("0. A", "3. B"), [0, 1]),
        (("5. A", "5a. B", "5b. C", "7. D"), [1, 1, 1, 2]),
        (("5. A", "5. B", "6a. C", "6a. D"), [1, 2, 3, 4]),
        (("Exercise: A", "1. B", "2a. C", "3a. D"), [1, 2, 3, 4]),
    ],
)
def test_what_exercises_should_be_numbered(headings: tuple[str, ...], numbers: list[int]) -> None:
    (sequence,) = sequences(*headings)
    assert sequence.renumbered() == numbers
