"""The curriculum → its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..index.aliases import page_at
from ..index.build import build_index
from ..index.entries import CurriculumIndex, IndexedUnit, Level, Module, Range
from ..index.readme import sum_of
from ..model.curriculum import Curriculum
from .entries import VERSION, CurriculumStats, Figures, LevelStats, ModuleStats, SubsectionStats
from .outliers import find_outliers
from .reading import Reading, read, together


def measure(curriculum: Curriculum) -> CurriculumStats:
    """The figures of a curriculum whose pages have been read."""
    index = build_index(curriculum)
    return _Meter(index, curriculum).curriculum()


class _Meter:
    def __init__(self, index: CurriculumIndex, curriculum: Curriculum) -> None:
        self._index = index
        pages = [(unit.path, page_at(curriculum, unit.readme)) for unit in index.units()]
        self._unread = {path for path, page in pages if page is None}
        self._readings = {path: read(page.document) if page else Reading() for path, page in pages}

    def curriculum(self) -> CurriculumStats:
        """Everything."""
        levels = tuple(map(self._level, self._index.levels))
        modules = [module for level in self._index.levels for module in level.modules]
        return CurriculumStats(
            version=VERSION,
            title=self._index.title,
            levels=levels,
            **self._totals(modules),
            outliers=find_outliers(self._index, levels, self._unread),
        )

    def _level(self, level: Level) -> LevelStats:
        return LevelStats(
            path=level.path,
            title=level.title,
            **self._totals(level.modules),
            modules=tuple(map(self._module, level.modules)),
        )

    def _module(self, module: Module) -> ModuleStats:
        subsections = (SubsectionStats(**self._shared(each)) for each in module.subsections)
        return ModuleStats(**self._shared(module), subsections=tuple(subsections))

    def _shared(self, unit: IndexedUnit) -> dict[str, Any]:
        return {
            "path": unit.path,
            "label": unit.label,
            "title": unit.title,
            "readme": unit.readme,
            "figures": self._figures([unit]),
        }

    def _totals(self, modules: Sequence[Module]) -> dict[str, Figures]:
        subsections = [each for module in modules for each in module.subsections]
        return {"required": self._figures(modules), "optional": self._figures(subsections)}

    def _figures(self, units: Sequence[IndexedUnit]) -> Figures:
        reading = together(self._readings[unit.path] for unit in units)
        minutes = [unit.minutes for unit in units if unit.minutes is not None]
        exercises = [exercise for unit in units for exercise in unit.exercises]
        return Figures(
            exercises=len(exercises),
            criteria=sum(exercise.criteria for exercise in exercises),
            tested=sum(exercise.tested for exercise in exercises),
            words=reading.words,
            concepts=sum(len(unit.concepts) for unit in units),
            minutes=sum_of(minutes) if minutes else None,
            difficulty=_reach([u.difficulty for u in units if u.difficulty is not None]),
            readability=reading.readability,
        )


def _reach(ranges: Sequence[Range]) -> Range | None:
    """The smallest range that holds all of them."""
    if not ranges:
        return None
    return Range(least=min(e.least for e in ranges), most=max(e.most for e in ranges))
