"""The tree and the settings → the units of the curriculum, before any file is read."""

from __future__ import annotations

from collections.abc import Iterator

from ..settings.settings import Settings
from ..text.globs import matches_exactly
from ..text.natural import natural_key
from ..workspace.tree import Entry, EntryKind, Tree
from .curriculum import Kind, Skeleton, Stray, Unit
from .template import NameParts, Template

_GLOB = frozenset("*?[")
#: Numbers that are years where other modules have smaller ones.
_YEARS = range(1900, 2100)


def find_units(tree: Tree, settings: Settings) -> Skeleton:
    """Find the levels that the settings name, and the modules and subsections in them."""
    finder = _Finder(tree, settings)
    levels = [finder.level(path) for path in finder.level_paths()]
    return Skeleton(
        finder.readme("."),
        tuple(levels),
        tuple(finder.missing_levels()),
        finder.module_template,
        finder.subsection_template,
    )


class _Finder:
    def __init__(self, tree: Tree, settings: Settings) -> None:
        self.tree, self.settings = tree, settings
        self.module_template = Template(settings.module_pattern)
        self.subsection_template = Template(settings.subsection_pattern)
        self._folders = [e.path for e in tree.entries.values() if e.kind is EntryKind.FOLDER]

    def level_paths(self) -> list[str]:
        """The folders that are levels: in the order of the patterns, then in natural order."""
        found: dict[str, None] = {}
        for pattern in self.settings.levels:
            matching = [path for path in self._folders if matches_exactly(pattern, path)]
            if pattern in (".", "./"):
                matching = ["."]
            found.update(dict.fromkeys(sorted(matching, key=natural_key)))
        return list(found)

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

    def level(self, path: str) -> Unit:
        """One level with its modules."""
        units = [u for e in self.tree.children(path) if (u := self._module(e)) is not None]
        units = sorted(_without_years(units), key=_order)
        known = {unit.path for unit in units}
        strays = () if path == "." else tuple(self._strays(path, known))
        return Unit(Kind.LEVEL, path, NameParts(), self.readme(path), True, tuple(units), strays)

    def _strays(self, folder: str, known: set[str]) -> Iterator[Stray]:
        for entry in self.tree.children(folder):
            if entry.kind is EntryKind.FOLDER and entry.path not in known:
                readme = self.readme(entry.path)
                if readme is not None:
                    yield Stray(entry.path, readme)

    def _module(self, entry: Entry) -> Unit | None:
        found = self._named(entry, self.module_template)
        if found is None:
            return None
        name, readme, follows = found
        folder = _parent(entry.path) if self.module_template.is_file else entry.path
        children = [
            unit
            for each in self.tree.children(folder)
            if each.path != entry.path and (unit := self._subsection(each, name)) is not None
        ]
        children.sort(key=_order)
        known = {unit.path for unit in children}
        strays = () if self.module_template.is_file else tuple(self._strays(entry.path, known))
        return Unit(Kind.MODULE, entry.path, name, readme, follows, tuple(children), strays)

    def _subsection(self, entry: Entry, module: NameParts) -> Unit | None:
        found = self._named(entry, self.subsection_template)
        if found is None:
            return None
        name, readme, follows = found
        if "number" in self.subsection_template.fields and name.number != module.number:
            return None
        return Unit(Kind.SUBSECTION, entry.path, name, readme, follows)

    def _named(self, entry: Entry, template: Template) -> tuple[NameParts, str | None, bool] | None:
        """What the entry's name says, its readme, and whether it follows the template."""
        basename = _basename(entry.path)
        if template.is_file:
            name = template.read(basename) if entry.kind is EntryKind.FILE else None
            return (name, entry.path, True) if name else None
        if entry.kind is not EntryKind.FOLDER:
            return None
        readme = self.readme(entry.path)
        name = template.read(basename)
        if name is not None:
            return name, readme, True
        guess = template.guess(basename) if readme is not None else None
        return (guess, readme, False) if guess is not None else None


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
