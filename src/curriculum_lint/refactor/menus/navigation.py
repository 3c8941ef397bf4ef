"""Navigation of sites in YAML and JSON: paths, titles, order, and what comes and goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...edits.edit import Edit
from ...edits.moves import Moves
from ...git.remotes import remote_names
from ...listings.read import reader_of
from ...model.curriculum import Curriculum
from ...model.unit_order import ListedPaths
from ...text.regions import Regions
from ...text.source import Span
from ...workspace.read import FileText
from ...workspace.repository_texts import RepositoryText
from ...workspace.tree import MARKDOWN_SUFFIXES
from ...workspace.workspace import Workspace
from ..labels.unit_grammar import grammar_of
from ..lists.index_order import ranks_of
from ..paths.named_elsewhere import is_value
from ..paths.path_names import stem
from ..paths.path_search import PathMention, PathSearch
from .menu_items import read_items
from .menu_text import MenuText
from .menu_units import MenuTitles, MenuUnit, is_titled, title_like

#: Files whose lists are no navigation, although their order means something.
_OTHER = re.compile(
    r"(?:\A|/)(?:\.(?!pages\Z|vitepress/|vuepress/)|package|tsconfig|composer)[^/]*(?:/|\Z)"
)
_SUFFIXES = (".yml", ".yaml", ".pages")
_MENUS = re.compile(
    r"(?:\A|/)[^/]*(?:sidebar|nav|toc|docs|mint|book|menu)[^/]*\.json\Z"
    r"|(?:\A|/)(?:[^/]*(?:sidebar|nav|menu)[^/]*|\.(?:vitepress|vuepress)/config)\.[cm]?[jt]s\Z"
)
_LONGEST = 500_000


class Navigation:
    """Follows what changes between curricula, each before and afterwards.

    ``told`` is what could not be written, and ``rewritten`` where paths stood, by file and offset;
    both are known after `edits`.
    """

    def __init__(
        self,
        workspace: Workspace,
        curricula: Iterable[tuple[Curriculum, Curriculum]],
        moves: Moves,
        moved: str = "",
    ) -> None:
        self._workspace, self._moves = workspace, moves
        self.told: list[str] = []
        self.rewritten: set[tuple[str, int]] = set()
        self._units: dict[str, MenuUnit] = {}
        self._begun: list[MenuUnit] = []
        self._order, self._moved = frozenset(workspace.settings.order), moved
        for before, after in curricula:
            self.titles = MenuTitles(grammar_of(after))
            self._add(before, after)

    def _add(self, before: Curriculum, after: Curriculum) -> None:
        old, new = (reader_of(each).order.places for each in (before, after))
        ranks, titles = (ranks_of(before), ranks_of(after)), (_titles(before), _titles(after))
        for path, place in old.items():
            there = self._moves.new(path)
            self._units[path] = MenuUnit(
                place,
                new.get(there),
                (ranks[0].get(path), ranks[1].get(there)),
                (titles[0].get(path, ""), titles[1].get(there, "")),
            )
        led = set(map(self._moves.new, old))
        for path, place in new.items():
            if path not in led:
                own = (None, ranks[1].get(path)), ("", titles[1].get(path, ""))
                self._begun.append(MenuUnit(None, place, *own))

    def edits(self, known: Mapping[str, Sequence[Edit]]) -> Iterator[Edit]:
        """The new text of each file of navigation; ``known`` are other edits in it, by its path."""
        search: PathSearch | None = None
        for path in sorted(self._workspace.tree.entries):
            if path not in self._order and not _may_hold(path):
                continue
            read = self._workspace.read(path)
            if not isinstance(read, FileText) or len(read.text) > _LONGEST:
                continue
            search = search or self._search()
            found = search.find(RepositoryText(path, read.text))
            named = [each for each in found if is_value(read.text, each, path)]
            is_order = path in self._order
            named = self._listed(path, read.text, named) if is_order else named
            is_list = len({each.path for each in named}) > (0 if is_order else 1)
            lists = read_items(path, read.text) if is_list else []
            if lists:
                file = MenuText(self, path, read.text, lists, named, is_order=is_order)
                new = file.written(known.get(path, ()))
                if new != read.text:
                    yield Edit(self._moves.new(path), 0, len(read.text), new)

    def _listed(self, path: str, text: str, named: Sequence[PathMention]) -> list[PathMention]:
        """The units that a list of the setting ``order`` names, by their paths or titles."""
        if path.lower().endswith(MARKDOWN_SUFFIXES):
            return []
        found: list[PathMention] = []
        for target, span in ListedPaths(self._workspace.tree).mentions(path, text):
            unit = next((each for each in _with_parents(target) if each in self._units), None)
            if unit is not None:
                found.append(PathMention(unit, _name_in(text, span, unit), span, target))
        words = Regions(each.word for each in found)
        return [*found, *(each for each in named if not words.hold(each.name.start))]

    def _search(self) -> PathSearch:
        own = remote_names(self._workspace.settings.root)
        return PathSearch(self._workspace.tree, self._units, own)

    def unit(self, path: str) -> MenuUnit:
        """The unit that is at ``path`` before."""
        return self._units[path]

    @property
    def moved(self) -> MenuUnit | None:
        """The unit that comes to another place, past others."""
        return self._units.get(self._moved)

    @property
    def begun(self) -> Sequence[MenuUnit]:
        """The units that are new."""
        return self._begun

    def name_edit(self, path: str, named: PathMention, text: str) -> Edit | None:
        """The edit that writes the new name of a folder or file."""
        old, new = named.path.rpartition("/")[2], self._moves.new(named.path).rpartition("/")[2]
        written = text[slice(*named.name)]
        if old == new or not self._units[named.path].new:
            return None
        if named.name == named.word and is_titled(written, old):
            return Edit(path, *named.name, title_like(written, new))
        if written not in (old, stem(old)):
            return None
        return Edit(path, *named.name, new if written == old else stem(new))


def _with_parents(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def _name_in(text: str, word: Span, unit: str) -> Span:
    """Where a word has the name of a unit: all of it, where that is its title."""
    name = unit.rpartition("/")[2]
    for each in (name, stem(name)):
        at = text.rfind(each, *word)
        if at >= 0:
            return Span(at, at + len(each))
    return word


def _titles(curriculum: Curriculum) -> dict[str, str]:
    pages = ((unit.path, curriculum.page(unit)) for unit in curriculum.units())
    return {path: p.outline.title.text for path, p in pages if p and p.outline.title}


def _may_hold(path: str) -> bool:
    if _OTHER.search(path):
        return False
    return path.lower().endswith(_SUFFIXES) or _MENUS.search(path.lower()) is not None
