"""What the fragment of a link leads to, in the document that the link leads to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from ..model.curriculum import Page
from ..model.target import Outcome
from ..model.watch import plain, stored_query, taken
from ..parse.anchors import ID_PREFIX, fragment_name
from ..parse.document import FragmentNames
from ..text.late_pattern import late_pattern
from ..workspace.beyond import leaves_root
from ..workspace.entry import Entry, EntryKind, join
from ..workspace.lookup import Lookup, Status
from ..workspace.tree import MARKDOWN_SUFFIXES, Tree

_LINES = late_pattern(r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?\Z")
#: Of so many pages the anchors are kept: most links lead to pages near by.
_MOST_KEPT = 512
#: GitHub gives the readme below a folder's list of files this anchor.
_README = "readme"


class Arrival(NamedTuple):
    """``page`` is the document that was looked into, ``actual`` the right case of an anchor."""

    outcome: Outcome
    page: str | None = None
    actual: str | None = None


class _KnownAnchors:
    """The anchors of one document, to look names up in."""

    def __init__(self, fragments: FragmentNames) -> None:
        self.exact, self.uncertain = dict.fromkeys(fragments.names), fragments.uncertain

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """The names by themselves in any case; the first of several counts."""
        return {name.casefold(): name for name in reversed(self.exact)}

    def find(self, name: str) -> tuple[Outcome, str | None]:
        """What becomes of a link to ``name``, and the right case of that."""
        bare = name.removeprefix(ID_PREFIX)
        is_there = bare in self.exact or name in self.exact or bare.casefold() == "top"
        if is_there or self.uncertain:
            return Outcome.FOUND, None
        actual = self.folded.get(bare.casefold())
        return Outcome.ANCHOR_MISSING if actual is None else Outcome.ANCHOR_CASE, actual


class Fragments:
    """Follows fragments into the documents of one tree."""

    def __init__(self, pages: Mapping[str, Page], tree: Tree, readme: str) -> None:
        self._pages, self._tree = pages, tree
        # GitHub shows a folder's README, whatever file the units are read from.
        is_readme = readme.casefold().startswith(_README)
        self._readmes = (readme, f"{_README}.md") if is_readme else (f"{_README}.md",)
        find = lru_cache(_MOST_KEPT)(lambda page: _KnownAnchors(read_anchors(pages[page])))
        self._anchors_of: Callable[[str], _KnownAnchors] = find
        self._in_folders: dict[str, tuple[str | None, bool]] = {}

    def follow(self, found: Lookup, fragment: str | None) -> Arrival:
        """Where ``fragment`` leads in what was found; a file or folder is there."""
        entry = found.entry
        if entry is None:
            return Arrival(Outcome.FOUND)
        if entry.kind is EntryKind.FOLDER:
            return self._follow_folder(entry, found.in_tree, fragment)
        page = entry.path if entry.path in self._pages else None
        return self._arrive(page, fragment_name(fragment))

    def document_at(self, found: Lookup) -> str | None:
        """The Markdown document that was found, or the readme of the folder that was found."""
        entry = found.entry
        if entry is None or found.status is not Status.FOUND:
            return None
        if entry.kind is EntryKind.FILE:
            return entry.path if entry.path.lower().endswith(MARKDOWN_SUFFIXES) else None
        looked_up = (self._tree.lookup(join(entry.path, name)).entry for name in self._readmes)
        return next((each.path for each in looked_up if each), None)

    def _follow_folder(self, folder: Entry, in_tree: bool, fragment: str | None) -> Arrival:
        name = fragment_name(fragment)
        is_known = in_tree or leaves_root(folder.path)
        if not name or not is_known or name.casefold() == _README:
            return Arrival(Outcome.FOUND, self._readme(folder.path)[0] if is_known else None)
        page, is_unknown = self._readme(folder.path)
        if page is None and not is_unknown and in_tree:
            return Arrival(Outcome.ANCHOR_MISSING)
        return self._arrive(page, name)

    def _readme(self, folder: str) -> tuple[str | None, bool]:
        """The folder's readme, and whether there is one that was not read."""
        if folder not in self._in_folders:
            self._in_folders[folder] = self._look_for_readme(folder)
        return self._in_folders[folder]

    def _look_for_readme(self, folder: str) -> tuple[str | None, bool]:
        for name in self._readmes:
            entry = self._tree.lookup(join(folder, name)).entry
            if entry is not None and entry.path in self._pages:
                return entry.path, False
        others = [e.path for e in self._tree.children(folder) if _is_readme(e.name)]
        if len(others) == 1 and others[0] in self._pages:
            return others[0], False
        stray = any(e.name.casefold().startswith(_README) for e in self._tree.children(folder))
        return None, stray or self._has_hidden_readme(folder)

    def _has_hidden_readme(self, folder: str) -> bool:
        looked_up = (self._tree.lookup(join(folder, name)) for name in self._readmes)
        return any(each.status is not Status.MISSING for each in looked_up)

    def _arrive(self, page: str | None, name: str) -> Arrival:
        if page is None or not name or _LINES.match(name):
            return Arrival(Outcome.FOUND, page)
        taken(self._pages[page], _arrivals, name)
        outcome, actual = self._anchors_of(page).find(name)
        return Arrival(outcome, page, actual)


def _is_readme(name: str) -> bool:
    stem, dot, suffix = name.casefold().rpartition(".")
    return stem == _README and dot + suffix in MARKDOWN_SUFFIXES


def read_anchors(page: Page) -> FragmentNames:
    """What fragments can lead to in a document. Nobody notes that it is read."""
    return plain(page).document.fragments


@stored_query
def _arrivals(page: Page, names: Sequence[str]) -> list[object]:
    known = _KnownAnchors(read_anchors(page))
    return [known.find(name) for name in names]
