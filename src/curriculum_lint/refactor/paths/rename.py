"""Folders and files get other names: links and paths in code follow."""

from __future__ import annotations

from ...edits.edit import Fix, Move, Safety
from ...edits.moves import Moves
from ...model.curriculum import Curriculum
from ...workspace.lookup import Status
from ..headings.heading_texts import changed_anchors
from ..headings.new_headings import CannotRewriteError
from ..labels.reference_labels import with_labels
from .relocation import Relocation


class Renaming:
    """Makes fixes that rename one thing each."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum, self._tree = curriculum, curriculum.tree
        self._relocation = Relocation(curriculum)

    def fix(self, move: Move, title: str) -> Fix | None:
        """The fix that makes ``move``; ``None`` where its name is taken or something breaks."""
        try:
            return self.certain_fix(move, title)
        except CannotRewriteError:
            return None

    def certain_fix(self, move: Move, title: str) -> Fix:
        """The same. Raises ``CannotRewriteError``, which says why it cannot be."""
        found = self._tree.lookup(move.target)
        # Where only the case differs, what is found is the thing itself.
        if found.status is not Status.MISSING and found.actual != move.source:
            raise CannotRewriteError(f"{move.target} exists already.")
        moves = Moves((move,))
        texts = {*self._relocation.texts(moves)}
        anchors = changed_anchors(self._curriculum, {}, texts)
        edits = texts | {*self._relocation.links(moves, anchors)}
        return Fix(title, Safety.UNSAFE, with_labels(self._curriculum, edits), (move,))
