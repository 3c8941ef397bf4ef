"""Units get other numbers or letters: folders, titles, exercises, links and entries follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..changes.edit import Edit, Fix, Safety
from ..changes.moves import Moves
from ..model.curriculum import Curriculum, Kind, Page
from ..model.outline import Exercise
from ..model.template import UnitName
from ..parse.document import Heading
from ..text.phrases import listed
from .entry_labels import text_start
from .mentions import Mentions, ReferenceOn, unit_number
from .new_headings import (
    CannotRewriteError,
    NewHeading,
    new_anchors,
    offset_in_heading,
    with_replaced,
)
from .new_numbers import Renumbered, new_names, renumbered_units
from .unit_labels import agrees, right_label
from .unit_prefix import first_part, is_prefix_of, with_prefix_of

#: How many places a caution names.
_MOST_PLACES = 20


class Renumbering:
    """Makes fixes that give units of one curriculum other numbers or letters."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._mentions = Mentions(curriculum)

    def fix(self, names: Mapping[str, UnitName], title: str) -> Fix | None:
        """The fix that gives units the ``names`` of their paths; ``None`` where it cannot be.

        What prose says without a link (“the fourth module”) stays as it is.
        """
        try:
            changes = _Changes(self._mentions, names)
            edits, moves = changes.edits(), tuple(changes.moves)
        except CannotRewriteError:
            return None
        return Fix(title, Safety.UNSAFE, edits, moves, caution=changes.caution())


class _Changes:
    """What one fix changes. Raises ``CannotRewriteError``."""

    def __init__(self, mentions: Mentions, names: Mapping[str, UnitName]) -> None:
        self.mentions, self.curriculum = mentions, mentions.curriculum
        self.units = renumbered_units(mentions.order, names)
        self.moves = Moves(new_names(self.curriculum, self.units))
        pages = list(self._pages())
        #: For each readme, the numbers of exercises that change.
        self.numbers = {page.path: dict(_numbers(page, each)) for page, each in pages}
        self.headings = {page.path: dict(self._headings(page, each)) for page, each in pages}

    def edits(self) -> tuple[Edit, ...]:
        anchors = {
            path: new_anchors(self.curriculum.pages[path], headings)
            for path, headings in self.headings.items()
        }
        found = {new.edit for each in self.headings.values() for new in each.values()}
        found |= set(self.mentions.relocation.edits(self.moves, anchors))
        found |= {*self._labels(), *self._references(), *self._links_to_exercises()}
        return tuple(sorted(found))

    def caution(self) -> str:
        """Which references to exercises led nowhere, and will lead to other exercises."""
        taken = {unit_number(each.new) for each in self.units.values()}
        free = taken - self.mentions.places.keys()
        found = [
            self._shown(on)
            for number, references in self.mentions.references.items()
            if number.rpartition(".")[0] in free
            for on in references
        ]
        if not found:
            return ""
        rest = [f"{len(found) - _MOST_PLACES} more"] * (len(found) > _MOST_PLACES)
        what = "This reference led to no exercise, and leads to another one now"
        if len(found) > 1:
            what = "These references led to no exercise, and lead to other ones now"
        return f"{what}: {listed([*sorted(found)[:_MOST_PLACES], *rest])}."

    def _shown(self, on: ReferenceOn) -> str:
        line = on.page.document.line(on.reference.span.start)
        return f"{on.reference.number} in {self.moves.new(on.page.path)}:{line}"

    def _pages(self) -> Iterator[tuple[Page, Renumbered]]:
        for each in self.units.values():
            page = self.curriculum.page(each.old.unit)
            if page is not None:
                yield page, each
            elif each.old.unit.readme is not None:
                raise CannotRewriteError

    def _headings(self, page: Page, each: Renumbered) -> Iterator[tuple[Heading, NewHeading]]:
        title = page.outline.title
        label = self.mentions.grammar.read(title.text) if title else None
        if title and label and agrees(label, each.old):
            right = right_label(label, each.new)
            if right != label.text:
                yield title, with_replaced(page, title, label.start, label.text, right)
        for exercise in page.outline.exercises:
            new = self.numbers[page.path].get(exercise.number)
            if new is not None:
                heading = exercise.heading
                at = offset_in_heading(heading, exercise.number, exercise.number_span)
                yield heading, with_replaced(page, heading, at, exercise.number, new)

    def _labels(self) -> Iterator[Edit]:
        """The labels of entries and links that lead to the units."""
        for path, each in self.units.items():
            for page, (label, place, _, at) in self.mentions.labels.get(path, ()):
                right = right_label(label, each.new)
                if not agrees(label, place) or right == label.text:
                    continue
                if at >= 0:
                    yield Edit(page.path, at, at + len(label.text), right)
                elif page.kind is not Kind.PAGE:
                    # It would contradict the folder from now on.
                    raise CannotRewriteError

    def _references(self) -> Iterator[Edit]:
        """The numbers of exercises in prose, as far as it is certain which unit they mean."""
        for each in self.units.values():
            numbers = self.numbers.get(each.old.unit.readme or "", {})
            for number, new in numbers.items():
                for page, reference in self.mentions.references.get(number, ()):
                    if not self.mentions.is_only_one(each.old, page):
                        continue
                    if self.mentions.is_in_heading(page, reference.span.start):
                        raise CannotRewriteError
                    yield Edit(page.path, *reference.span, new)

    def _links_to_exercises(self) -> Iterator[Edit]:
        """A link to an exercise mostly begins with its number: ``[4.2 Read](…)``."""
        for source, target in self.mentions.relocation.references.links((), self.numbers):
            link, start = target.link, text_start(target.link)
            numbers = self.numbers.get(target.page or "", {})
            written = [word.rstrip(".:)") for word in link.text.split()[:2]]
            number = next((word for word in written if word in numbers), None)
            if number is not None and start >= 0:
                at = start + link.text.index(number)
                yield Edit(source, at, at + len(number), numbers[number])


def _numbers(page: Page, each: Renumbered) -> Iterator[tuple[str, str]]:
    """The old and new numbers of exercises, if all of them begin with the unit's own."""
    numbered = [exercise for exercise in page.outline.exercises if exercise.number]
    if not all(_is_of(each, exercise) for exercise in numbered):
        return
    for exercise in numbered:
        new = with_prefix_of(each.new, exercise)
        if new != exercise.number:
            yield exercise.number, new


def _is_of(each: Renumbered, exercise: Exercise) -> bool:
    return exercise.prefix != "" and is_prefix_of(each.old, first_part(exercise))
