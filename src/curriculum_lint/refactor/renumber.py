"""Units get other numbers or letters: folders, titles, exercises, links and entries follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..edits.edit import Edit, Fix, Safety
from ..edits.moves import Moves
from ..model.curriculum import Curriculum, Page
from ..model.outline import Exercise
from ..model.reading_order import UnitPlace
from ..model.template import NameParts
from ..model.untitled import exercises_but_titles
from ..parse.document import Heading
from ..text.phrases import listed
from .headings.heading_texts import changed_anchors
from .headings.new_headings import CannotRewriteError, NewHeading, with_number, with_replaced
from .labels.page_title import numbered_title
from .labels.reference_labels import with_labels
from .labels.unit_labels import agrees, right_label
from .labels.unit_prefix import first_part, is_prefix_of, with_prefix_of
from .metadata.metadata_edits import MetadataEdits
from .titles.inner_titles import inner_titles
from .titles.section_numbers import section_entries, section_headings, section_numbers
from .units.editions import Holds, everywhere
from .units.new_numbers import Renumbered, new_names, renumbered_units, transferred
from .words.exercise_mentions import link_texts, missing_references, unit_references
from .words.mentions import Mentions, ReferenceOn, mentions_in, unit_number
from .words.section_mentions import foreign_anchors, section_references
from .words.titled_numbers import titled_numbers

#: How many places a caution names.
_MOST_PLACES = 20


class Renumbering:
    """Makes fixes that give units of one curriculum other numbers or letters."""

    def __init__(
        self, curriculum: Curriculum, holds: Holds = everywhere, links: Holds = everywhere
    ) -> None:
        is_shared = holds is everywhere and links is everywhere
        self._mentions = (
            mentions_in(curriculum) if is_shared else Mentions(curriculum, holds, links)
        )

    def changed(self, names: Mapping[str, NameParts]) -> dict[str, UnitPlace | None]:
        """What becomes of each unit that gets another number, by its path."""
        found = renumbered_units(self._mentions.order, names)
        return {path: each.new for path, each in found.items()}

    def fix(self, names: Mapping[str, NameParts], title: str) -> Fix | None:
        """The fix that gives units the ``names`` of their paths; ``None`` where it cannot be.

        What prose says without a link (“the fourth module”) stays as it is.
        """
        try:
            return self.certain_fix(names, title)
        except CannotRewriteError:
            return None

    def certain_fix(
        self, names: Mapping[str, NameParts], title: str, words: Sequence[Edit] = ()
    ) -> Fix:
        """The same, with other ``words``. Raises ``CannotRewriteError``, which says why."""
        units = renumbered_units(self._mentions.order, names)
        moves = new_names(self._mentions.curriculum, units)
        return _fix(_Changes(self._mentions, units, Moves(moves)), title, words)

    def transfer_fix(
        self, old: UnitPlace, new: UnitPlace, title: str, words: Sequence[Edit] = ()
    ) -> Fix:
        """The fix that makes the unit ``old`` to ``new``, below another level or module.

        Raises ``CannotRewriteError``.
        """
        mentions = self._mentions
        units, moves = transferred(mentions.curriculum, old, new)
        return _fix(_Changes(mentions, units, Moves(moves)), title, words)


def _fix(changes: _Changes, title: str, words: Sequence[Edit]) -> Fix:
    edits, moves = changes.edits(words), tuple(changes.moves)
    return Fix(title, Safety.UNSAFE, edits, moves, caution=changes.caution())


class _Changes:
    """What one fix changes. Raises ``CannotRewriteError``."""

    def __init__(self, mentions: Mentions, units: Mapping[str, Renumbered], moves: Moves) -> None:
        self.mentions, self.curriculum = mentions, mentions.curriculum
        self.units, self.moves = units, moves
        pages = list(self._pages())
        #: For each readme, the numbers of exercises that change.
        self.numbers = {page.path: dict(_numbers(page, each)) for page, each in pages}
        self.sections = {
            page.path: section_numbers(self.mentions, page, *each) for page, each in pages
        }
        self.headings = {page.path: dict(self._headings(page, each)) for page, each in pages}
        for page, title, new in inner_titles(mentions, units):
            self.headings.setdefault(page.path, {})[title] = new

    def edits(self, words: Sequence[Edit]) -> tuple[Edit, ...]:
        relocation = self.mentions.relocation
        texts = {
            *self._labels(),
            *self._references(),
            *self._titled(),
            *link_texts(self.mentions, self.numbers),
        }
        texts |= {*words, *section_entries(self.mentions, self.sections)}
        texts |= set(relocation.texts(self.moves))
        grammar, order = self.mentions.grammar, self.mentions.order
        texts |= set(MetadataEdits(self.curriculum, order, grammar, self.units).edits())
        anchors = changed_anchors(self.curriculum, self.headings, texts)
        units = {page.path: each for page, each in self._pages() if self.sections[page.path]}
        for path, foreign in foreign_anchors(self.curriculum, units).items():
            anchors[path] = foreign | anchors.get(path, {})
        found = {new.edit for each in self.headings.values() for new in each.values()}
        found |= texts | set(relocation.links(self.moves, anchors))
        return with_labels(self.curriculum, found)

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
                raise CannotRewriteError(f"{each.old.unit.readme} cannot be read.")

    def _headings(self, page: Page, each: Renumbered) -> Iterator[tuple[Heading, NewHeading]]:
        found = numbered_title(page, self.mentions.grammar)
        if found and agrees(found[1], each.old):
            title, label = found
            right = right_label(label, each.new)
            if right != label.text:
                yield title, with_replaced(page, title, label.start, label.text, right)
        yield from section_headings(page, self.sections[page.path])
        numbers = self.numbers[page.path]
        for exercise in page.outline.exercises if numbers else ():
            new = numbers.get(exercise.number)
            if new is not None:
                yield exercise.heading, with_number(page, exercise, new)

    def _labels(self) -> Iterator[Edit]:
        """The labels of entries and links that lead to the units."""
        for path, each in self.units.items():
            for page, (label, place, link, at) in self.mentions.labels.get(path, ()):
                right = right_label(label, each.new)
                if not agrees(label, place) or right == label.text:
                    continue
                if at >= 0:
                    yield Edit(page.path, at, at + len(label.text), right)
                elif page.kind.is_readme:
                    # It would contradict the folder from now on.
                    line = page.document.line(link.span.start) if link else 1
                    raise CannotRewriteError(
                        f"{page.path}:{line} the number {label.text} stands in markup that cannot "
                        "be rewritten: write it as plain text."
                    )

    def _titled(self) -> Iterator[Edit]:
        """The numbers of exercises before their titles, in tables and lists."""
        pages = {page.path: page for page, _ in self._pages()}
        new = {
            exercise: numbers[exercise.number]
            for path, numbers in self.numbers.items()
            if numbers
            for exercise in pages[path].outline.exercises
            if exercise.number in numbers
        }
        for each in titled_numbers(self.mentions.held_pages(), new):
            yield Edit(each.page.path, *each.number, new[each.exercise])

    def _references(self) -> Iterator[Edit]:
        """The numbers of exercises in prose."""
        for each in self.units.values():
            numbers = self.numbers.get(each.old.unit.readme or "", {})
            yield from unit_references(self.mentions, each.old, numbers)
            if numbers:
                yield from missing_references(self.mentions, each, numbers)
        sections = [
            (each.old, dict(self.sections[page.path].values())) for page, each in self._pages()
        ]
        yield from section_references(self.mentions, sections)


def _numbers(page: Page, each: Renumbered) -> Iterator[tuple[str, str]]:
    """The old and new numbers of exercises, if all of them begin with the unit's own."""
    numbered = [exercise for exercise in exercises_but_titles(page) if exercise.number]
    if not all(_is_of(each, exercise) for exercise in numbered):
        return
    for exercise in numbered:
        new = with_prefix_of(each.new, exercise)
        if new != exercise.number:
            yield exercise.number, new


def _is_of(each: Renumbered, exercise: Exercise) -> bool:
    return exercise.prefix != "" and is_prefix_of(each.old, first_part(exercise))
