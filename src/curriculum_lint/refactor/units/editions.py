"""Translations of a curriculum: folders and readmes with the same numbers in another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from ...check.readmes import PageReader, Role
from ...model.curriculum import Curriculum, Kind, Unit
from ...model.skeleton import find_units
from ...model.template import Template
from ...settings.settings import Settings
from ...text.late_pattern import late_pattern
from ...text.translation import are_translations, is_language, without_language
from ...workspace.entry import ROOT, EntryKind
from ...workspace.tree import Tree
from ...workspace.workspace import Workspace

#: Whether a page belongs to what is looked at.
Holds = Callable[[str], bool]


def everywhere(path: str) -> bool:
    """Whether a page belongs to a curriculum without translations: always."""
    del path
    return True


#: So many modules of a level must be there, and at least this share of them.
_LEAST, _SHARE = 2, 0.5
#: Where a site generator reads other languages from: ``i18n/fr/…/current``.
_GENERATED_FOR = "i18n/"
_MARKDOWN = late_pattern(r"\.(?:md|markdown|mdx)\Z", re.IGNORECASE)


class Edition(NamedTuple):
    """A curriculum in one language: its ``settings``, and the folders that are its levels.

    ``levels`` are those by the paths of the levels that they translate. ``name`` is that of its
    readmes, where they lie beside the original ones; its pages are the files of that name then.
    """

    settings: Settings
    levels: Mapping[str, str]
    name: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return "\n".join((self.name, *self.levels.values()))

    @property
    def place(self) -> str:
        """Where it is, as messages say it."""
        return self.name or ", ".join(self.levels.values())

    @property
    def is_beside(self) -> bool:
        """Whether its readmes lie in the very folders of the units."""
        return bool(self.name)

    def holds(self, path: str) -> bool:
        """Whether a page is one of this edition."""
        if self.name:
            return path.rpartition("/")[2] == self.name
        return any(path.startswith(f"{_home_of(folder)}/") for folder in self.levels.values())

    def like(self, own: Curriculum, curriculum: Curriculum, path: str) -> Unit | None:
        """The unit that translates the one at ``path``: the one of its number and letter."""
        for level in curriculum.levels:
            if level.path not in self.levels:
                continue
            of_level = next((e for e in own.levels if e.path == self.levels[level.path]), None)
            for unit in (level, *_inner(level)):
                if unit.path == path and of_level is not None:
                    return _same(of_level, unit, level)
        return None


def _inner(level: Unit) -> Iterator[Unit]:
    for module in level.children:
        yield from (module, *module.children)


def _same(of_level: Unit, unit: Unit, level: Unit) -> Unit | None:
    if unit.kind is Kind.LEVEL:
        return of_level
    module = next(m for m in level.children if unit == m or unit in m.children)
    found = [m for m in of_level.children if _key(m) == _key(module)]
    if unit is not module and unit.kind is not Kind.MODULE:
        found = [c for m in found for c in m.children if c.name.letter == unit.name.letter]
    return found[0] if len(found) == 1 else None


def _key(module: Unit) -> tuple[int | None, int | None, str, str]:
    name = module.name
    return name.number, name.part, name.track, name.slug if name.number is None else ""


def find_editions(curriculum: Curriculum) -> list[Edition]:
    """The translations of a curriculum: folders beside it, and readmes beside its readmes."""
    return [*_beside(curriculum), *_in_folders(curriculum)]


def _beside(curriculum: Curriculum) -> Iterator[Edition]:
    names: dict[str, int] = {}
    settings = curriculum.settings
    if settings.unit_file is not None or curriculum.skeleton.module_template.is_file:
        return
    for unit in curriculum.units():
        for entry in curriculum.tree.children(unit.path) if unit.readme else ():
            readme = (unit.readme or "").rpartition("/")[2]
            is_one = entry.kind is EntryKind.FILE and without_language(entry.name) != entry.name
            if is_one and without_language(entry.name).casefold() == readme.casefold():
                names[entry.name] = names.get(entry.name, 0) + 1
    for name, count in names.items():
        if count >= _LEAST and _MARKDOWN.search(name):
            same = {level.path: level.path for level in curriculum.levels}
            yield Edition(replace(settings, readme=name), same, name)


def _in_folders(curriculum: Curriculum) -> Iterator[Edition]:
    found: dict[str, dict[str, str]] = {}
    own = {level.path for level in curriculum.levels}
    template = curriculum.skeleton.module_template
    folders = _folders_by_parent(curriculum.tree, own)
    for level in curriculum.levels:
        for folder, names in folders.items():
            if _translates(level, folder, names, template):
                found.setdefault(_language_of(folder), {})[level.path] = folder
    for levels in found.values():
        paths = tuple(levels[level.path] for level in curriculum.levels if level.path in levels)
        yield Edition(replace(curriculum.settings, levels=paths, order=()), levels)


def _folders_by_parent(tree: Tree, levels: set[str]) -> dict[str, list[str]]:
    """The names in each folder that a language names, outside of the levels."""
    found: dict[str, list[str]] = {}
    for path, entry in tree.entries.items():
        around, _, name = path.rpartition("/")
        is_other = any(is_language(part) for part in around.split("/")) and around not in levels
        if is_other and entry.kind is not EntryKind.LINK:
            found.setdefault(around, []).append(name)
    return found


def _translates(level: Unit, folder: str, names: list[str], template: Template) -> bool:
    """Whether a folder holds the modules of a level, by their numbers, in another language."""
    own = "" if level.path == ROOT else level.path
    ends = not own or folder.endswith(f"/{own}") or folder.startswith(_GENERATED_FOR)
    if not ends and not are_translations(folder, own):
        return False
    numbers = {unit.name.number for unit in level.children} - {None}
    read = [template.read(name) for name in names]
    there = {each.number for each in read if each} - {None}
    return len(there & numbers) >= max(_LEAST, _SHARE * len(numbers))


def _home_of(folder: str) -> str:
    """The folder of a language around a level: ``translations/es`` of ``translations/es/first``."""
    parts = folder.split("/")
    last = max((at for at, part in enumerate(parts) if is_language(part)), default=len(parts) - 1)
    return "/".join(parts[: last + 1])


def _language_of(folder: str) -> str:
    """The parts of a path that name a language."""
    return "/".join(part for part in folder.split("/") if is_language(part))


def read_edition(curriculum: Curriculum, edition: Edition, workspace: Workspace) -> Curriculum:
    """The curriculum with the units of a translation; no document is read again."""
    skeleton = find_units(workspace.tree, edition.settings, workspace.read)
    if curriculum.skeleton.order:
        own = replace(curriculum, skeleton=skeleton)
        found = [edition.like(own, curriculum, path) for path in curriculum.skeleton.order]
        skeleton = skeleton.in_order([unit.path for unit in found if unit is not None])
    roles = {unit.readme: Role(unit.kind, unit.name) for unit in skeleton.units() if unit.readme}
    reader, pages = PageReader(curriculum.vocabulary, {}), dict(curriculum.pages)
    for path, page in curriculum.pages.items():
        role = roles.get(path)
        if role is not None and role.kind is not page.kind:
            pages[path] = reader.read(page.document, role)
        elif role is None and page.kind.is_readme and page.kind is not Kind.ROOT:
            pages[path] = replace(page, kind=Kind.PAGE)
    return replace(curriculum, skeleton=skeleton, pages=pages, settings=edition.settings)
