"""One version of the curriculum: its units, and their readmes when they are asked for."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import NamedTuple

from ..check.readmes import PageReader, Role, exercise_role
from ..model.curriculum import Kind, Page, Unit
from ..model.outline import Exercise, Minutes, Section
from ..model.skeleton import find_units
from ..model.template import slugify
from ..model.vocabulary import Vocabulary
from ..workspace.read import FileText
from ..workspace.workspace import Workspace
from .item import CurriculumItem, ItemKind

_KINDS = {
    Kind.LEVEL: ItemKind.LEVEL,
    Kind.MODULE: ItemKind.MODULE,
    Kind.SUBSECTION: ItemKind.SUBSECTION,
}
_LONGEST = 1_000


class ExerciseItem(NamedTuple):
    """An exercise and its words, by which it is known again.

    ``unit`` is the unit's path, ``place`` the place among its exercises, counted from 0.
    """

    item: CurriculumItem
    digest: str
    unit: str
    place: int


class UnitVersion:
    """A unit, its parent's path (``""`` for a level), and its readme."""

    def __init__(self, version: Version, unit: Unit, parent: str) -> None:
        self.unit, self.parent = unit, parent
        self.path, self.kind = unit.path, _KINDS[unit.kind]
        self._version = version
        name = unit.name
        self.number = name.letter or ("" if name.number is None else str(name.number))
        self.number += f".{name.part}" if name.part is not None else ""
        is_level = unit.kind is Kind.LEVEL
        self.slug = unit.basename if is_level else f"{name.track} {slugify(name.slug)}".strip()

    @cached_property
    def digest(self) -> str:
        """That of the bytes of its readme, and of files with exercises; empty without any."""
        paths = [path for path in (self.unit.readme, *self.unit.exercises) if path]
        read = map(self._version.workspace.read, paths)
        return " ".join(each.digest for each in read if isinstance(each, FileText))

    def told(self, path: str) -> str:
        """``path`` as people know it."""
        lead = self._version.lead
        return posixpath.normpath(posixpath.join(lead, path)) if lead else path

    @property
    def title(self) -> str:
        """The readme's title; the folder's name without one."""
        heading = self._page.outline.title if self._page else None
        return _line(heading.text) if heading else ""

    @cached_property
    def item(self) -> CurriculumItem:
        """The unit as an item."""
        time = self._page.outline.effort.time if self._page else None
        return CurriculumItem(
            self.kind,
            self.number,
            self.title or self.unit.basename,
            self.parent and self.told(self.parent),
            self.told(self.unit.place),
            self.slug,
            minutes=_minutes(time),
        )

    @cached_property
    def exercises(self) -> list[ExerciseItem]:
        """The exercises in its readme, and in files beside it."""
        files = (self._version.page(path, exercise_role(path)) for path in self.unit.exercises)
        placed = [
            (page, e) for page in (self._page, *files) if page for e in page.outline.exercises
        ]
        return [self._exercise(page, each, place) for place, (page, each) in enumerate(placed)]

    def _exercise(self, page: Page, exercise: Exercise, place: int) -> ExerciseItem:
        text, path = page.document.text, page.path
        criteria = exercise.section("acceptance_criteria")
        item = CurriculumItem(
            ItemKind.EXERCISE,
            exercise.number,
            _line(exercise.title),
            self.told(self.path),
            self.told(path),
            criteria=_criteria(criteria, text) if criteria else (),
            minutes=_minutes(exercise.effort.time),
        )
        return ExerciseItem(item, exercise.digest, self.path, place)

    @cached_property
    def _page(self) -> Page | None:
        path = self.unit.readme
        return self._version.page(path, Role(self.unit.kind, self.unit.name)) if path else None


class Version:
    """The units of the curriculum in ``workspace``, in reading order.

    ``lead`` leads to its root from that of the version that people have: paths are told so.
    """

    def __init__(self, workspace: Workspace, lead: str = "") -> None:
        self.workspace, settings = workspace, workspace.settings
        self.lead = lead
        # What a readme must contain does not matter here.
        self.reader = PageReader(Vocabulary(settings.sections, settings.exercises.forms), {})
        self.units: list[UnitVersion] = []
        for level in find_units(workspace.tree, settings, workspace.read).levels:
            self._add(level, "")

    def page(self, path: str, role: Role) -> Page | None:
        """The document at ``path``; ``None`` where it cannot be read."""
        from ..parse.parser import ParseLimits, parse_document

        read = self.workspace.read(path)
        if not isinstance(read, FileText):
            return None
        limits = self.workspace.settings.limits
        reach = ParseLimits(limits.nesting, limits.block_characters, limits.line_characters)
        return self.reader.read(parse_document(path, read.text, reach), role)

    def _add(self, unit: Unit, parent: str) -> None:
        self.units.append(UnitVersion(self, unit, parent))
        for child in unit.children:
            self._add(child, unit.path)


def _criteria(section: Section, text: str) -> tuple[str, ...]:
    """The items of its list, or all of it where it has none."""
    spans = [(item.marker.end, item.span.end) for item in section.items] or [section.body]
    lines = (_line(text[start:end]) for start, end in spans)
    return tuple(line for line in lines if line)


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _minutes(time: Minutes | None) -> tuple[int, int] | None:
    return (time.least, time.most) if time else None
