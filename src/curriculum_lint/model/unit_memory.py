"""The units of a curriculum, known from the last time as long as no name has changed."""

from __future__ import annotations

from collections.abc import Callable

from ..settings.settings import Settings
from ..workspace.read import FileText, Unreadable
from ..workspace.tree import Tree
from .curriculum import Skeleton
from .skeleton import find_units


class UnitMemory:
    """Finds the units of one curriculum again and again, as `find_units` does.

    A tree that is the same object as before has the same names.
    """

    def __init__(self) -> None:
        self._known: tuple[Tree, Settings, Skeleton] | None = None

    def find(
        self, tree: Tree, settings: Settings, read: Callable[[str], FileText | Unreadable]
    ) -> Skeleton:
        """The units; where files say their order, these are read each time."""
        known = self._known
        is_named = not (settings.order or settings.order_by)
        if known and known[0] is tree and known[1] is settings and is_named:
            return known[2]
        found = find_units(tree, settings, read)
        self._known = (tree, settings, found)
        return found
