"""The tree and the settings → the units of the curriculum, before any file is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf

from ..parse.front_matter import front_matter_numbers
from ..settings.settings import Settings
from ..text.about_repository import is_about_repository, is_contents
from ..text.globs import matches_exactly
from ..text.moved import LARGEST, is_moved
from ..text.natural import natural_key
from ..text.translation import original_of
from ..workspace.read import FileText, Unreadable
from ..workspace.tree import MARKDOWN_SUFFIXES, Entry, EntryKind, Tree
from .curriculum import Kind, Skeleton, Stray, Unit
from .exercise_files import exercise_files
from .template import NameParts, Template
from .unit_file import find_unit_file
from .unit_order import ListedPaths

_GLOB = frozenset("*?[")
#: Numbers that are years where other modules have smaller ones.
_YEARS = range(1900, 2100)


def find_units(
    tree: Tree, settings: Settings, read: Callable[[str], FileText | Unreadable]
) -> Skeleton:
    """Find the levels that the settings name, and the modules and subsections in them.

    ``read`` gives the text of the files that list modules in their order.
    """
    finder = _Finder(tree, settings, read)
    levels = [finder.level(path) for path in finder.level_paths()]
    is_counted = "number" in finder.module_template.fields
    return Skeleton(
        finder.readme("."),
        tuple(levels),
        tuple(finder.missing_levels()),
        finder.module_template,
        finder.subsection_template,
        frozenset(word.casefold() for word in settings.sections.get("unit", ())),
        () if is_counted else tuple(finder.listed(levels)),
    )


def _places(
    tree: Tree, settings: Settings, read: Callable[[str], FileText | Unreadable]
) -> dict[str, int]:
    """Where the files of the setting ``order`` name each path."""
    places: dict[str, int] = {}
    listed = ListedPaths(tree)
    for path in settings.order:
        found = read(path) if path in tree.entries else None
        for each in listed.of(path, found.text) if isinstance(found, FileText) else ():
            places.setdefault(each, len(places))
    return places


class _Finder:
    def __init__(
        self, tree: Tree, settings: Settings, read: Callable[[str], FileText | Unreadable]
    ) -> None:
        self.tree, self.settings, self._read = tree, settings, read
        self.places: Mapping[str, int] = _places(tree, settings, read)
        self.module_template = Template(settings.module_pattern, settings.other_module_patterns)
        self.subsection_template = Template(settings.subsection_pattern)
        self._folders = [e.path for e in tree.entries.values() if e.kind is EntryKind.FOLDER]
        self._levels = frozenset(self.level_paths())

    def level_paths(self) -> list[str]:
        """The folders that are levels: in the order of the patterns, then in natural order."""
        found: dict[str, None] = {}
        for pattern in self.settings.levels:
            matching = [path for path in self._folders if matches_exactly(pattern, path)]
            if pattern in (".", "./"):
                matching = ["."]
            matching.sort(key=lambda path: (self._first_place(path), natural_key(path)))
            found.update(dict.fromkeys(matching))
        return list(found)

    def _first_place(self, level: str) -> int:
        """Where the lists name a level, or something in it, first."""
        inside = (at for path, at in self.places.items() if f"{path}/".startswith(f"{level}/"))
        return min(inside, default=len(self.places))

    def missing_levels(self) -> Iterator[str]:
        """Levels named without wildcards that the tree does not have."""
        for pattern in self.settings.levels:
            name = pattern.strip("/")
            if not _GLOB & set(pattern) and name != "." and name not in self._folders:
                yield name

    def readme(self, folder: str) -> str | None:
        """The readme of a folder, whatever its case; the configured spelling wins."""
        wanted = self.settings.readme
        found = [
            entry.path
            for entry in self.tree.children(folder)
            if _basename(entry.path).casefold() == wanted.casefold()
            and entry.kind is not EntryKind.FOLDER
        ]
        return min(found, key=lambda path: (_basename(path) != wanted, path), default=None)

    def text(self, folder: str) -> str | None:
        """The file that holds the text of the unit in ``folder``."""
        pattern, readme = self.settings.unit_file, self.settings.readme
        found = find_unit_file(self.tree, folder, pattern, readme) if pattern else None
        return found or self.readme(folder)

    def level(self, path: str) -> Unit:
        """One level with its modules."""
        own = self.readme(path)
        entries = [entry for entry in self.tree.children(path) if entry.path != own]
        found = [unit for each in entries if (unit := self._module(each)) is not None]
        units = list(_without_years(found))
        units.sort(key=lambda unit: (self._place(unit), self._weight(unit), _order(unit)))
        known = {unit.path for unit in units}
        strays = () if path == "." else tuple(self._strays(path, known))
        return Unit(Kind.LEVEL, path, NameParts(), own, True, tuple(units), strays)

    def _place(self, unit: Unit) -> int:
        """Where the lists name the unit first: behind all others where they do not."""
        paths = (unit.path, unit.readme or unit.path)
        last = len(self.places)
        return min(self.places.get(path, last) for path in paths)

    def listed(self, levels: Sequence[Unit]) -> list[str]:
        """The modules that the lists name, in their order."""
        units = [unit for level in levels for unit in level.children if self.places]
        found = [(self._place(unit), unit.path) for unit in units]
        return [path for place, path in sorted(found) if place < len(self.places)]

    def _weight(self, unit: Unit) -> float:
        """What its front matter says of its place; behind all others where it says nothing."""
        key = self.settings.order_by
        found = self._read(unit.readme) if key and unit.readme else None
        if key and isinstance(found, FileText):
            return front_matter_numbers(found.text).get(key, inf)
        return inf

    def _strays(self, folder: str, known: set[str]) -> Iterator[Stray]:
        for entry in self.tree.children(folder):
            is_other = entry.kind is EntryKind.FOLDER and entry.path not in known | self._levels
            if is_other and not is_left(self.tree, entry, self._read):
                readme = self.readme(entry.path)
                if readme is not None:
                    yield Stray(entry.path, readme)

    def _module(self, entry: Entry) -> Unit | None:
        # What holds modules of its own is a level of others, and no module beside them.
        found = None if entry.path in self._levels else self._named(entry, self.module_template)
        if found is None:
            return None
        name, readme, follows = found
        is_file = entry.kind is EntryKind.FILE
        folder = _parent(entry.path) if is_file else entry.path
        children = [
            unit
            for each in self.tree.children(folder)
            if each.path != entry.path and (unit := self._subsection(each, name)) is not None
        ]
        children.sort(key=_order)
        known = {unit.path for unit in children}
        strays = () if is_file else tuple(self._strays(entry.path, known))
        unit = Unit(Kind.MODULE, entry.path, name, readme, follows, tuple(children), strays)
        return self._with_exercises(unit)

    def _subsection(self, entry: Entry, module: NameParts) -> Unit | None:
        found = self._named(entry, self.subsection_template)
        if found is None:
            return None
        name, readme, follows = found
        if "number" in self.subsection_template.fields and name.number != module.number:
            return None
        return self._with_exercises(Unit(Kind.SUBSECTION, entry.path, name, readme, follows))

    def _with_exercises(self, unit: Unit) -> Unit:
        patterns = self.settings.exercises.files
        if not patterns:
            return unit
        name = unit.basename.rpartition(".")[0] if unit.is_file else unit.basename
        others = (unit.readme or "", *(each.path for each in unit.children))
        files = exercise_files(self.tree, unit.around, name, patterns, others)
        return replace(unit, exercises=files)

    def _is_module_file(self, path: str, name: NameParts) -> bool:
        """Whether a file is a unit, rather than a readme, a translation, or a list of units.

        What is listed among units is one; so is what has a number.
        """
        basename = _basename(path)
        readmes = (self.settings.readme.casefold(), "readme.md")
        if basename.casefold() in readmes or is_contents(basename):
            return False
        if path in self.places:
            return True
        if original_of(path, self.tree.entries) != path:
            return False
        if name.number is not None:
            return True
        return path not in self.settings.order and not is_about_repository(path)

    def _named(self, entry: Entry, template: Template) -> tuple[NameParts, str | None, bool] | None:
        """What the entry's name says, its readme, and whether it follows the template."""
        basename = _basename(entry.path)
        if is_left(self.tree, entry, self._read):
            return None
        if entry.kind is EntryKind.FILE:
            name = template.read(basename, is_file=True)
            is_named = name is not None and self._is_module_file(entry.path, name)
            return (name, entry.path, True) if name and is_named else None
        if entry.kind is not EntryKind.FOLDER:
            return None
        readme = self.text(entry.path)
        name = template.read(basename, is_file=False)
        if name is not None:
            is_unit = readme is not None or template.fields & {"number", "letter"}
            return (name, readme, True) if is_unit else None
        guess = template.guess(basename, is_file=False) if readme is not None else None
        return (guess, readme, False) if guess is not None else None


def is_left(tree: Tree, entry: Entry, read: Callable[[str], FileText | Unreadable]) -> bool:
    """Whether a file, or the only one in a folder, only says where a unit has gone."""
    inside = [entry] if entry.kind is EntryKind.FILE else tree.children(entry.path)
    if len(inside) != 1 or inside[0].kind is not EntryKind.FILE or inside[0].size > LARGEST:
        return False
    if not inside[0].path.lower().endswith(MARKDOWN_SUFFIXES):
        return False
    found = read(inside[0].path)
    return isinstance(found, FileText) and is_moved(found.text)


def _without_years(modules: list[Unit]) -> list[Unit]:
    """`2024_archive` beside `1_start` is no module; where all are years, they number them."""
    counted = [unit for unit in modules if unit.name.number not in _YEARS]
    return counted or modules


def _order(unit: Unit) -> tuple[int, str, int, str, str]:
    name = unit.name
    return (name.number or 0, name.track, name.part or 0, name.letter or "", unit.path)


def _basename(path: str) -> str:
    return path.rpartition("/")[2]


def _parent(path: str) -> str:
    return path.rpartition("/")[0] or "."
