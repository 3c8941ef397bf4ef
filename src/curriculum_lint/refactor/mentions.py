"""Where documents state the numbers of units and exercises, looked up once for all fixes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ..listings.page_units import place_of
from ..listings.read import reader_of
from ..model.curriculum import Curriculum, Page
from ..model.outline import ExerciseReference
from ..model.reading_order import ReadingOrder, UnitPlace
from ..text.regions import Regions
from .entry_labels import EntryLabel, entry_labels, text_start
from .relocation import Relocation
from .unit_labels import LABEL_BEFORE, REACH, LabelGrammar, UnitLabel, agrees


class LabelOn(NamedTuple):
    """A label and the page it is on."""

    page: Page
    label: EntryLabel


class ReferenceOn(NamedTuple):
    """A reference to an exercise and the page it is on."""

    page: Page
    reference: ExerciseReference


class Mentions:
    """Everything about one curriculum that renumbering needs; nothing is read before it is."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.curriculum = curriculum
        self.grammar = LabelGrammar(curriculum.skeleton)
        self.relocation = Relocation(curriculum)
        self._headings: dict[str, Regions] = {}

    def is_in_heading(self, page: Page, offset: int) -> bool:
        """Whether a heading of the page is written at ``offset``."""
        if page.path not in self._headings:
            spans = (heading.span for heading in page.document.headings)
            self._headings[page.path] = Regions(spans)
        return self._headings[page.path].hold(offset)

    @cached_property
    def order(self) -> ReadingOrder:
        """The places of all units."""
        return reader_of(self.curriculum).order

    @cached_property
    def labels(self) -> dict[str, list[LabelOn]]:
        """Labels of links and entries, by the path of the unit they lead to."""
        found: dict[str, list[LabelOn]] = {}
        reader = reader_of(self.curriculum)
        for page in self.curriculum.pages.values():
            for label in entry_labels(self.curriculum, page, reader, self.grammar):
                found.setdefault(label.place.unit.path, []).append(LabelOn(page, label))
            for label in self._labels_of_parts(page):
                found.setdefault(label.place.unit.path, []).append(LabelOn(page, label))
            for label in self._labels_before(page):
                known = found.setdefault(label.place.unit.path, [])
                if all(each.label.at != label.at or each.page is not page for each in known):
                    known.append(LabelOn(page, label))
        return found

    def _labels_before(self, page: Page) -> Iterator[EntryLabel]:
        """``module 2`` in “module 2, [Files](…)”."""
        text = page.document.text
        for target in self.curriculum.targets.get(page.path, ()):
            place = place_of(self.order, target)
            start = target.link.span.start
            match = LABEL_BEFORE.search(text, max(0, start - REACH), start) if place else None
            if place and match and match["word"].casefold() in self.grammar.words:
                label = UnitLabel(int(match["number"]), match["letter"], match["id"], 0)
                if agrees(label, place):
                    yield EntryLabel(label, place, target.link, match.start("id"))

    def _labels_of_parts(self, page: Page) -> Iterator[EntryLabel]:
        """Links to parts of a unit that name it: ``[Module 4, Files](…#files)``."""
        for target in self.curriculum.targets.get(page.path, ()):
            place = self.order.by_readme.get(target.page or "")
            label = self.grammar.read(target.link.text) if place and target.fragment else None
            if place and label and target.link.text[: label.start].strip("*_~ #").isalpha():
                start = text_start(target.link, page.document)
                at = start + label.start if start >= 0 else -1
                yield EntryLabel(label, place, target.link, at)

    @cached_property
    def references(self) -> dict[str, list[ReferenceOn]]:
        """References to exercises whose numbers begin with those of units, by the number."""
        found: dict[str, list[ReferenceOn]] = {}
        for page in self.curriculum.pages.values():
            for reference in page.outline.references:
                if reference.unit:
                    found.setdefault(reference.number, []).append(ReferenceOn(page, reference))
        return found

    @cached_property
    def places(self) -> dict[str, list[UnitPlace]]:
        """The units that have a number and letter, such as ``4a``."""
        found: dict[str, list[UnitPlace]] = {}
        for place in self.order.places.values():
            found.setdefault(unit_number(place), []).append(place)
        return found

    def is_only_one(self, place: UnitPlace, page: Page) -> bool:
        """Whether a page that states the unit's number must mean this unit."""
        if page.path == place.unit.readme:
            return True
        same = self.places.get(unit_number(place), [])
        here = self.order.by_readme.get(page.path)
        near = [each for each in same if here and each.level.path == here.level.path]
        return (near or same) == [place]


def unit_number(place: UnitPlace) -> str:
    """The number and letter of a unit, as exercise numbers repeat them: ``4a``."""
    number, _, letter = place.key
    return f"{number}{letter}"
