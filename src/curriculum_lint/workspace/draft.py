"""A curriculum as fixes make it, in memory: the disk is as it was until the plan is applied."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from ..edits.compose import apply_edits, edits_by_path
from ..edits.digest import digest
from ..edits.edit import Edit, Fix, Move, Write
from ..edits.line_ends import fit_line_ends
from ..edits.moves import Moves, is_within
from ..edits.not_written import NotWritten, Reason
from ..edits.plan import BOM, NewText, Plan
from ..edits.temporary import is_removal
from ..settings.settings import Settings
from ..text.conflicts import find_conflicts
from .entry import ROOT, EntryKind, on_disk
from .lookup import Status
from .moved_tree import MovedTree, Names
from .read import FileText, Unreadable
from .resolve import Stop
from .unreadable import stopped
from .workspace import Workspace


class Draft:
    """A `Workspace` over ``base``, with what is to become of it.

    ``texts`` holds new texts by the paths of the draft; ``tree`` is what will be there.
    ``refused`` says which names cannot be given.
    """

    def __init__(self, base: Workspace) -> None:
        self.base = base
        self._moves = Moves()
        #: What files hold now, by the paths that they have now.
        self._before: dict[str, FileText] = {}
        self._new: set[str] = set()
        self._is_wide = False
        self.tree = base.tree
        self.texts: dict[str, str] = {}
        self.refused: dict[NotWritten, None] = {}

    def copy(self) -> Draft:
        """One that goes on from here, and leaves this one as it is."""
        other = Draft(self.base)
        other._moves, other._is_wide, other.tree = self._moves, self._is_wide, self.tree
        other._before, other._new = dict(self._before), set(self._new)
        other.texts, other.refused = dict(self.texts), dict(self.refused)
        return other

    @property
    def settings(self) -> Settings:
        """The settings of the curriculum."""
        return self.base.settings

    def read(self, path: str) -> FileText | Unreadable:
        """The text of a document as it will be."""
        if path in self.texts:
            return self._new_text(path)
        if self._moves.old(path) is None:
            return stopped(Stop.MISSING)
        return self.base.read(self.tree.origin(path))

    def read_generated(self, path: str) -> FileText | None:
        """A file that the tool writes as a whole, as it will be."""
        if path in self.texts:
            return self._new_text(path)
        return self.base.read_generated(self.tree.origin(path))

    def _new_text(self, path: str) -> FileText:
        text, was = self.texts[path], self.before(path)
        bom = was is not None and was.bom
        return FileText(
            text, bom, digest((BOM if bom else b"") + text.encode("utf-8", "surrogatepass"))
        )

    def leaves_out(
        self, path: str, *, folder: bool, origin: Callable[[str], str] | None = None
    ) -> bool:
        """Whether something new called ``path`` would be ignored or excluded."""
        return self.base.leaves_out(path, folder=folder, origin=origin or self.tree.origin)

    def ignores(self, path: str) -> bool:
        """Whether git would ignore a file called ``path``."""
        return self.base.ignores(path)

    def possible(self, fixes: Iterable[Fix]) -> list[Fix]:
        """Those of ``fixes`` whose moves can be made; why others cannot is in ``refused``."""
        return [fix for fix in fixes if self._is_possible(fix)]

    def apply(self, fixes: Sequence[Fix]) -> bool:
        """Make ``fixes``, which do not overlap; false where a file can no longer be read."""
        if not all(self._edit(*each) for each in edits_by_path(fixes).items()):
            return False
        self._is_wide |= any(fix.is_wide for fix in fixes)
        moves = Moves(move for fix in fixes for move in fix.moves)
        if moves:
            self._move(moves)
        writes = [write for fix in fixes for write in fix.writes]
        if not all(map(self._write, writes)):
            return False
        if writes:
            self._rebuild()
        return True

    def _move(self, moves: Moves) -> None:
        """What is new and is removed again was never there."""
        known = self.base.tree.entries
        whole = self._moves.then(moves)
        self._moves = Moves(m for m in whole if m.source in known or not is_removal(m.target))
        texts = {moves.new(path): text for path, text in self.texts.items()}
        new = {moves.new(path) for path in self._new}
        self._new = {path for path in new if not is_removal(path)}
        self.texts = {p: text for p, text in texts.items() if p in self._new or p not in new}
        self._rebuild()

    def before(self, path: str) -> FileText | None:
        """The file at ``path`` of the draft, as it is on disk; ``None`` for a new one."""
        return None if path in self._new else self._before[self.tree.origin(path)]

    def plan(self) -> Plan:
        """Everything to do on disk."""
        return Plan(tuple(self._new_texts()), tuple(self._moves), self._is_wide)

    def _new_texts(self) -> Iterable[NewText]:
        for path, text in sorted(self.texts.items()):
            was = self.before(path)
            if was is None:
                yield NewText(path, text, False, None)
            elif text != was.text:
                yield NewText(self.tree.origin(path), text, was.bom, was.digest)

    def _edit(self, path: str, edits: tuple[Edit, ...]) -> bool:
        if path not in self.texts and not self._read(path):
            return False
        text = self.texts[path]
        self.texts[path] = apply_edits(text, fit_line_ends(text, edits))
        return True

    def _write(self, write: Write) -> bool:
        path = write.path
        if self.tree.lookup(path).status is Status.MISSING:
            self._new.add(path)
        elif path not in self.texts and not self._read(path, whole=True):
            return False
        self.texts[path] = write.text
        return True

    def _read(self, path: str, *, whole: bool = False) -> bool:
        origin = self.tree.origin(path)
        # What is replaced as a whole is no readme: it may be as large as it likes.
        read = self.base.read_generated(origin) if whole else self.base.read(origin)
        if not isinstance(read, FileText):
            return False
        self._before[origin] = read
        self.texts[path] = read.text
        return True

    def _rebuild(self) -> None:
        names = Names(self._moves.new, self._moves.old)
        sizes = {path: len(self.texts.get(path, "")) for path in self._new}
        self.tree = MovedTree(self.base.tree, names, sizes)

    def _is_possible(self, fix: Fix) -> bool:
        problems = [self._problem_of_move(fix, move) for move in fix.moves]
        problems += [self._problem_of_write(write) for write in fix.writes]
        problems += [self._problem_of_edits(*each) for each in edits_by_path([fix]).items()]
        self.refused |= {problem: None for problem in problems if problem}
        return not any(problems)

    def _problem_of_edits(self, path: str, edits: tuple[Edit, ...]) -> NotWritten | None:
        """A file with a merge conflict is left alone, unless every conflict is replaced."""
        read = self.read(path)
        conflicts = find_conflicts(read.text) if isinstance(read, FileText) else []
        if all(any(e.start <= s.start and s.end <= e.end for e in edits) for s in conflicts):
            return None
        return NotWritten(path, Reason.CONFLICT)

    def _problem_of_write(self, write: Write) -> NotWritten | None:
        found = self.tree.lookup(write.path)
        if found.status is Status.OUTSIDE:
            return NotWritten(write.path, Reason.OUTSIDE)
        if found.status is Status.WRONG_CASE:
            return NotWritten(write.path, Reason.EXISTS)
        if found.entry is not None and found.entry.kind is not EntryKind.FILE:
            return NotWritten(write.path, Reason.NOT_A_FILE)
        return None

    def _problem_of_move(self, fix: Fix, move: Move) -> NotWritten | None:
        held = self._held_in(move.source)
        if held or is_removal(move.target):
            return NotWritten(move.source, held) if held else None
        return self._problem_of_names(fix, move)

    def _problem_of_names(self, fix: Fix, move: Move) -> NotWritten | None:
        source, target = move
        entry = self.tree.entries.get(source)
        if source == ROOT or entry is None or entry.kind not in (EntryKind.FILE, EntryKind.FOLDER):
            return NotWritten(source, Reason.GONE)
        around = self.tree.entries.get(target.rpartition("/")[0] or ROOT)
        if around is not None and around.kind is not EntryKind.FOLDER:
            return NotWritten(target, Reason.LINKED)
        found = self.tree.lookup(target)
        if found.status is Status.OUTSIDE:
            return NotWritten(target, Reason.OUTSIDE)
        if found.status is not Status.MISSING and (found.actual or target) not in {
            each.source for each in fix.moves
        }:
            return NotWritten(target, Reason.TAKEN)
        if self.base.leaves_out(target, folder=entry.kind is EntryKind.FOLDER):
            return NotWritten(target, Reason.IGNORED)
        return self._problem_of_ignored(fix, move)

    def _held_in(self, source: str) -> Reason | None:
        """Why ``source`` cannot be moved for what is in it."""
        for reason, paths in (
            (Reason.FOREIGN, self.tree.foreign),
            (Reason.ABSENT, self.tree.absent),
        ):
            if any(is_within(path, source) for path in paths):
                return reason
        return None

    def _problem_of_ignored(self, fix: Fix, move: Move) -> NotWritten | None:
        """What git ignores may be secret: it must not come to light with the folder around it."""
        inside = [path for path in self.tree.ignored if path.startswith(f"{move.source}/")]
        moves = Moves(fix.moves)
        for path in sorted(inside):
            is_folder = os.path.isdir(on_disk(self.settings.root, self.tree.origin(path)))
            if not self.base.leaves_out(
                moves.new(path),
                folder=is_folder,
                origin=lambda path: self.tree.origin(moves.old(path) or path),
            ):
                return NotWritten(path, Reason.SHOWN)
        return None
