"""The curriculum: what every rule about more than one document looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ..parse.document import Document, Suppression, SuppressionTarget
from ..text.source import Span
from .criterion import CriterionTests
from .outline import Form, Outline
from .template import NameParts, Template
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from ..readme_schema.readme_schema import ReadmeSchema
    from ..settings.settings import Settings
    from ..workspace.tree import Tree
    from ..workspace.unreadable import Unreadable
    from .menus import Menu
    from .reply import Reply
    from .target import Target


class Kind(StrEnum):
    """What a document is in the curriculum. A page is none of its readmes.

    A file that holds exercises of a unit is no readme either.
    """

    ROOT = "root"
    LEVEL = "level"
    MODULE = "module"
    SUBSECTION = "subsection"
    EXERCISE = "exercise"
    PAGE = "page"

    @property
    def is_readme(self) -> bool:
        """Whether it is the readme of something."""
        return self not in (Kind.EXERCISE, Kind.PAGE)


class UnmetKind(StrEnum):
    """The ways in which a readme can differ from its schema."""

    MISSING = "missing section"
    #: It is there under a misspelt name: ``found`` as written, ``expected`` the right one.
    MISSPELT = "misspelt section"
    EMPTY = "empty section"
    FORM = "section form"
    ORDER = "section order"
    COUNT = "item count"
    OTHER = "other"


class Unmet(NamedTuple):
    """One requirement of a readme's schema that the readme does not meet.

    ``subject`` is what lacks it, for a message: "exercise 3" or "this module". ``expected`` and
    ``found`` are words for people. Of a missing section, ``form`` is the one to write, ``items``
    the least number of its items, and ``order`` holds the keys of it and its siblings in order;
    ``found`` is the title where that has its name.
    """

    kind: UnmetKind
    key: str
    subject: str
    span: Span
    expected: str
    found: str = ""
    form: Form = Form.TEXT
    items: int = 1
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A document in its place in the curriculum, with what it consists of and what it lacks."""

    document: Document
    kind: Kind
    outline: Outline
    vocabulary: Vocabulary
    unmet: tuple[Unmet, ...] = ()
    is_reserved: bool = False

    @property
    def path(self) -> str:
        """The document's path, relative to the root."""
        return self.document.path


