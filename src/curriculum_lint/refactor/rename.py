"""Folders and files get other names: links and paths in code follow."""

from __future__ import annotations

from ..changes.edit import Fix, Move, Safety
from ..changes.moves import Moves
from ..discover.lookup import Status
from ..model.curriculum import Curriculum
from .new_headings import CannotRewriteError
from .relocation import Relocation


class Renaming:
    """Makes fixes that rename one thing each."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._tree = curriculum.tree
        self._relocation = Relocation(curriculum)

    def fix(self, move: Move, title: str) -> Fix | None:
        """The fix that makes ``move``; ``None`` where its name is taken or something breaks."""
        found = self._tree.lookup(move.target)
        # Where only the case differs, what is found is the thing itself.
        if found.status is not Status.MISSING and found.actual != move.source:
            return None
        try:
            edits = {*self._relocation.edits(Moves((move,)), {})}
        except CannotRewriteError:
            return None
        return Fix(title, Safety.UNSAFE, tuple(sorted(edits)), (move,))
