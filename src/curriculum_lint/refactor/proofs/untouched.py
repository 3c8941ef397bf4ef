"""Pages of which a restructuring has changed nothing, nor anything that they lead to."""

from __future__ import annotations

from ...edits.moves import Moves
from ...model.curriculum import Curriculum, Page


class Untouched:
    """Compares two curricula, of which one became the other by ``moves``."""

    def __init__(self, before: Curriculum, after: Curriculum, moves: Moves) -> None:
        self._targets, self._moves = before.targets, moves
        self._same = {path for path, page in before.pages.items() if after.pages.get(path) is page}

    def holds(self, page: Page) -> bool:
        """Whether a page is the same, and so is the place and the text of what it leads to."""
        if page.path not in self._same or self._moves.new(page.path) != page.path:
            return False
        return all(
            self._moves.new(target.path) == target.path
            and (target.page is None or not target.fragment or target.page in self._same)
            for target in self._targets.get(page.path, ())
        )
