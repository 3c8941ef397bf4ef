"""A unit of the index → its entry on the page."""

from __future__ import annotations

from collections.abc import Iterator

from ..index.entries import CurriculumIndex, Module, Range, Subsection, Unit
from ..text.sentences import shortened
from .addresses import Addresses, fragment, web_address
from .view import ConceptView, ExerciseView, RequiredUnit, Scale, UnitTitle, UnitView, WebLink
from .words import inside_words, step_words, time_words

_LONGEST_TITLE = 200
_WHOLE = -1


class UnitViews:
    """Makes the entries of one curriculum. ``hardest`` is its highest step of difficulty."""

    def __init__(self, index: CurriculumIndex, addresses: Addresses) -> None:
        units = index.units()
        self.hardest = max((u.difficulty.most for u in units if u.difficulty), default=0)
        self._addresses = addresses
        self._names = {unit.path: _name(unit) for unit in units}
        self._units = {unit.path: place for place, unit in enumerate(units)}
        self._concepts = {
            each.id: place for unit in units for place, each in enumerate(unit.concepts)
        }
        self._related: set[str] = set()
        self._leads_to: dict[str, dict[str, UnitTitle]] = {}
        for unit in units:
            for each in unit.requires:
                self._related |= {unit.path, each.unit}
                leads_to = self._leads_to.setdefault(each.concept or "", {})
                leads_to[unit.path] = self._names[unit.path]

    def of(self, unit: Unit) -> UnitView:
        """The entry of a unit, with those of its subsections."""
        return UnitView(
            key=_key(unit.key),
            label=unit.label,
            title=short_title(unit.title),
            summary=unit.summary,
            address=self._addresses.of(unit.readme) if unit.readme else None,
            is_optional=isinstance(unit, Subsection),
            time=time_words(unit.minutes),
            scale=self._scale(unit.difficulty),
            inside=inside_words(unit),
            requires=tuple(self._requires(unit)),
            needs=tuple(self._needs(unit)),
            is_on_map=unit.path in self._related,
            concepts=tuple(self._concepts_of(unit)),
            exercises=tuple(self._exercises(unit)),
            links=tuple(_links(unit)),
            branches=tuple(map(self.of, unit.subsections)) if isinstance(unit, Module) else (),
        )

    def _scale(self, difficulty: Range | None) -> Scale | None:
        if difficulty is None:
            return None
        return Scale(
            text=step_words(difficulty),
            full=difficulty.least,
            half=difficulty.most - difficulty.least,
            empty=self.hardest - difficulty.most,
        )

    def _requires(self, unit: Unit) -> Iterator[RequiredUnit]:
        concepts: dict[str, list[str]] = {}
        for each in unit.requires:
            found = concepts.setdefault(each.unit, [])
            if each.concept:
                found.append(short_title(each.title))
        for path in sorted(concepts.keys() & self._units.keys(), key=self._units.__getitem__):
            yield RequiredUnit(name=self._names[path], concepts=tuple(concepts[path]))

    def _needs(self, unit: Unit) -> Iterator[tuple[int, int]]:
        for each in unit.requires:
            if each.unit in self._units:
                yield self._units[each.unit], self._concepts.get(each.concept or "", _WHOLE)

    def _concepts_of(self, unit: Unit) -> Iterator[ConceptView]:
        for concept in unit.concepts:
            yield ConceptView(
                title=short_title(concept.title),
                anchor=concept.anchor,
                address=self._addresses.of(unit.readme or unit.path, concept.anchor),
                leads_to=tuple(self._leads_to.get(concept.id, {}).values()),
            )

    def _exercises(self, unit: Unit) -> Iterator[ExerciseView]:
        for exercise in unit.exercises:
            yield ExerciseView(
                key=_key(exercise.key),
                number=exercise.number,
                title=short_title(exercise.title),
                goal=exercise.goal,
                time=time_words(exercise.minutes),
                difficulty=step_words(exercise.difficulty),
                anchor=exercise.anchor,
                address=self._addresses.of(unit.readme or unit.path, exercise.anchor),
            )


def short_title(text: str) -> str:
    """A title that fits a page, whatever a readme has for one."""
    return shortened(text, _LONGEST_TITLE)


def _key(text: str) -> str:
    return "_".join(text.split())


def _name(unit: Unit) -> UnitTitle:
    link = fragment(f"unit/{_key(unit.key)}")
    return UnitTitle(label=unit.label, title=short_title(unit.title), link=link)


def _links(unit: Unit) -> Iterator[WebLink]:
    for link in unit.links:
        address = web_address(link.url)
        if address is not None:
            yield WebLink(text=short_title(link.text), address=address)
