"""Where documents state the numbers of units and exercises, looked up once for all fixes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ...listings.page_units import place_of
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.outline import ExerciseReference
from ...model.per_curriculum import PerCurriculum
from ...model.reading_order import ReadingOrder, UnitPlace
from ...model.target import Target
from ...model.watch import stored_query, taken
from ...parse.document import Link, LinkKind
from ...settings.unit_words import UNIT_WORDS
from ...text.regions import Regions
from ...text.whole_words import find_whole
from ..labels.entry_labels import EntryLabel, entry_labels
from ..labels.unit_grammar import grammar_of
from ..labels.unit_labels import UnitLabel, agrees
from ..labels.written_links import place_in_text, worded_links
from ..paths.relocation import Relocation
from ..units.editions import Holds, everywhere

#: How far before a link the label of its unit is looked for.
_REACH = 40
#: The cell before the one of a link, in a table in HTML, where it holds a number.
_CELL = re.compile(
    r"<td[^<>]*>\s*(?P<number>\d{1,3})[.)]?\s*</td>\s*<td[^<>]*>\s*(?:<\w+[^<>]*>\s*){0,2}\Z",
    re.IGNORECASE,
)
_FAR = 200
#: So many units that are called by a word make it the word for units.
_ENOUGH = 3
#: Where the word is known to call units elsewhere.
_ENOUGH_KNOWN = 2


class LabelOn(NamedTuple):
    """A label and the page it is on."""

    page: Page
    label: EntryLabel


class ReferenceOn(NamedTuple):
    """A reference to an exercise and the page it is on."""

    page: Page
    reference: ExerciseReference


class Mentions:
    """Everything about one curriculum that renumbering needs; nothing is read before it is.

    ``holds`` says which pages are in its language: others mean other units by the same numbers.
    ``links`` says on which pages the labels of links are looked for.
    """

    def __init__(
        self, curriculum: Curriculum, holds: Holds = everywhere, links: Holds = everywhere
    ) -> None:
        self.curriculum, self.holds, self._links = curriculum, holds, links
        self.grammar = grammar_of(curriculum)
        self.relocation = Relocation(curriculum)
        self._headings: dict[str, Regions] = {}

    def is_in_heading(self, page: Page, offset: int) -> bool:
        """Whether a heading of the page is written at ``offset``."""
        if page.path not in self._headings:
            spans = (heading.span for heading in page.document.headings)
            self._headings[page.path] = Regions(spans)
        return self._headings[page.path].hold(offset)

    def held_pages(self) -> Iterator[Page]:
        """The pages that are in its language."""
        yield from (page for path, page in self.curriculum.pages.items() if self.holds(path))

    @cached_property
    def order(self) -> ReadingOrder:
        """The places of all units."""
        return reader_of(self.curriculum).order

    @cached_property
    def labels(self) -> dict[str, list[LabelOn]]:
        """Labels of links and entries, by the path of the unit they lead to."""
        found: dict[str, list[LabelOn]] = {}
        for page in filter(lambda each: self._links(each.path), self.curriculum.pages.values()):
            for label in self._labels_on(page):
                found.setdefault(label.place.unit.path, []).append(LabelOn(page, label))
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """What units are called here: by their names, by folders around them, and by labels.

        Those are labels of links and entries, and of titles of readmes, of two units or three.
        """
        units: dict[str, set[str]] = {}
        for path, label, place in (*self._own_labels(), *self._labels_of_entries()):
            if label.word and agrees(label, place):
                units.setdefault(label.word, set()).add(path)
        used = {
            word
            for word, paths in units.items()
            if len(paths) >= (_ENOUGH_KNOWN if word in UNIT_WORDS else _ENOUGH)
        }
        return frozenset({*self.grammar.words, *used, *self._words_of_folders()})

    def _words_of_folders(self) -> Iterator[str]:
        """What the folders around units say that these are: ``labs/01-network``."""
        around = {name for path in self.order.places for name in path.split("/")[:-1]}
        for name in map(str.casefold, around):
            yield from (
                name[: -len(end)]
                for end in ("s", "es")
                if name.endswith(end) and name[: -len(end)] in UNIT_WORDS
            )

    def _labels_of_entries(self) -> Iterator[tuple[str, UnitLabel, UnitPlace]]:
        for path, labels in self.labels.items():
            yield from ((path, on.label.label, on.label.place) for on in labels)

    def _own_labels(self) -> Iterator[tuple[str, UnitLabel, UnitPlace]]:
        for path, place in self.order.places.items():
            page = self.curriculum.page(place.unit)
            title = page.outline.title if page else None
            label = self.grammar.read(title.text) if title else None
            if label is not None:
                yield path, label, place

    def _labels_on(self, page: Page) -> Iterator[EntryLabel]:
        targets = self.curriculum.targets.get(page.path, ())
        if any(map(self._leads, targets)) or reader_of(self.curriculum).on(page):
            yield from self.labels_on(taken(page, _labels_on))

    def _leads(self, target: Target) -> bool:
        """Whether a link leads to a unit or into its readme."""
        return target.page in self.order.by_readme or place_of(self.order, target) is not None

    def labels_on(self, page: Page) -> Iterator[EntryLabel]:
        """The labels on one page: no unit has two in one place but for those beside its links."""
        reader, known = reader_of(self.curriculum), set()
        first = entry_labels(self.curriculum, page, reader, self.grammar)
        for label in (*first, *self._labels_of_parts(page)):
            known.add((label.place.unit.path, label.at))
            yield label
        for label in self._labels_beside(page):
            if (label.place.unit.path, label.at) not in known:
                known.add((label.place.unit.path, label.at))
                yield label

    def _labels_beside(self, page: Page) -> Iterator[EntryLabel]:
        """``module 2`` in “module 2, [Files](…)” and “[Next: module 2](…)”."""
        for link, target in worded_links(self.curriculum, page):
            place = place_of(self.order, target)
            around = place or self.order.by_readme.get(target.page or "")
            found = [*self._before(page, link)] if around else []
            found += [*self._inside(page, link, place)] if place else []
            for label, at in found:
                if around and agrees(label, around):
                    yield EntryLabel(label, around, link, at)

    def _before(self, page: Page, link: Link) -> Iterator[tuple[UnitLabel, int]]:
        """The label right before a link, and where it stands in the file."""
        start = max(0, link.span.start - _REACH)
        text = page.document.text[start : link.span.start]
        label = self.grammar.before(text) if self.grammar.may_call(text) else None
        if label is not None and label.word in self.grammar.words:
            yield label, start + label.start
        text, far = page.document.text, max(0, link.span.start - _FAR)
        if link.kind is LinkKind.HTML_LINK and (cell := _CELL.search(text, far, link.span.start)):
            yield UnitLabel(int(cell["number"]), "", cell["number"], 0), cell.start("number")

    def _inside(self, page: Page, link: Link, place: UnitPlace) -> Iterator[tuple[UnitLabel, int]]:
        """Labels inside of the text of a link."""
        for each in (*self._in_title(link.text, place), *self.grammar.within(link.text)):
            at = place_in_text(link, page.document, each.start, len(each.text))
            if at >= 0:
                yield each, at

    def _in_title(self, text: str, place: UnitPlace) -> Iterator[UnitLabel]:
        """The label of the unit's whole title, where a text repeats that."""
        home = self.curriculum.page(place.unit)
        title = home.outline.title.text if home and home.outline.title else ""
        at, label = find_whole(text, title), self.grammar.read(title)
        if at >= 0 and label is not None:
            yield label._replace(start=at + label.start)

    def _labels_of_parts(self, page: Page) -> Iterator[EntryLabel]:
        """Links to parts of a unit that name it: ``[Module 4, Files](…#files)``."""
        for target in self.curriculum.targets.get(page.path, ()):
            place = self.order.by_readme.get(target.page or "")
            label = self.grammar.read(target.link.text) if place and target.fragment else None
            if place and label and target.link.text[: label.start].strip("*_~ #").isalpha():
                link = target.link
                at = place_in_text(link, page.document, label.start, len(label.text))
                yield EntryLabel(label, place, link, at)

    @cached_property
    def references(self) -> dict[str, list[ReferenceOn]]:
        """References to exercises whose numbers begin with those of units, by the number."""
        found: dict[str, list[ReferenceOn]] = {}
        for page in self.held_pages():
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


@stored_query
def _labels_on(curriculum: Curriculum, page: Page) -> list[EntryLabel]:
    return list(mentions_in(curriculum).labels_on(page))


#: Of a curriculum, and of what it becomes.
_SHARED = PerCurriculum(Mentions, most=2)


def mentions_in(curriculum: Curriculum) -> Mentions:
    """The mentions in all of a curriculum: rules that ask one after the other share them."""
    return _SHARED.of(curriculum)


def unit_number(place: UnitPlace) -> str:
    """The number and letter of a unit, as exercise numbers repeat them: ``4a``."""
    number, _, letter = place.key
    return f"{number}{letter}"