@dataclass(frozen=True, slots=True)
class Unit:
    """A level, module or subsection. ``path`` is its folder, or its file if it is one.

    ``readme`` is the path of its readme as it is on disk, ``follows`` whether the unit's own name
    follows its template. ``strays`` are folders in it that hold a readme and are no unit,
    ``exercises`` the files beside its readme that hold exercises.
    """

    kind: Kind
    path: str
    name: NameParts
    readme: str | None
    follows: bool = True
    children: tuple[Unit, ...] = ()
    strays: tuple[Stray, ...] = ()
    exercises: tuple[str, ...] = ()

    @property
    def basename(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def is_file(self) -> bool:
        """Whether it is a file rather than a folder."""
        return self.readme == self.path

    @property
    def form(self) -> str:
        """What messages call the thing on disk."""
        return "file" if self.is_file else "folder"

    @property
    def around(self) -> str:
        """The folder that its subsections are in."""
        return self.path.rpartition("/")[0] or "." if self.is_file else self.path

    @property
    def place(self) -> str:
        """Where a finding about the unit points: its readme, or its folder without one."""
        return self.readme or self.path

    @property
    def label(self) -> str:
        """What the unit is called in messages: "module 3", "subsection b"."""
        if self.kind is Kind.MODULE and self.name.number is not None:
            has_part = self.name.part is not None and not self.name.track
            part = f".{self.name.part}" if has_part else ""
            return f"module {self.name.number}{part}"
        if self.kind is Kind.SUBSECTION and self.name.letter:
            return f"subsection {self.name.letter}"
        return f"{self.kind} “{self.basename}”"


class Stray(NamedTuple):
    """A folder among units that holds a readme but whose name is no unit's."""

    path: str
    readme: str


class GeneratedFile(NamedTuple):
    """A file that the index is written to: its text, ``None`` if it does not exist."""

    text: str | None
    is_ignored: bool = False


class IdleSuppression(NamedTuple):
    """A suppression, or one of its targets, that hid nothing."""

    path: str
    suppression: Suppression
    target: SuppressionTarget | None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The units of a curriculum as the tree shows them, before any file is read.

    ``missing_levels`` are levels that the configuration names and the tree does not have,
    ``unit_words`` what it calls a unit, in lower case. Where names hold no numbers, ``order`` holds
    the paths of the modules that the files of the setting ``order`` list, as they list them.
    """

    root_readme: str | None
    levels: tuple[Unit, ...]
    missing_levels: tuple[str, ...]
    module_template: Template
    subsection_template: Template
    unit_words: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()

    def in_order(self, order: Sequence[str]) -> Skeleton:
        """The same with its modules in another ``order``, as if lists had them so."""
        at = {path: place for place, path in enumerate(order)}

        def ordered(level: Unit) -> Unit:
            units = sorted(level.children, key=lambda unit: at.get(unit.path, len(at)))
            return replace(level, children=tuple(units))

        known = {module.path for level in self.levels for module in level.children}
        levels = tuple(map(ordered, self.levels))
        return replace(self, levels=levels, order=tuple(p for p in order if p in known))

    def units(self) -> Iterator[Unit]:
        """Every unit in reading order, parents first."""
        for level in self.levels:
            yield level
            for module in level.children:
                yield module
                yield from module.children

    def kinds(self) -> dict[str, Kind]:
        """The kind of every readme, by path; other documents are pages."""
        kinds = {path: Kind.EXERCISE for unit in self.units() for path in unit.exercises}
        kinds |= {unit.readme: unit.kind for unit in self.units() if unit.readme}
        if self.root_readme is not None:
            kinds[self.root_readme] = Kind.ROOT
        return kinds


@dataclass(frozen=True, slots=True)
class Curriculum:
    """Everything a rule may know: the units, all documents, and where every link leads.

    ``replies`` holds what the web answered, by URL without fragment; it is empty unless it was
    asked. ``schemas`` are those of readmes, by kind, where a unit has no readme. ``generated``
    holds the files that the index is written to as a whole, by path. ``tests`` are those of
    acceptance criteria, where the configuration names some. ``neighbours`` are documents beyond
    the root, in the repository around it, that fragments of links are looked up in. ``menus`` are
    those of the sites and books that show it.
    """

    skeleton: Skeleton
    pages: Mapping[str, Page]
    tree: Tree
    settings: Settings
    vocabulary: Vocabulary
    targets: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    unreadable: Mapping[str, Unreadable] = field(default_factory=dict)
    unused_suppressions: tuple[IdleSuppression, ...] = ()
    unused_ignores: tuple[str, ...] = ()
    replies: Mapping[str, Reply] = field(default_factory=dict)
    schemas: Mapping[str, ReadmeSchema] = field(default_factory=dict)
    generated: Mapping[str, GeneratedFile] = field(default_factory=dict)
    tests: CriterionTests = field(default_factory=CriterionTests)
    neighbours: Mapping[str, Page] = field(default_factory=dict)
    menus: tuple[Menu, ...] = ()

    @property
    def levels(self) -> tuple[Unit, ...]:
        """The levels, in the order of the configuration."""
        return self.skeleton.levels

    @property
    def configuration(self) -> str:
        """The file that configures it, or the root where there is none."""
        names = ("curriculum-lint.toml", "pyproject.toml")
        return next((name for name in names if name in self.tree.entries), ".")

    def units(self) -> Iterator[Unit]:
        """Every unit in reading order, parents first."""
        return self.skeleton.units()

    def of_kind(self, kind: Kind) -> list[Unit]:
        """The units of one kind, in reading order."""
        return [unit for unit in self.units() if unit.kind is kind]

    def page(self, unit: Unit) -> Page | None:
        """The unit's readme, if it has one that could be read."""
        return self.pages.get(unit.readme) if unit.readme else None

    def exercise_pages(self, unit: Unit) -> Iterator[Page]:
        """The pages that may hold exercises of a unit: its readme, and files beside it."""
        paths = [unit.readme, *unit.exercises] if unit.readme else unit.exercises
        yield from (page for path in paths if (page := self.pages.get(path or "")) is not None)
