"""An exercise that does not exist yet, written as those beside it; later ones are renumbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum, Page, Unit
from ...model.exercise_sequences import ExerciseSequence, exercise_sequences
from ...model.outline import Exercise
from ...readme_schema.required import Required, required_sections
from ...settings.exercise_settings import ExerciseForm
from ...text.phrases import listed
from ..headings.new_headings import heading_edits, with_number
from ..units.refusal import Refusal
from ..words.exercise_mentions import link_texts, own_references, says_of, unit_references
from ..words.mentions import Mentions
from ..words.titled_numbers import titled_numbers
from .exercise_end import end_of
from .section_text import section_text

#: How far before a place it is looked for a blank line.
_REACH = 400
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\Z")


_CALLED = {
    ExerciseForm.HEADING: "a file",
    ExerciseForm.BOLD: "a paragraph with bold words",
    ExerciseForm.TABLE: "a row of a table",
    ExerciseForm.CHECKLIST: "an item of a checklist",
    ExerciseForm.LIST: "an item of a list",
}


class NewExercise(NamedTuple):
    """Where an exercise goes: it gets the ``number``, and is written as the ``model`` is.

    ``offset`` is its place in the readme, ``later`` are those that are counted up.
    """

    page: Page
    model: Exercise
    number: str
    offset: int
    later: tuple[Exercise, ...]


def new_exercise(curriculum: Curriculum, unit: Unit, at: str | None) -> NewExercise:
    """One behind the last one, or in the place of the one that is numbered ``at``.

    Raises `Refusal`.
    """
    page = curriculum.page(unit)
    if unit.exercises and not (page and page.outline.exercises):
        raise Refusal(
            f"The exercises of {unit.path} are in files of their own, such as "
            f"{unit.exercises[-1]}: add another one beside it by hand."
        )
    if page is None or not page.outline.exercises:
        raise Refusal(
            f"{unit.readme or unit.path} has no exercise yet that shows how one is written: write "
            "the first by hand."
        )
    is_appended = at is None or _is_behind_last(page, at)
    model = page.outline.exercises[-1] if is_appended else exercise_at(page, unit, at or "")
    refuse_lines(page, model)
    sequence = sequence_of(page, model)
    if not is_appended:
        number = _numbered(model._replace(suffix=""), model.ordinal or 0)
        start = model.heading.span.start
        return NewExercise(page, model, number, start, tuple(_pushed(sequence, model)))
    number = _numbered(model._replace(suffix=""), (sequence.last or 0) + 1)
    end = end_of(curriculum, page, model)
    return NewExercise(page, model, number if model.number else "", end, ())


def exercise_fix(curriculum: Curriculum, unit: Unit, new: NewExercise, title: str) -> Fix:
    """The fix that begins the exercise. Raises ``CannotRewriteError``."""
    edits = {_insertion(new, _block(curriculum, new, title))}
    if new.later:
        edits |= set(renumbered(curriculum, new.page, unit, new.later, 1))
    title, told = f"Begin exercise {new.number}", _led_nowhere(curriculum, unit, new)
    return Fix(title, Safety.UNSAFE, tuple(sorted(edits)), caution=told)


def _led_nowhere(curriculum: Curriculum, unit: Unit, new: NewExercise) -> str:
    """Which references lead to the last exercise from now on, and led to none."""
    if not new.later:
        return ""
    last = new.later[-1]
    number = _numbered(last, (last.ordinal or 0) + 1)
    if any(each.number == number for each in new.page.outline.exercises):
        return ""
    pushed = last._replace(number=number)
    found = [
        f"{each.number} in {page.path}:{page.document.line(each.span.start)}"
        for page, each in says_of(Mentions(curriculum), new.page, unit, pushed)
    ]
    what = "What led to no exercise leads to another one now"
    return f"{what}: {listed(sorted(found))}." if found else ""


def _is_behind_last(page: Page, at: str) -> bool:
    """Whether ``at`` is the number of one more exercise: 3 or 1.3 behind 1.2."""
    last = page.outline.exercises[-1]
    following = (sequence_of(page, last).last or 0) + 1
    number = _numbered(last._replace(suffix=""), following)
    return bool(last.number) and at.strip().casefold() in (number, str(following))


def exercise_at(page: Page, unit: Unit, at: str) -> Exercise:
    """The exercise that is numbered ``at``. Raises `Refusal`."""
    word = at.strip().casefold()
    found = [e for e in page.outline.exercises if word in (e.number, f"{e.ordinal}{e.suffix}")]
    if len(found) == 1:
        refuse_lines(page, found[0])
        return found[0]
    numbers = [each.number for each in page.outline.exercises if each.number]
    if not numbers:
        raise Refusal(f"The exercises of {unit.path} have no numbers: leave --at out.")
    what = f"{len(found)} exercises" if found else "no exercise"
    raise Refusal(f"{unit.path} has {what} {at}: it has {numbers[0]} to {numbers[-1]}.")


def refuse_lines(page: Page, exercise: Exercise) -> None:
    """Raise `Refusal` where no heading opens the exercise: nothing says where it would end."""
    if exercise.heading.level:
        return
    place = f"{page.path}:{page.document.line(exercise.span.start)}"
    raise Refusal(
        f"{place} {exercise.name} is {_CALLED[exercise.form]}, and only exercises with headings "
        "are rewritten: change it there by hand, then run `curriculum-lint check`."
    )


def sequence_of(page: Page, model: Exercise) -> ExerciseSequence:
    """The exercises that ``model`` is counted with."""
    for sequence in exercise_sequences(page.outline, page.document.headings, ()):
        if model in sequence.exercises:
            return sequence
    return ExerciseSequence((model,), (model.ordinal,), (1,))


def _pushed(sequence: ExerciseSequence, first: Exercise) -> list[Exercise]:
    """``first`` and those behind it, as far as their numbers follow each other."""
    found: list[Exercise] = []
    taken = first.ordinal or 0
    for exercise in sequence.exercises[sequence.exercises.index(first) :]:
        if exercise.ordinal in (taken, taken + 1 if found else taken):
            taken = exercise.ordinal or taken
            found.append(exercise)
    return found


def renumbered(
    curriculum: Curriculum, page: Page, unit: Unit, exercises: Iterable[Exercise], more: int
) -> Iterator[Edit]:
    """So many ``more`` for the number of each of the exercises, and for what names them."""
    mentions, exercises = Mentions(curriculum), list(exercises)
    numbers = {each.number: _numbered(each, (each.ordinal or 0) + more) for each in exercises}
    headings = {}
    for each in exercises:
        headings[each.heading] = with_number(page, each, numbers[each.number])
    yield from heading_edits(curriculum, page, headings)
    yield from unit_references(mentions, mentions.order.places[unit.path], numbers)
    yield from own_references(page, _without_prefix(page, numbers) | numbers)
    yield from link_texts(mentions, {page.path: numbers})
    for titled in titled_numbers(curriculum.pages.values(), exercises):
        yield Edit(titled.page.path, *titled.number, numbers[titled.exercise.number])


def _without_prefix(page: Page, numbers: dict[str, str]) -> dict[str, str]:
    """“Exercise 2” is 4a.2 in a readme where all numbers begin with 4a."""
    prefixes = {each.prefix for each in page.outline.exercises if each.number}
    if len(prefixes) > 1:
        return {}
    prefix = prefixes.pop()
    return {old.removeprefix(prefix): new.removeprefix(prefix) for old, new in numbers.items()}


def _numbered(exercise: Exercise, ordinal: int) -> str:
    written = exercise.number.removeprefix(exercise.prefix).removesuffix(exercise.suffix)
    digits = str(ordinal).zfill(len(written) if written.startswith("0") else 0)
    return f"{exercise.prefix}{digits}{exercise.suffix}"


def _block(curriculum: Curriculum, new: NewExercise, title: str) -> str:
    """The heading and the sections that the schema requires, or without one those of the model."""
    model, lead = new.model, ""
    if new.number:
        lead = model.heading.text.removesuffix(model.title).replace(model.number, new.number, 1)
        lead = lead if lead.endswith(" ") else f"{lead}: "
    blocks = [f"{'#' * model.heading.level} {lead}{title}\n"]
    schema = curriculum.schemas.get(new.page.kind)
    wanted = required_sections(schema, of_exercise=True) if schema else _as_in(model)
    blocks += _sections(new.page, model, wanted)
    return "\n".join(blocks)


def _as_in(model: Exercise) -> tuple[Required, ...]:
    forms = {each.key: each.form for each in reversed(model.sections)}
    return tuple(Required(key, form, 1) for key, form in reversed(forms.items()))


def _sections(page: Page, model: Exercise, wanted: Iterable[Required]) -> Iterator[str]:
    for key, form, items in wanted:
        section = model.section(key)
        written = page.document.text[slice(*section.span)].strip() if section else ""
        if section is None or not written or "\n" in written:
            opening, is_label = f"**{page.vocabulary.preferred(key)}:**", True
        else:
            opening, is_label = written, section.label is not None
        yield section_text(opening, form, items, is_label=is_label)


def _insertion(new: NewExercise, block: str) -> Edit:
    """``block`` between blank lines."""
    offset, text = new.offset, new.page.document.text
    lead = ""
    if not _BLANK_LINE.search(text, max(0, offset - _REACH), offset):
        lead = "\n" if text[:offset].endswith(("\n", "\r")) else "\n\n"
    end = "\n" if text[offset:].strip() else ""
    return Edit(new.page.path, offset, offset, lead + block + end)
