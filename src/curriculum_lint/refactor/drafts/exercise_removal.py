"""An exercise is taken out of its readme: later ones are renumbered, links to it are words only."""

from __future__ import annotations

from collections.abc import Iterator

from ...edits.edit import Edit, Fix, Safety
from ...model.curriculum import Curriculum, Page, Unit
from ...model.outline import Exercise
from ...model.target import Target
from ..lists.removal import LedThere, Loss, unlink
from ..units.refusal import readable_page
from ..words.exercise_mentions import says_of
from ..words.mentions import Mentions
from .exercise_end import end_of
from .new_exercise import exercise_at, renumbered, sequence_of


class ExerciseRemoval:
    """Takes the exercise ``at`` a number out; ``unlinked`` is what led to it, after `fix`.

    Raises `Refusal` where there is none.
    """

    def __init__(self, curriculum: Curriculum, unit: Unit, at: str) -> None:
        page = readable_page(curriculum, unit)
        self._curriculum, self._unit, self._page = curriculum, unit, page
        self.page = page
        self._exercise = exercise_at(page, unit, at)
        self.unlinked: list[LedThere] = []
        self.edits: tuple[Edit, ...] = ()

    def fix(self, *, keep_gap: bool) -> Fix:
        """The fix that does it. Raises ``CannotRewriteError``."""
        exercise, path = self._exercise, self._page.path
        end = end_of(self._curriculum, self._page, exercise)
        whole = Edit(path, exercise.heading.span.start, end, "")
        edits = set() if keep_gap else set(self._later())
        edits = {edit for edit in edits if edit.path != path or not _is_in(edit, whole)}
        for page in self._curriculum.pages.values():
            apart = [whole] if page.path == path else []
            edits |= set(unlink(page, list(self._leading_to(page)), apart, self.unlinked))
        self.unlinked += self._said(whole)
        self.edits = tuple(sorted({*edits, whole}))
        return Fix(f"Remove {exercise.name}", Safety.UNSAFE, self.edits)

    def _later(self) -> Iterator[Edit]:
        """One less for the exercises behind it whose numbers follow each other."""
        later, expected = [], (self._exercise.ordinal or 0) + 1
        sequence = sequence_of(self._page, self._exercise).exercises
        for each in sequence[sequence.index(self._exercise) + 1 :]:
            if each.ordinal == expected:
                later.append(each)
                expected += 1
        if later:
            yield from renumbered(self._curriculum, self._page, self._unit, later, -1)

    def _said(self, whole: Edit) -> Iterator[LedThere]:
        """Numbers in prose that name it: another exercise may have that number from now on."""
        found = says_of(Mentions(self._curriculum), self._page, self._unit, self._exercise)
        for page, reference in found if self._exercise.number else ():
            start, end = reference.span
            if page.path != whole.path or not whole.start <= start < whole.end:
                words = f"exercise {page.document.text[start:end]}"
                yield LedThere(page.path, start, words, Loss.ASTRAY)

    def _leading_to(self, page: Page) -> Iterator[Target]:
        """Links to headings of the exercise."""
        anchors = _anchors(self._page, self._exercise)
        for target in self._curriculum.targets.get(page.path, ()):
            if target.page == self._page.path and (target.fragment or "") in anchors:
                yield target


def _anchors(page: Page, exercise: Exercise) -> set[str]:
    start, end = exercise.heading.span.start, exercise.span.end
    return {each.name for each in page.document.anchors if start <= each.span.start < end}


def _is_in(edit: Edit, whole: Edit) -> bool:
    return whole.start <= edit.start < whole.end
