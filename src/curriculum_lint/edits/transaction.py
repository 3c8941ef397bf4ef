"""All of a journal or nothing of it, whatever happens in the middle; or each file for itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress

from . import journal as journals
from .exchange import end_exchange, rename_new
from .install import digest_at, install, put_back
from .journal import BACK, TAKEN, Journal
from .new_file import sync_folder
from .not_written import NotWritten, Reason, RefusedError, UnfinishedError, reason_of
from .safe_path import find_obstacle
from .temporary import is_removal


def carry_out(journal: Journal) -> list[NotWritten]:
    """Do what the journal says, or undo it if that fails; the error is raised again.

    What it could not do of a journal that is not whole is the result. Raises `RefusedError`,
    ``OSError`` and `UnfinishedError`.
    """
    try:
        journals.begin(journal)
        refused = _go_forward(journal) if journal.whole else list(_replace_each(journal))
    except UnfinishedError:
        raise
    except BaseException:
        _undo(journal)
        raise
    # All is done: what cannot be tidied up now is left to the next run.
    with suppress(OSError):
        _discard(journal)
        journals.end(journal.folder)
    return refused


def resume(journal: Journal) -> bool:
    """Bring a journal of a killed run to its end; whether that is the new state.

    Raises `UnfinishedError`, and leaves it for another try.
    """
    for index in range(len(journal.files)):
        end_exchange(journal.staged(index))
    is_new = journal.whole and not journal.has(BACK)
    if is_new:
        try:
            _go_forward(journal)
        except (RefusedError, OSError):
            is_new = False
    if is_new:
        _discard(journal)
        journals.end(journal.folder)
    else:
        _undo(journal)
    return is_new


def _discard(journal: Journal) -> None:
    """Take away what is removed, now that all the rest is done."""
    for _, target in journal.moves:
        if is_removal(target):
            shutil.rmtree(journal.place(target.partition("/")[0]), ignore_errors=True)


def _undo(journal: Journal) -> None:
    try:
        _go_back(journal) if journal.whole else _put_back_each(journal)
        journals.end(journal.folder)
    except RefusedError as refused:
        raise UnfinishedError(f"{refused.path} {_IN_THE_WAY[refused.reason]}") from None
    except OSError as error:
        raise UnfinishedError(reason_of(error)) from None


def _go_forward(journal: Journal) -> list[NotWritten]:
    """Everything gives up its old name before anything gets a new one."""
    if not journal.has(TAKEN):
        for at in reversed(_sources(journal)):
            _rename(journal, journal.moves[at].source, journal.moved(at))
        journal.set(TAKEN)
    for path, index in _placements(journal):
        if index is None:
            _make(journal, path)
        else:
            _name(journal, journal.moved(index), path)
    for number in range(len(journal.files)):
        _replace(journal, number)
    _sync(journal)
    return []


def _go_back(journal: Journal) -> None:
    """Undo what has been done, in the opposite order."""
    # Without the mark, a kill in the middle of this makes the next run go forward: that is as good.
    with suppress(OSError):
        journal.set(BACK)
    if journal.has(TAKEN):
        for number in range(len(journal.files)):
            _restore(journal, number)
        for path, index in reversed(_placements(journal)):
            if index is None:
                _unmake(journal, path)
            else:
                _rename(journal, path, journal.moved(index))
        journal.unset(TAKEN)
    for at in _sources(journal):
        _name(journal, journal.moved(at), journal.moves[at].source)
    _sync(journal)


def _replace_each(journal: Journal) -> Iterable[NotWritten]:
    """Replace every file for itself; what could not be, and why."""
    for index, each in enumerate(journal.files):
        try:
            _replace(journal, index)
        except RefusedError as refused:
            yield NotWritten(each.path, refused.reason)
        except OSError as error:
            _put_back_each(journal)
            yield NotWritten(each.path, Reason.FAILED, reason_of(error))
    _sync(journal)


def _put_back_each(journal: Journal) -> None:
    """Put back what came out of a place in the moment of a kill, and was not looked at."""
    for index, each in enumerate(journal.files):
        if digest_at(journal.staged(index)) not in (None, each.old, each.new):
            _restore(journal, index)


def _sources(journal: Journal) -> list[int]:
    """The moves, a folder before what is in it."""
    indexes = range(len(journal.moves))
    return sorted(indexes, key=lambda index: journal.moves[index].source.count("/"))


def _placements(journal: Journal) -> list[tuple[str, int | None]]:
    """Every folder to make and every move by its target, a folder before what is in it."""
    found: list[tuple[str, int | None]] = [(folder, None) for folder in journal.makes]
    found += [(move.target, index) for index, move in enumerate(journal.moves)]
    return sorted(found, key=lambda each: each[0].count("/"))


def _rename(journal: Journal, path: str, moved: str) -> None:
    """Take the name ``path`` from what has it, unless that is done."""
    if not os.path.lexists(moved):
        _check_way(journal, path)
        try:
            os.rename(journal.place(path), moved)
        except FileNotFoundError:
            raise RefusedError(Reason.GONE, path) from None


def _name(journal: Journal, moved: str, path: str) -> None:
    """Give the name ``path`` to what was taken, unless that is done."""
    if os.path.lexists(moved):
        _check_way(journal, path)
        try:
            rename_new(moved, journal.place(path))
        except FileExistsError:
            raise RefusedError(Reason.TAKEN, path) from None


def _make(journal: Journal, folder: str) -> None:
    _check_way(journal, f"{folder}/new")
    with suppress(FileExistsError):
        os.mkdir(journal.place(folder))


def _unmake(journal: Journal, folder: str) -> None:
    # A folder that somebody has put something into meanwhile stays.
    with suppress(OSError):
        os.rmdir(journal.place(folder))


def _replace(journal: Journal, index: int) -> None:
    """Put a new text in its place, unless that is done or the old one has been changed."""
    path, old, new = journal.files[index]
    staged = journal.staged(index)
    found = digest_at(staged)
    if found == old:
        return
    if found != new:
        raise RefusedError(Reason.CHANGED, path)
    _check_way(journal, path)
    try:
        install(staged, journal.place(path), old, new)
    except RefusedError as refused:
        raise RefusedError(refused.reason, path) from None


def _restore(journal: Journal, index: int) -> None:
    """Give a file its old text back; what another program has saved there meanwhile stays."""
    path, old, new = journal.files[index]
    staged, place = journal.staged(index), journal.place(path)
    found = digest_at(staged)
    if found == new or (found is None and old is not None):
        return None
    _check_way(journal, path)
    if old is None:
        return _take_out(staged, place, new)
    if found != old and digest_at(place) != new:
        # Two texts of somebody else: which of them is to stay, nobody but a person can say.
        raise RefusedError(Reason.CHANGED, path)
    return put_back(staged, place, new)


def _take_out(staged: str, place: str, new: str) -> None:
    """Remove a new file, unless another program has written to it."""
    with suppress(FileNotFoundError):
        rename_new(place, staged)
        if digest_at(staged) != new:
            with suppress(FileExistsError):
                rename_new(staged, place)


def _check_way(journal: Journal, path: str) -> None:
    obstacle = find_obstacle(journal.root, path)
    if obstacle is not None:
        raise RefusedError(obstacle, path)


def _sync(journal: Journal) -> None:
    paths = [path for move in journal.moves for path in move]
    paths += [each.path for each in journal.files]
    for folder in _parents(journal, paths):
        sync_folder(folder)


def _parents(journal: Journal, paths: Iterable[str]) -> list[str]:
    return sorted({os.path.dirname(journal.place(path)) for path in paths})


_IN_THE_WAY = {
    Reason.GONE: "is not there any more",
    Reason.TAKEN: "exists already, so nothing else can have this name",
    Reason.CHANGED: "has been changed since",
    Reason.LINKED: "lies behind a symbolic link",
    Reason.OTHER_REPOSITORY: "is in another git repository now",
}
