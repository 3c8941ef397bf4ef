"""The curriculum → its index."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any

from ..model.checked_exercise import checked_exercises, unit_label
from ..model.curriculum import Curriculum, Page, Unit
from ..model.prerequisites import Prerequisite, Prerequisites
from ..model.unit_names import UnitNames
from ..parse.anchors import anchor_name
from ..workspace.entry import EntryKind
from .aliases import page_at, root_readme
from .entries import (
    VERSION,
    CurriculumIndex,
    IndexedPrerequisite,
    IndexedUnit,
    Level,
    Module,
    Range,
    Subsection,
    Totals,
)
from .facts_memory import facts_memory
from .passages import Passages
from .readme import Readme, sum_of, unused
from .titles import one_line, title_of, without_number

#: What a curriculum is called whose root and only level have no title.
_UNTITLED = "Curriculum"


def index_of(curriculum: Curriculum) -> CurriculumIndex:
    """The index of a curriculum: one that is like another has the same, while that is kept."""
    for known, index in _KEPT:
        if _are_alike(known, curriculum):
            return index
    index = build_index(curriculum)
    _KEPT.appendleft((curriculum, index))
    return index


#: Of a curriculum, and of what it is compared with.
_KEPT: deque[tuple[Curriculum, CurriculumIndex]] = deque(maxlen=2)


def _are_alike(one: Curriculum, other: Curriculum) -> bool:
    """Whether everything is the same that an index is built from."""
    return one is other or (
        one.settings is other.settings
        and one.pages.keys() == other.pages.keys()
        and all(page is other.pages[path] for path, page in one.pages.items())
        and (one.skeleton, one.targets, one.tests, _aliases(one))
        == (other.skeleton, other.targets, other.tests, _aliases(other))
    )


def _aliases(curriculum: Curriculum) -> dict[str, str | None]:
    entries = curriculum.tree.entries.values()
    return {each.path: each.target for each in entries if each.kind is EntryKind.LINK}


def build_index(curriculum: Curriculum) -> CurriculumIndex:
    """The index of a curriculum whose pages have been read."""
    levels = tuple(_Builder(curriculum).levels())
    readme = root_readme(curriculum)
    root = page_at(curriculum, readme)
    return CurriculumIndex(
        version=VERSION,
        title=title_of(root) or _title_of_all(curriculum),
        summary=Passages(root).summary if root else "",
        readme=readme if root else None,
        totals=_totals([module for level in levels for module in level.modules]),
        levels=levels,
    )


def _title_of_all(curriculum: Curriculum) -> str:
    """What the only level calls itself."""
    paths = [level.readme for level in curriculum.levels]
    return (title_of(page_at(curriculum, paths[0])) if len(paths) == 1 else "") or _UNTITLED


class _Builder:
    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._names = UnitNames(curriculum.settings)
        self._facts = facts_memory(curriculum.settings)
        self._facts.begin()
        self._keys: set[str] = set()
        self._numbers = curriculum.tests.numbers()
        self._required: dict[str, list[Prerequisite]] = {}
        for each in Prerequisites(curriculum).all:
            self._required.setdefault(each.unit.unit.path, []).append(each)

    def levels(self) -> Iterable[Level]:
        """Every level."""
        for level in self._curriculum.levels:
            page = page_at(self._curriculum, level.readme)
            modules = tuple(map(self._module, level.children))
            yield Level(
                path=level.path,
                readme=level.readme,
                title=title_of(page) or _named(level),
                summary=Passages(page).summary if page else "",
                reserved=page.is_reserved if page else False,
                totals=_totals(modules),
                modules=modules,
            )

    def _module(self, module: Unit) -> Module:
        shared = self._shared(module, module)
        subsections = (self._subsection(module, each) for each in module.children)
        return Module(**shared, subsections=tuple(subsections))

    def _subsection(self, module: Unit, subsection: Unit) -> Subsection:
        return Subsection(**self._shared(module, subsection), letter=subsection.name.letter)

    def _shared(self, module: Unit, unit: Unit) -> dict[str, Any]:
        """The fields that modules and subsections have in common."""
        page, key = page_at(self._curriculum, unit.readme), self._key(unit)
        shared = {
            "path": unit.path,
            "key": key,
            "label": unit_label(module, unit),
            "number": module.name.number,
            "readme": unit.readme,
            "requires": tuple(self._requires(unit)),
        }
        if page is None:
            return shared | _WITHOUT_README | {"title": _named(unit)}
        label = unit_label(module, unit)
        targets = self._curriculum.targets.get(page.path, ())
        others = (each for each in self._curriculum.exercise_pages(unit) if each is not page)
        facts, files = self._facts.of(page), {each.path: self._facts.of(each) for each in others}
        readme = Readme(page, facts, key, self._tested(page, label), files)
        return shared | {
            "title": without_number(facts.title, label) or _named(unit),
            "summary": facts.summary,
            "minutes": readme.minutes,
            "difficulty": readme.difficulty,
            "concepts": tuple(readme.concepts()),
            "exercises": readme.exercises,
            "links": tuple(readme.links(targets)),
        }

    def _tested(self, page: Page, label: str) -> list[int]:
        """How many criteria of each exercise have a test; nothing where there are no tests."""
        if not self._numbers:
            return []
        return [
            len(self._numbers.get(each.number, set()) & {c.number for c in each.criteria})
            for each in checked_exercises(page, label)
        ]

    def _key(self, unit: Unit) -> str:
        """The path without numbers, or with another one where two units would share it."""
        key = unused(self._names.of(unit.path), self._keys)
        self._keys.add(key)
        return key

    def _requires(self, unit: Unit) -> Iterable[IndexedPrerequisite]:
        found: dict[tuple[str, str | None], IndexedPrerequisite] = {}
        for each in self._required.get(unit.path, ()):
            other, concept = each.other.unit, _concept_id(each)
            page = page_at(self._curriculum, other.readme)
            title = each.concept or title_of(page) or _named(other)
            line = each.page.document.line(each.span.start)
            required = IndexedPrerequisite(
                unit=other.path, concept=concept, title=one_line(title), line=line
            )
            found.setdefault((other.path, concept), required)
        return found.values()


_WITHOUT_README: dict[str, Any] = {
    "summary": "",
    "minutes": None,
    "difficulty": None,
    "concepts": (),
    "exercises": (),
    "links": (),
}


def _concept_id(each: Prerequisite) -> str | None:
    if not each.concept:
        return None
    return f"{each.target.page}#{each.target.actual or anchor_name(each.target.fragment or '')}"


def _named(unit: Unit) -> str:
    """A title made from the name of the folder or file."""
    words = " ".join((unit.name.slug or unit.basename).replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


def _totals(modules: Sequence[Module]) -> Totals:
    subsections = [each for module in modules for each in module.subsections]
    units: list[IndexedUnit] = [*modules, *subsections]
    return Totals(
        modules=len(modules),
        subsections=len(subsections),
        exercises=sum(len(unit.exercises) for unit in units),
        criteria=sum(exercise.criteria for unit in units for exercise in unit.exercises),
        tested=sum(exercise.tested for unit in units for exercise in unit.exercises),
        concepts=sum(len(unit.concepts) for unit in units),
        minutes=_time(modules),
        optional_minutes=_time(subsections),
    )


def _time(units: Sequence[IndexedUnit]) -> Range:
    return sum_of([unit.minutes for unit in units if unit.minutes is not None])
