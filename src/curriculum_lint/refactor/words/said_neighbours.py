"""Prose that names a unit by where it stands: it is told where another unit stands there now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...listings.neighbours import Neighbours, Side, begins_with_side, next_sections
from ...listings.page_units import place_of
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Kind, Page
from ...model.reading_order import UnitPlace
from ...text.regions import Regions
from ...text.source import Span
from ...text.whole_words import find_whole
from ..labels.unit_grammar import grammar_of
from ..neighbours.neighbour_phrases import NeighbourPhrases, Phrase, numbered_instead
from ..neighbours.neighbours_said import neighbours_said
from ..units.editions import Holds
from .mentions import mentions_in
from .prose import not_prose

_LINE = re.compile(r"[^\s#>][^\r\n]*")
_SHORTEST = 3


class SaidNeighbour(NamedTuple):
    """A phrase of a page about a unit that does not stand there any more.

    ``meant`` is that unit as it is now, ``None`` where it is removed or where there was none.
    """

    page: Page
    phrase: Phrase
    meant: UnitPlace | None
    is_removed: bool
    edit: Edit | None

    def told(self) -> str:
        """The sentence about it."""
        text, span = self.page.document.text, self.phrase.span
        words = " ".join(text[slice(*span)].replace("**", "").split())
        now = f", which is {self.meant.label} now" if self.meant else ""
        now = ", which is removed" if self.is_removed else now
        return f"Also says “{words}”{now}: {self.page.path}:{self.page.document.line(span.start)}"


class SaidNeighbours:
    """Compares what stands beside each unit ``before`` and ``after`` it was restructured."""

    def __init__(self, before: Curriculum, after: Curriculum, moves: Moves) -> None:
        self._before, self._after, self._moves = before, after, moves
        self._old, self._order = reader_of(before).order, reader_of(after).order
        self._sides = Neighbours(self._old), Neighbours(self._order)
        self._words = mentions_in(before).words
        self._phrases = NeighbourPhrases(self._words)
        self._known = {moves.new(path): page for path, page in before.pages.items()}

    def find(self, holds: Holds) -> Iterator[SaidNeighbour]:
        """Phrases on pages of units whose neighbours have changed, as they are now."""
        changed = {
            self._moves.new(path): found
            for path, place in self._old.places.items()
            if (found := set(self._changed(place)))
        }
        if not changed:
            return
        for path, page in self._after.pages.items():
            place = self._order.place_around(path)
            if place and place.unit.path in changed and path in self._known and holds(path):
                yield from self._on(page, place, changed[place.unit.path])

    def _changed(self, place: UnitPlace) -> Iterator[tuple[Side, bool]]:
        """The sides of a unit, as it was, where another unit stands now: by modules or by all."""
        now = self._order.places.get(self._moves.new(place.unit.path))
        for side in Side if now else ():
            for is_inner in (False, True):
                old = self._beside(place, side, 0, is_inner)
                new = self._beside(now, side, 1, is_inner) if now else None
                if (old and self._moves.new(old.unit.path)) != (new and new.unit.path):
                    yield side, is_inner

    def _beside(self, place: UnitPlace, side: Side, at: int, is_inner: bool) -> UnitPlace | None:
        """The module beside that of a unit, or the subsection beside one."""
        if is_inner:
            return self._sides[at].route(place, side).through_all
        return self._sides[at].route(place._replace(unit=place.module), side).by_modules

    def _on(
        self, page: Page, place: UnitPlace, changed: set[tuple[Side, bool]]
    ) -> Iterator[SaidNeighbour]:
        text, apart = page.document.text, Regions(self._understood(page))
        was = self._old.places[self._moves.old(place.unit.path) or place.unit.path]
        done: list[int] = []
        for phrase in self._phrases.find(text):
            is_inner = place.unit.kind is Kind.SUBSECTION and phrase.word not in self._words
            if (phrase.side, is_inner) not in changed or apart.hold(phrase.span.start):
                continue
            old = self._beside(was, phrase.side, 0, is_inner)
            if (old is None) is phrase.is_end and phrase.span.start not in done:
                done.append(phrase.span.start)
                yield self._said(page, phrase, place, old)
        for side, is_inner in sorted(changed):
            old = self._beside(was, side, 0, is_inner)
            for phrase in self._named(page, old, side) if old else ():
                if not apart.hold(phrase.span.start) and not any(map(phrase.span.holds, done)):
                    done.append(phrase.span.start)
                    yield self._said(page, phrase, place, old)

    def _named(self, page: Page, unit: UnitPlace, side: Side) -> Iterator[Phrase]:
        """“Next up: Files”: lines that say what is on a side by its title."""
        home = self._before.page(unit.unit)
        title = home.outline.title if home else None
        name = grammar_of(self._before).parts(title.text).name if title else ""
        if len(name) < _SHORTEST or name not in page.document.text:
            return
        for line in _LINE.finditer(page.document.text):
            at = find_whole(line[0], name)
            if at >= 0 and begins_with_side(line[0], side):
                yield Phrase(side, Span(line.start(), line.start() + at + len(name)), "")

    def _said(
        self, page: Page, phrase: Phrase, place: UnitPlace, old: UnitPlace | None
    ) -> SaidNeighbour:
        path = self._moves.new(old.unit.path) if old else ""
        now = self._order.places.get(path)
        edit = None
        if now and now.level.path == place.level.path and phrase.word in self._words:
            number = now.unit.name.number if now.unit is now.module else None
            is_sure = number is not None and now.unit.name.part is None
            text = page.document.text
            new = numbered_instead(text, phrase, number or 0) if is_sure else None
            edit = Edit(page.path, *phrase.span, new) if new else None
        return SaidNeighbour(page, phrase, now, bool(path) and now is None, edit)

    def _understood(self, page: Page) -> Iterator[Span]:
        """What is no prose, and what is followed or told as a link to a neighbour."""
        yield from not_prose(page)
        text = page.document.text
        for said in neighbours_said(self._after, page):
            start = text.rfind("\n", 0, said.span.start) + 1
            end = text.find("\n", said.span.end)
            yield Span(start, end if end >= 0 else len(text))
        yield from (heading.span for heading, _, _ in next_sections(page))
        for target in self._after.targets.get(page.path, ()):
            place = place_of(self._order, target)
            if place is not None and self._stands_beside(page, place):
                yield target.link.span

    def _stands_beside(self, page: Page, place: UnitPlace) -> bool:
        """Whether a link leads to what stands beside the unit of the page now."""
        own = self._order.place_around(page.path)
        return own is not None and any(place in self._sides[1].route(own, side) for side in Side)
