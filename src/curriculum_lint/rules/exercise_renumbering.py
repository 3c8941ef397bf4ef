"""Gives the exercises of a readme the numbers of their order, and links their new anchors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..changes.edit import Edit, Fix, Safety
from ..links.target import Outcome, Target
from ..model.curriculum import Curriculum, Page
from ..model.exercise_sequences import ExerciseSequence
from ..model.outline import Exercise
from ..parse.anchors import AnchorNames
from ..parse.document import Heading

_USER_CONTENT = "user-content-"
_LED_TO = (Outcome.FOUND, Outcome.ANCHOR_CASE)


class _NewHeading(NamedTuple):
    edit: Edit
    text: str


class _CannotError(Exception):
    """Something is written in a way that cannot be rewritten for certain."""


def renumbering(
    curriculum: Curriculum,
    page: Page,
    sequences: Sequence[ExerciseSequence],
    later: Sequence[ExerciseSequence],
) -> Fix | None:
    """The fix for one readme, or ``None`` where it could break something.

    ``later`` are the first sequences of the units behind it, which may go on from these.
    """
    if _are_gone_on_from(sequences, later):
        return None
    try:
        headings = dict(_new_headings(page, sequences))
        anchors = _new_anchors(page, headings)
        links = list(_link_edits(curriculum, page.path, anchors))
    except _CannotError:
        return None
    edits = [heading.edit for heading in headings.values()]
    title = "Number the exercises in their order"
    return Fix(title, Safety.SAFE, tuple(sorted([*edits, *links]))) if edits else None


def _are_gone_on_from(
    sequences: Sequence[ExerciseSequence], later: Sequence[ExerciseSequence]
) -> bool:
    """Whether another unit goes on from the last number, and that number would change."""
    last = sequences[-1].last
    if not last or sequences[-1].renumbered()[-1] == last:
        return False
    return any(
        last + 1 in each.starts and min(n for n in each.numbers if n is not None) == last + 1
        for each in later
    )


def _new_headings(
    page: Page, sequences: Sequence[ExerciseSequence]
) -> Iterator[tuple[Heading, _NewHeading]]:
    for sequence in sequences:
        model = next(each for each in sequence.exercises if each.number)
        numbers = zip(sequence.exercises, sequence.renumbered(), strict=True)
        for exercise, number in numbers:
            if exercise.ordinal is None:
                yield exercise.heading, _numbered(page, exercise, model, number)
            elif exercise.ordinal != number:
                yield exercise.heading, _changed(page, exercise, number)


def _changed(page: Page, exercise: Exercise, number: int) -> _NewHeading:
    new = f"{exercise.prefix}{number}{exercise.suffix}"
    at = _offset(exercise)
    text = exercise.heading.text
    edit = Edit(page.path, *exercise.number_span, new)
    return _NewHeading(edit, text[:at] + new + text[at + len(exercise.number) :])


def _numbered(page: Page, exercise: Exercise, model: Exercise, number: int) -> _NewHeading:
    """The heading with a number in front, written as that of ``model`` is."""
    at = _offset(model)
    lead = model.heading.text.removesuffix(model.title)
    new = f"{lead[:at]}{model.prefix}{number}{lead[at + len(model.number) :]}"
    if exercise.heading.html or not new.endswith(" "):
        raise _CannotError
    start = exercise.heading.content.start
    return _NewHeading(Edit(page.path, start, start, new), new + exercise.heading.text)


def _offset(exercise: Exercise) -> int:
    """Where the number stands in the heading's text, which must be so in the file too."""
    heading, span = exercise.heading, exercise.number_span
    at = heading.text.find(exercise.number)
    is_exact = span.end - span.start == len(exercise.number)
    if heading.html or not is_exact or span.start - heading.content.start != at:
        raise _CannotError
    return at


def _new_anchors(page: Page, headings: Mapping[Heading, _NewHeading]) -> dict[str, str]:
    """The anchors that change, and what they become: equal headings are numbered anew."""
    before, after = AnchorNames(), AnchorNames()
    changed: dict[str, str] = {}
    for heading in page.document.headings:
        if not heading.text:
            continue
        old = before.take(heading.text)
        new = after.take(headings[heading].text if heading in headings else heading.text)
        if old != heading.anchor:
            raise _CannotError
        if old != new:
            changed[old] = new
    kept = {anchor.name for anchor in page.document.anchors} - {
        heading.anchor for heading in page.document.headings
    }
    return {old: new for old, new in changed.items() if old not in kept}


def _link_edits(curriculum: Curriculum, path: str, anchors: Mapping[str, str]) -> Iterator[Edit]:
    for source, targets in curriculum.targets.items():
        for target in targets:
            if target.page == path and target.outcome in _LED_TO and target.fragment:
                yield from _link_edit(source, target, anchors)


def _link_edit(source: str, target: Target, anchors: Mapping[str, str]) -> Iterator[Edit]:
    actual = target.actual if target.outcome is Outcome.ANCHOR_CASE else target.fragment
    new = anchors.get((actual or "").removeprefix(_USER_CONTENT))
    if new is None:
        return
    span, written = target.link.target, target.link.destination
    if span is None or span.end - span.start != len(written) or "#" not in written:
        raise _CannotError
    start = span.start + written.index("#") + 1
    yield Edit(source, start, span.end, new)
