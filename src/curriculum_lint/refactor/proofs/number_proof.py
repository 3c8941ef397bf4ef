"""Whether titles, entries and exercises say the numbers of their units as they did before."""

from __future__ import annotations

from collections.abc import Iterator

from ...edits.moves import Moves
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import UnitPlace
from ..labels.entry_labels import entry_labels
from ..labels.page_title import numbered_title
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import agrees
from ..labels.unit_prefix import first_part, is_prefix_of
from ..units.editions import Holds, everywhere
from ..units.new_numbers import Renumbered

_Found = tuple[str, int, str]


def number_faults(
    before: Curriculum, after: Curriculum, moves: Moves, holds: Holds = everywhere
) -> Iterator[_Found]:
    """Numbers that are not those of their units, on pages where all of them were."""
    old, new = _Numbers(before), _Numbers(after)
    for path, page in before.pages.items():
        now = after.pages.get(moves.new(path))
        if not holds(path) or now is None or now.document is page.document:
            continue
        wrong = list(new.wrong_on(now))
        if wrong and not any(True for _ in old.wrong_on(page)):
            other = set(map(moves.new, old.units - old.right_on(page)))
            yield from ((now.path, line, what) for line, what, unit in wrong if unit not in other)


class _Numbers:
    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._reader = reader_of(curriculum)
        self._order = self._reader.order
        self._grammar = grammar_of(curriculum)

    @property
    def units(self) -> set[str]:
        """The paths of all units."""
        return set(self._order.places)

    def right_on(self, page: Page) -> set[str]:
        """The units that entries and links of a page call by their numbers."""
        labels = entry_labels(self._curriculum, page, self._reader, self._grammar)
        return {each.place.unit.path for each in labels if agrees(each.label, each.place)}

    def wrong_on(self, page: Page) -> Iterator[tuple[int, str, str]]:
        """Numbers on a page that are not those of what they number, and the units of entries."""
        place = self._order.by_readme.get(page.path)
        if place is not None:
            yield from ((line, what, "") for line, what in self._in_readme(page, place))
        for label in entry_labels(self._curriculum, page, self._reader, self._grammar):
            if agrees(label.label, label.place) is False:
                at = label.at if label.at >= 0 else label.link.span.start if label.link else 0
                what = f"calls {label.place.label} {label.label.text}"
                yield page.document.line(at), what, label.place.unit.path

    def _in_readme(self, page: Page, place: UnitPlace) -> Iterator[tuple[int, str]]:
        found = numbered_title(page, self._grammar)
        if found and agrees(found[1], place) is False:
            line = page.document.line(found[0].span.start)
            yield line, f"is titled {found[1].text}, not as numbered"
        own = Renumbered(place, place)
        numbered = [each for each in page.outline.exercises if each.prefix]
        for each in numbered if page.kind.is_readme else ():
            if not is_prefix_of(own.old, first_part(each)):
                line = page.document.line(each.heading.span.start)
                yield line, f"numbers an exercise {each.number}"
