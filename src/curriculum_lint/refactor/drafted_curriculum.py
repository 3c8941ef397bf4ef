"""A curriculum that is changed in memory, step by step, with its translations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..check.document_reader import Former
from ..check.pages_in_memory import PagesInMemory
from ..check.run import read_checked
from ..edits.compose import select_fixes
from ..edits.edit import Fix, Move, Safety
from ..edits.moves import Moves
from ..edits.temporary import removal_of
from ..links.link_memory import LinkMemory
from ..model.curriculum import Curriculum
from ..model.skeleton import is_left
from ..readme_schema.schemas import load_schemas
from ..workspace.draft import Draft
from ..workspace.workspace import Workspace
from .headings.new_headings import CannotRewriteError
from .menus.order_said import refuse_unsaid
from .units.editions import Edition, Holds, everywhere, find_editions, read_edition
from .units.refusal import Refusal

#: What is to be done next, in the curriculum that the steps before it have left.
Step = Callable[[Curriculum], Iterable[Fix]]

_MOST_EDITIONS = 80
_NOT_CERTAIN = "Something is written in a way that cannot be rewritten for certain."


class DraftedCurriculum:
    """A curriculum and what steps have made of it so far; ``before`` is what it was.

    It goes on from an ``earlier`` one where that is given, and leaves it as it is. ``known`` are
    pages that were read without a check.
    """

    def __init__(
        self,
        workspace: Workspace,
        known: PagesInMemory | None = None,
        earlier: DraftedCurriculum | None = None,
    ) -> None:
        self._known, self._links = known or PagesInMemory(), LinkMemory()
        self._done: list[Fix] = []
        #: The modules in an order that lists are still to say.
        self._wanted: tuple[str, ...] | None = None
        self._base, self._draft = workspace, Draft(workspace)
        self._earlier = Moves()
        if earlier is not None:
            self._known, self._links = earlier._known, earlier._links
            self._base, self._draft = earlier._draft, earlier._draft.copy()
            self._earlier = Moves(self._draft.plan().moves)
        self.before: Curriculum = earlier.curriculum if earlier else self._read()
        self.curriculum: Curriculum = self.before
        found = find_editions(self.before)
        #: More translations than that are left to be told: each is read and compared by itself.
        self.editions = found if len(found) <= _MOST_EDITIONS else []
        self._seen: dict[str, tuple[int, Curriculum]] = {}
        self._before = [(each, self.seen(each)) for each in self.editions]
        self._removed: set[str] = set()
        #: What only said that a unit has gone, and is taken away.
        self._cleared: set[str] = set()

    @property
    def is_begun(self) -> bool:
        """Whether any step has changed anything."""
        return bool(self._done) or self._wanted is not None

    def put_in_order(self, modules: Sequence[str] | None) -> None:
        """Read the curriculum as if lists had its modules in that order; ``None``: as they have."""
        self._wanted = None if modules is None else tuple(modules)
        self._seen.clear()
        self.curriculum = self._read()

    def is_as_ever(self) -> bool:
        """Whether nothing is left to write of this one and those before it."""
        plan = self._draft.plan()
        return not plan.moves and not plan.texts

    def prove_order(self) -> None:
        """Read the order of the modules from the lists again. Raises `Refusal` for another one."""
        wanted = self._wanted
        if wanted is not None:
            self.put_in_order(None)
            refuse_unsaid(self.curriculum, self._draft, wanted)

    @property
    def moves(self) -> Moves:
        """Where things have gone so far."""
        return Moves(self._draft.plan().moves).since(self._earlier)

    def refuse_left_out(self, path: str) -> None:
        """Raise `Refusal` where a new file of this name would be no part of the curriculum."""
        if self._draft.leaves_out(path, folder=False):
            raise Refusal(f"{path} would be ignored by git, or is excluded by the configuration.")

    def do(self, step: Step) -> Moves:
        """Make the fixes of one step; of those that overlap, the first. Raises `Refusal`.

        What is moved by it is given back.
        """
        try:
            fixes = list(step(self.curriculum))
        except CannotRewriteError as error:
            raise Refusal(str(error) or _NOT_CERTAIN) from None
        return self.make(fixes)

    def make(self, fixes: Iterable[Fix]) -> Moves:
        """The same for fixes that are known already."""
        fixes = select_fixes(fixes).chosen
        if not fixes:
            return Moves()
        gone = self._clear(move.target for fix in fixes for move in fix.moves)
        fixes = [_without_edits_in(fix, gone) for fix in fixes] if gone else fixes
        if len(self._draft.possible(fixes)) < len(fixes):
            raise Refusal(next(iter(self._draft.refused)).message)
        if not self._draft.apply(fixes):
            raise Refusal("A file can no longer be read: run the command again.")
        self._done += fixes
        moves = Moves(move for fix in fixes for move in fix.moves)
        if moves or self._wanted is not None:
            # What is renamed is not what a list names until that is written anew.
            wanted = self.curriculum.skeleton.order if self._wanted is None else self._wanted
            self._wanted = tuple(map(moves.new, wanted)) or None
        self.curriculum = self._read(moves)
        return moves

    def begin_here(self) -> None:
        """Compare what comes with the curriculum as it is now, not with what was before that."""
        self.before = self.curriculum
        self._before = [(each, self.seen(each)) for each in self.editions]

    def seen(self, edition: Edition | None) -> Curriculum:
        """The curriculum as it is now, or a translation of it."""
        if edition is None:
            return self.curriculum
        version, known = self._seen.get(edition.key, (-1, self.curriculum))
        if version != len(self._done):
            known = read_edition(self.curriculum, edition, self._draft)
            self._seen[edition.key] = (len(self._done), known)
        return known

    def holds(self, edition: Edition | None) -> Holds:
        """Which pages belong to the curriculum, or to a translation of it."""
        if edition is not None:
            return edition.holds
        others = self.editions
        return (lambda path: not any(each.holds(path) for each in others)) if others else everywhere

    def beside(self) -> list[Edition | None]:
        """The curriculum, and its translations in the very same folders."""
        return [None, *(each for each in self.editions if each.is_beside)]

    def apart(self) -> list[Edition]:
        """The translations in folders of their own."""
        return [each for each in self.editions if not each.is_beside]

    def _clear(self, targets: Iterable[str]) -> list[str]:
        """Take away what only says that a unit has gone, where a unit comes: what that was."""
        tree, found = self._draft.tree, []
        for path in targets:
            entry = tree.entries.get(path)
            if entry is not None and is_left(tree, entry, self._draft.read):
                self._removed.add(tree.origin(path))
                self._cleared.add(tree.origin(path))
                found.append(Move(path, removal_of(path)))
        if found:
            self._draft.apply([Fix("Take it away", Safety.UNSAFE, moves=tuple(found))])
        return [move.source for move in found]

    def _read(self, moves: Moves | None = None) -> Curriculum:
        """The curriculum as it is now; ``moves`` have led here from what is known of it."""
        former = None if moves is None else self._former(moves)
        read, _ = read_checked(self._draft, (), self._known, self._links, former=former)
        wanted = self._wanted
        skeleton = read.skeleton if wanted is None else read.skeleton.in_order(wanted)
        return replace(read, skeleton=skeleton, schemas=load_schemas(self._draft.settings))

    def _former(self, moves: Moves) -> Former:
        pages = self.curriculum.pages
        return lambda path: pages.get(moves.old(path) or "")


def _without_edits_in(fix: Fix, folders: Iterable[str]) -> Fix:
    gone = tuple(folders)
    inside = {each for each in fix.edits if each.path.startswith(tuple(f"{f}/" for f in gone))}
    return fix._replace(edits=tuple(e for e in fix.edits if e not in inside and e.path not in gone))
