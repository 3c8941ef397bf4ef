"""A unit of the index → what the page shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..index.entries import (
    CurriculumIndex,
    IndexedPrerequisite,
    IndexedUnit,
    Module,
    Range,
    Subsection,
)
from .articles import Articles, own_exercises, unit_article
from .titles import key_of, short_title, title_within
from .view import ConceptName, ExerciseView, RequiredUnit, Scale, UnitTitle, UnitView
from .words import step_words, time_words, unit_words

_WHOLE = -1


class UnitViews:
    """Makes the entries of one curriculum. ``hardest`` is its highest step of difficulty."""

    def __init__(self, index: CurriculumIndex, articles: Articles) -> None:
        units = index.units()
        self.hardest = max((u.difficulty.most for u in units if u.difficulty), default=0)
        self._articles = articles
        self._names = {unit.path: _name(unit, index.title) for unit in units}
        self._units = {unit.path: place for place, unit in enumerate(units)}
        self._concepts = {
            each.id: (place, unit) for unit in units for place, each in enumerate(unit.concepts)
        }
        self._leads_to: dict[str, dict[str, UnitTitle]] = {}
        for unit in units:
            for each in unit.requires:
                leads_to = self._leads_to.setdefault(each.unit, {})
                leads_to[unit.path] = self._names[unit.path]
        self._beside = dict(_beside(index))

    def of(self, unit: IndexedUnit, parent: IndexedUnit | None = None) -> UnitView:
        """The entry of a unit, with those of its subsections."""
        written = self._articles.of_unit(unit)
        before, behind = self._beside[unit.path]
        return UnitView(
            key=key_of(unit.key),
            name=self._names[unit.path],
            summary=unit.summary,
            is_optional=isinstance(unit, Subsection),
            time=time_words(unit.minutes),
            scale=self._scale(unit.difficulty),
            facts=tuple(unit_words(unit, written.view.minutes)),
            requires=tuple(self._requires(unit)),
            leads_to=tuple(self._leads_to.get(unit.path, {}).values()),
            needs=tuple(self._needs(unit)),
            concepts=tuple(_concept(unit, each.title, each.anchor) for each in unit.concepts),
            exercises=tuple(_exercises(unit)),
            article=written.view,
            parent=self._names[parent.path] if parent else None,
            previous=self._names[before.path] if before else None,
            next=self._names[behind.path] if behind else None,
            branches=tuple(self.of(each, unit) for each in _subsections(unit)),
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

    def _requires(self, unit: IndexedUnit) -> Iterator[RequiredUnit]:
        found: dict[str, list[IndexedPrerequisite]] = {}
        for each in unit.requires:
            found.setdefault(each.unit, []).append(each)
        for path in sorted(found.keys() & self._units.keys(), key=self._units.__getitem__):
            concepts = tuple(self._required(each) for each in found[path] if each.concept)
            yield RequiredUnit(name=self._names[path], concepts=concepts)

    def _required(self, each: IndexedPrerequisite) -> ConceptName:
        anchor = (each.concept or "").rpartition("#")[2]
        article = self._names[each.unit].article
        return ConceptName(title=short_title(each.title), article=article, anchor=anchor)

    def _needs(self, unit: IndexedUnit) -> Iterator[tuple[int, int]]:
        for each in unit.requires:
            if each.unit in self._units:
                place, _ = self._concepts.get(each.concept or "", (_WHOLE, None))
                yield self._units[each.unit], place


def _concept(unit: IndexedUnit, title: str, anchor: str) -> ConceptName:
    return ConceptName(title=short_title(title), article=unit_article(unit), anchor=anchor)


def _exercises(unit: IndexedUnit) -> Iterator[ExerciseView]:
    for exercise in own_exercises(unit):
        yield ExerciseView(
            key=key_of(exercise.key),
            number=exercise.number,
            title=short_title(exercise.title),
            anchor=exercise.anchor,
        )


def _subsections(unit: IndexedUnit) -> tuple[Subsection, ...]:
    return unit.subsections if isinstance(unit, Module) else ()


def _name(unit: IndexedUnit, whole: str) -> UnitTitle:
    title = short_title(title_within(unit.title, whole))
    return UnitTitle(label=unit.label, title=title, article=unit_article(unit))


def _beside(
    index: CurriculumIndex,
) -> Iterator[tuple[str, tuple[IndexedUnit | None, IndexedUnit | None]]]:
    """What stands before and behind each unit: branches of a module lead back to the path."""
    modules = [module for level in index.levels for module in level.modules]
    for module, before, behind in zip(
        modules, [None, *modules], [*modules[1:], None], strict=False
    ):
        yield module.path, (before, behind)
        branches = module.subsections
        for place, branch in enumerate(branches):
            follows = branches[place + 1] if place + 1 < len(branches) else behind
            yield branch.path, (branches[place - 1] if place else module, follows)
