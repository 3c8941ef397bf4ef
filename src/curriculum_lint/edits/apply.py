"""A plan made true on disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from . import journal as journals
from .existing import read_expected, status_of
from .journal import Journal, Replacement
from .location import locate
from .lock import BusyError, exclusive
from .moves import Moves
from .new_file import RefusedError, create
from .not_written import NotWritten, Reason
from .plan import NewText, Plan
from .recover import recover
from .safe_path import has_plain_way, is_plain
from .temporary import is_temporary
from .transaction import carry_out
from .write import BOM, write_text

_BUSY = "another run is changing files in this repository; try again when it is done"


def apply_plan(root: str, plan: Plan) -> list[NotWritten]:
    """Make ``plan`` true below ``root``; what could not be changed is as it was.

    Texts alone are written one by one. With moves or new folders it is all or nothing, also when
    the run is killed: then `recover` ends what was begun.
    """
    if not is_whole(root, plan):
        return [problem for each in plan.texts if (problem := _write(root, each)) is not None]
    try:
        with exclusive(root):
            if any(each.is_open for each in recover(root)):
                return [NotWritten(".", Reason.NOT_DONE, "an earlier run has not been ended yet")]
            return _Application(root, plan).run()
    except BusyError:
        return [NotWritten(".", Reason.NOT_DONE, _BUSY)]


def is_whole(root: str, plan: Plan) -> bool:
    """Whether all of the plan is made true or nothing of it."""
    return bool(plan.moves) or any(_needs_folder(root, each) for each in plan.texts)


def _write(root: str, new: NewText) -> NotWritten | None:
    return write_text(root, new.path, new.text, bom=new.bom, expected_digest=new.expected_digest)


def _needs_folder(root: str, new: NewText) -> bool:
    folder = os.path.dirname(os.path.join(root, *new.path.split("/")))
    return new.expected_digest is None and not os.path.lexists(folder)


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class _Application:
    """All checks, then the journal, then the changes."""

    def __init__(self, root: str, plan: Plan) -> None:
        self.root, self.plan = root, plan
        self.moves = Moves(plan.moves)

    def run(self) -> list[NotWritten]:
        try:
            problems = [*self._wrong_moves(), *self._wrong_texts()]
            return problems or self._carry_out()
        except RefusedError as refused:
            return [NotWritten(refused.path or ".", refused.reason)]
        except OSError as error:
            path = os.path.relpath(error.filename or self.root, self.root)
            path = "." if is_temporary(path.split(os.sep)[0]) else path
            return [NotWritten(path, Reason.NOT_DONE, error.strerror or type(error).__name__)]

    def _wrong_moves(self) -> Iterator[NotWritten]:
        device = os.stat(self.root).st_dev
        sources = {self._inode(move.source) for move in self.plan.moves}
        for source, target in self.plan.moves:
            reason = self._wrong_source(source, device) or self._wrong_target(target, sources)
            if reason is not None:
                yield NotWritten(target if reason in _OF_TARGETS else source, reason)

    def _wrong_source(self, path: str, device: int) -> Reason | None:
        if not is_plain(path):
            return Reason.OUTSIDE
        state = status_of(self._place(path))
        if state is None:
            return Reason.GONE
        if stat.S_ISLNK(state.st_mode) or not has_plain_way(self.root, path):
            return Reason.LINKED
        if state.st_dev != device:
            return Reason.OTHER_DEVICE
        return None if self._is_free(path, state) else Reason.HELD

    def _is_free(self, path: str, state: os.stat_result) -> bool:
        """Whether the system lets us take it out of its folder: a folder must be writable too."""
        place = self._place(path)
        around = os.access(os.path.dirname(place), os.W_OK | os.X_OK)
        return around and (not stat.S_ISDIR(state.st_mode) or os.access(place, os.W_OK))

    def _wrong_target(self, path: str, sources: set[tuple[int, int] | None]) -> Reason | None:
        if not is_plain(path):
            return Reason.OUTSIDE
        if not has_plain_way(self.root, path):
            return Reason.LINKED
        # On a disk that ignores case, `README.md` is there where `readme.md` is.
        found = self._inode(path)
        return None if found is None or found in sources else Reason.TAKEN

    def _wrong_texts(self) -> Iterator[NotWritten]:
        for each in self.plan.texts:
            if each.expected_digest is not None:
                place = locate(self.root, each.path)
                if isinstance(place, NotWritten):
                    yield place
                    continue
                try:
                    read_expected(place, each.expected_digest)
                except RefusedError as refused:
                    yield NotWritten(each.path, refused.reason)
            elif not is_plain(each.path):
                yield NotWritten(each.path, Reason.OUTSIDE)
            if not _is_text(each.text):
                yield NotWritten(each.path, Reason.NOT_TEXT)

    def _carry_out(self) -> list[NotWritten]:
        folder = journals.new_folder(self.root)
        try:
            journal = self._journal(folder)
            for index, each in enumerate(self.plan.texts):
                self._stage(journal, index, each)
        except BaseException:
            journals.end(folder)
            raise
        carry_out(journal)
        return []

    def _journal(self, folder: str) -> Journal:
        files = tuple(
            Replacement(self._final(each), each.expected_digest) for each in self.plan.texts
        )
        paths = [*(move.target for move in self.plan.moves), *(each.path for each in files)]
        makes = sorted({made for path in paths for made in self._missing_folders(path)})
        root = os.path.realpath(self.root)
        return Journal(root, folder, tuple(self.plan.moves), tuple(makes), files)

    def _final(self, new: NewText) -> str:
        """The path that the file will have: a symbolic link stays one, its target is written."""
        if new.expected_digest is None:
            return new.path
        real = os.path.relpath(os.path.realpath(self._place(new.path)), os.path.realpath(self.root))
        return self.moves.new(real.replace(os.sep, "/"))

    def _missing_folders(self, path: str) -> Iterator[str]:
        """Folders around ``path`` that neither exist nor come with a move."""
        parts = path.split("/")[:-1]
        for count in range(1, len(parts) + 1):
            folder = "/".join(parts[:count])
            before = self.moves.old(folder)
            if before is None or status_of(self._place(before)) is None:
                yield folder

    def _stage(self, journal: Journal, index: int, new: NewText) -> None:
        data = BOM * new.bom + new.text.encode()
        before = None
        if new.expected_digest is not None:
            before, old = read_expected(
                os.path.realpath(self._place(new.path)), new.expected_digest
            )
            create(journal.old(index), old, before)
        create(journal.new(index), data, before)

    def _place(self, path: str) -> str:
        return os.path.join(self.root, *path.split("/"))

    def _inode(self, path: str) -> tuple[int, int] | None:
        state = status_of(self._place(path))
        return None if state is None else (state.st_dev, state.st_ino)


_OF_TARGETS = frozenset({Reason.TAKEN})
