"""Where links lead, known from the last time: only what can have changed is looked up again."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.curriculum import Page
from ..model.target import Target
from ..settings.settings import Settings
from ..workspace.tree import Tree
from .fragments import read_anchors
from .resolve import resolve_links


class LinkMemory:
    """Resolves the links of one curriculum again and again, as `resolve_links` does.

    A page that is the same object as before is the same page; so is a tree.
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
        is_known = (
            self._tree is tree
            and self._settings is settings
            and self._pages.keys() == pages.keys()
            and not (neighbours or self._neighbours)
        )
        again = self._affected(pages) if is_known else pages
        found = resolve_links(pages, tree, settings, prefix, neighbours, again)
        self._targets = {**self._targets, **found} if is_known else found
        self._tree, self._settings, self._pages = tree, settings, dict(pages)
        self._neighbours = neighbours
        return self._targets

    def _affected(self, pages: Mapping[str, Page]) -> set[str]:
        """The pages that are not as they were, and those with links to anchors that are not."""
        changed = {path for path, page in pages.items() if self._pages[path] is not page}
        moved = {path for path in changed if self._has_other_anchors(path, pages[path])}
        if not moved:
            return changed
        linking = (
            source
            for source, targets in self._targets.items()
            if any(target.page in moved for target in targets)
        )
        return {*changed, *linking}

    def _has_other_anchors(self, path: str, page: Page) -> bool:
        return read_anchors(self._pages[path]) != read_anchors(page)
