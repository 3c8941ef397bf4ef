"""Where links lead, known from the last time: only what can have changed is looked up again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.curriculum import Page
from ..model.target import Outcome, Target
from ..settings.settings import Settings
from ..text.hosted import hosted_path
from ..workspace.entry import EntryKind
from ..workspace.tree import Tree
from .fragments import read_anchors
from .resolve import resolve_links

_IN_FILES = frozenset({Outcome.FOUND, Outcome.ANCHOR_CASE, Outcome.ANCHOR_MISSING})


class LinkMemory:
    """Resolves the links of one curriculum again and again, as `resolve_links` does.

    A page that is the same object as before is the same page; so is a tree. The targets of a page
    are the same object where nothing has changed about them.
    """

    def __init__(self) -> None:
        self._tree: Tree | None = None
        self._settings: Settings | None = None
        self._pages: Mapping[str, Page] = {}
        self._neighbours: Mapping[str, Page] = {}
        self._targets: dict[str, tuple[Target, ...]] = {}

    def resolve(
        self,
        pages: Mapping[str, Page],
        tree: Tree,
        settings: Settings,
        prefix: str | None,
        neighbours: Mapping[str, Page],
    ) -> dict[str, tuple[Target, ...]]:
        """The targets of every page's links, by the page's path."""
        is_known = self._settings is settings and not (neighbours or self._neighbours)
        again = set(self._affected(pages, tree) if is_known else pages)
        found = resolve_links(pages, tree, settings, prefix, neighbours, again)
        known = self._targets
        self._targets = {path: found[path] if path in again else known[path] for path in pages}
        self._tree, self._settings, self._pages = tree, settings, dict(pages)
        self._neighbours = neighbours
        return self._targets

    def _affected(self, pages: Mapping[str, Page], tree: Tree) -> Iterator[str]:
        """The pages that are not as they were, and those with links to what may not be."""
        assert self._tree is not None
        changes = _Changes(self._pages, pages, self._tree, tree)
        for path, page in pages.items():
            is_same = self._pages.get(path) is page
            if not (is_same and all(map(changes.leave, self._targets[path]))):
                yield path


class _Changes:
    """What has changed from one state of a curriculum to the next one."""

    def __init__(
        self, before: Mapping[str, Page], after: Mapping[str, Page], old: Tree, new: Tree
    ) -> None:
        self._before, self._after = before, after
        self._old, self._new = old.entries, new.entries
        self._is_same_tree = old is new
        self._same: dict[str, bool] = {}

    def leave(self, target: Target) -> bool:
        """Whether it is certain that they leave a target as it is."""
        if self._is_same_tree:
            return target.page is None or self._has_same_anchors(target.page)
        if target.outcome in _IN_FILES:
            return self._is_same_file(target.path) and self._has_same_anchors(target.path)
        shown = hosted_path(target.link.destination)
        is_alone = target.outcome in (Outcome.EXTERNAL, Outcome.EMPTY)
        return is_alone and (shown in self._old) == (shown in self._new)

    def _is_same_file(self, path: str) -> bool:
        old, new = self._old.get(path), self._new.get(path)
        return old is not None and new is not None and old.kind is new.kind is EntryKind.FILE

    def _has_same_anchors(self, path: str) -> bool:
        if path not in self._same:
            old, new = self._before.get(path), self._after.get(path)
            self._same[path] = old is new or (
                old is not None and new is not None and read_anchors(old) == read_anchors(new)
            )
        return self._same[path]
