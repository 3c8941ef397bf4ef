"""A plan made true on disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence

from . import journal as journals
from .digest import digest
from .install import digest_at
from .journal import Journal, Replacement
from .lock import BusyError, exclusive
from .moves import Moves, folders_around
from .new_file import create
from .not_written import NotWritten, Reason, RefusedError, UnfinishedError, reason_of
from .plan import NewText, Plan
from .recover import recover
from .safe_path import find_obstacle
from .temporary import is_temporary
from .transaction import carry_out

_BUSY = "another run is changing files in this repository; try again when it is done"
_OPEN = "an earlier run has not been ended yet"


def apply_plan(root: str, plan: Plan) -> list[NotWritten]:
    """Make ``plan`` true below ``root``; what could not be changed is as it was.

    Every file is replaced at once, and only if it still holds the bytes that its new text was made
    for. A plan that is whole is all or nothing, also when the run is killed: then `recover` ends
    what was begun. One run at a time changes a repository.
    """
    try:
        with exclusive(root):
            return _end_interrupted(root) or _Application(root, plan).run()
    except BusyError:
        return [NotWritten(".", Reason.NOT_DONE, _BUSY)]
    except UnfinishedError as error:
        return [NotWritten(".", Reason.UNFINISHED, str(error))]
    except RefusedError as refused:
        return [NotWritten(refused.path, refused.reason)]
    except OSError as error:
        return [NotWritten(_path_of(error, root), Reason.NOT_DONE, reason_of(error))]


def _end_interrupted(root: str) -> list[NotWritten]:
    """End what killed runs began: the plan was made for what was there before."""
    ended = recover(root)
    if any(each.is_open for each in ended):
        return [NotWritten(".", Reason.NOT_DONE, _OPEN)]
    return [NotWritten(".", Reason.OUTDATED, each.message) for each in ended]


def _path_of(error: OSError, root: str) -> str:
    """The path that the system complains about, if it is one of the repository."""
    path = os.path.relpath(os.fsdecode(error.filename or root), os.path.realpath(root))
    top = path.split(os.sep)[0]
    return "." if top == ".." or is_temporary(top) else path.replace(os.sep, "/")


def is_whole(root: str, plan: Plan) -> bool:
    """Whether all of the plan is made true or nothing of it: new folders are never half there."""
    return plan.is_whole or any(_needs_folder(root, each) for each in plan.texts)


def _needs_folder(root: str, new: NewText) -> bool:
    folder = os.path.dirname(os.path.join(root, *new.path.split("/")))
    return new.expected_digest is None and not os.path.lexists(folder)


class _Application:
    """All checks, then the journal, then the changes."""

    def __init__(self, root: str, plan: Plan) -> None:
        self.root, self.plan = os.path.realpath(root), plan
        self.moves = Moves(plan.moves)
        self.whole = is_whole(root, plan)
        self.device = os.stat(root).st_dev

    def run(self) -> list[NotWritten]:
        wrong = dict(self._wrong_texts())
        texts = [each for each in self.plan.texts if each not in wrong]
        problems = [*self._wrong_moves(), *wrong.values()]
        if self._is_over(texts, problems):
            return problems
        folder = journals.new_folder(self.root)
        try:
            files, changed = self._stage(folder, texts)
            problems += changed
            if self._is_over(files, problems):
                journals.end(folder)
                return problems
            journal = self._journal(folder, files)
        except BaseException:
            journals.end(folder)
            raise
        return problems + carry_out(journal)

    def _is_over(self, left: Sequence[object], problems: list[NotWritten]) -> bool:
        """Whether there is nothing to do, or not all of what can only be done together."""
        return bool(problems and self.whole) or not (left or self.plan.moves)

    def _wrong_moves(self) -> Iterator[NotWritten]:
        sources = {self._inode(move.source) for move in self.plan.moves}
        for source, target in self.plan.moves:
            if (reason := self._wrong_source(source)) is not None:
                yield NotWritten(source, reason)
            elif (reason := self._wrong_target(target, sources)) is not None:
                yield NotWritten(target, reason)

    def _wrong_source(self, path: str) -> Reason | None:
        obstacle = find_obstacle(self.root, path)
        if obstacle is not None:
            return obstacle
        state = self._state(path)
        if state is None:
            return Reason.GONE
        if stat.S_ISLNK(state.st_mode):
            return Reason.LINKED
        if os.path.lexists(os.path.join(self._place(path), ".git")):
            return Reason.OTHER_REPOSITORY
        if state.st_dev != self.device:
            return Reason.OTHER_DEVICE
        return None if self._is_free(path, state) else Reason.HELD

    def _is_free(self, path: str, state: os.stat_result) -> bool:
        """Whether the system lets us take it out of its folder: a folder must be writable too."""
        place = self._place(path)
        around = os.access(os.path.dirname(place), os.W_OK | os.X_OK)
        return around and (not stat.S_ISDIR(state.st_mode) or os.access(place, os.W_OK))

    def _wrong_target(self, path: str, sources: set[tuple[int, int] | None]) -> Reason | None:
        obstacle = find_obstacle(self.root, path)
        if obstacle is not None:
            return obstacle
        # On a disk that ignores case, `README.md` is there where `readme.md` is.
        found = self._inode(path)
        return None if found is None or found in sources else Reason.TAKEN

    def _wrong_texts(self) -> Iterator[tuple[NewText, NotWritten]]:
        for each in self.plan.texts:
            reason = find_obstacle(self.root, each.path) or self._wrong_file(each)
            if reason is not None:
                yield each, NotWritten(each.path, reason)

    def _wrong_file(self, new: NewText) -> Reason | None:
        if not _is_text(new.text):
            return Reason.NOT_TEXT
        if new.expected_digest is not None:
            reason = self._wrong_before(self._state(new.path), self._place(new.path))
            if reason is not None:
                return reason
        folder = os.path.dirname(self._place(new.path))
        is_held = os.path.isdir(folder) and not os.access(folder, os.W_OK | os.X_OK)
        return Reason.READ_ONLY_FOLDER if is_held else None

    def _wrong_before(self, state: os.stat_result | None, place: str) -> Reason | None:
        """Why the file that is there cannot be replaced."""
        if state is None:
            return Reason.CHANGED
        if stat.S_ISLNK(state.st_mode):
            return Reason.LINKED
        if not stat.S_ISREG(state.st_mode):
            return Reason.NOT_A_FILE
        if state.st_dev != self.device:
            return Reason.OTHER_DEVICE
        # The mode is asked too: for an administrator every file is writable, but not meant to be.
        if state.st_mode & 0o222 and os.access(place, os.W_OK):
            return None
        return Reason.READ_ONLY if os.path.lexists(place) else Reason.CHANGED

    def _stage(
        self, folder: str, texts: Sequence[NewText]
    ) -> tuple[list[Replacement], list[NotWritten]]:
        """Write every new text into the journal; what is no longer as it was read is left out."""
        files: list[Replacement] = []
        changed: list[NotWritten] = []
        for each in texts:
            old, place = each.expected_digest, self._place(each.path)
            if old is not None and digest_at(place) != old:
                changed.append(NotWritten(each.path, Reason.CHANGED))
            elif (new := digest(each.data)) != old:
                before = None if old is None else os.lstat(place)
                create(journals.staged(folder, len(files)), (each.data,), before)
                files.append(Replacement(self._final(each), old, new))
        return files, changed

    def _final(self, new: NewText) -> str:
        """The path that the file will have."""
        return new.path if new.expected_digest is None else self.moves.new(new.path)

    def _journal(self, folder: str, files: Sequence[Replacement]) -> Journal:
        paths = [*(move.target for move in self.plan.moves), *(each.path for each in files)]
        makes = sorted({made for path in paths for made in self._missing_folders(path)})
        moves = tuple(self.plan.moves)
        return Journal(self.root, folder, self.whole, moves, tuple(makes), tuple(files))

    def _missing_folders(self, path: str) -> Iterator[str]:
        """Folders around ``path`` that neither exist nor come with a move."""
        for folder in folders_around(path):
            before = self.moves.old(folder)
            if before is None or self._state(before) is None:
                yield folder

    def _place(self, path: str) -> str:
        return os.path.join(self.root, *path.split("/"))

    def _state(self, path: str) -> os.stat_result | None:
        """What is there, a link not followed; ``None`` for nothing."""
        try:
            return os.lstat(self._place(path))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _inode(self, path: str) -> tuple[int, int] | None:
        state = self._state(path)
        return None if state is None else (state.st_dev, state.st_ino)


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
