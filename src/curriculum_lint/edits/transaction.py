"""All of a plan or nothing of it, whatever happens in the middle."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from . import journal as journals
from .digest import digest
from .existing import status_of
from .journal import Journal
from .new_file import BINARY, NO_FOLLOW, RefusedError, sync_folder
from .not_written import Reason
from .safe_path import has_plain_way

_TAKEN, _BACK = "taken", "back"


def carry_out(journal: Journal) -> None:
    """Do what the journal says, or undo it if that fails; the error is raised again.

    Raises `RefusedError` and ``OSError``.
    """
    try:
        journals.begin(journal)
        _go_forward(journal)
    except BaseException:
        roll_back(journal)
        raise
    # All is done: what cannot be tidied up now is left to the next run.
    with suppress(OSError):
        journals.end(journal.folder)


def resume(journal: Journal) -> bool:
    """Bring a journal of a killed run to its end; whether that is the new state.

    Raises `RefusedError` and ``OSError``, and then leaves it for another try.
    """
    if journal.has(_BACK):
        roll_back(journal)
        return False
    roll_forward(journal)
    return True


def roll_forward(journal: Journal) -> None:
    """Do what is still to be done, and forget the journal."""
    _go_forward(journal)
    journals.end(journal.folder)


def _go_forward(journal: Journal) -> None:
    """Everything gives up its old name before anything gets a new one."""
    if not journal.has(_TAKEN):
        for at in reversed(_sources(journal)):
            _rename(journal, journal.moves[at].source, journal.moved(at))
        journal.set(_TAKEN)
    for path, index in _placements(journal):
        if index is None:
            _make(journal, path)
        else:
            _name(journal, journal.moved(index), path)
    for number in range(len(journal.files)):
        _replace(journal, number)
    _sync(journal)


def roll_back(journal: Journal) -> None:
    """Undo what has been done, in the opposite order."""
    journal.set(_BACK)
    if journal.has(_TAKEN):
        for number in range(len(journal.files)):
            _restore(journal, number)
        for path, index in reversed(_placements(journal)):
            if index is None:
                _unmake(journal, path)
            else:
                _rename(journal, path, journal.moved(index))
        journal.unset(_TAKEN)
    for at in _sources(journal):
        _name(journal, journal.moved(at), journal.moves[at].source)
    _sync(journal)
    journals.end(journal.folder)


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
        if not os.path.lexists(journal.place(path)):
            raise RefusedError(Reason.GONE, path)
        os.rename(journal.place(path), moved)


def _name(journal: Journal, moved: str, path: str) -> None:
    """Give the name ``path`` to what was taken, unless that is done."""
    if os.path.lexists(moved):
        _check_way(journal, path)
        if os.path.lexists(journal.place(path)):
            raise RefusedError(Reason.TAKEN, path)
        os.rename(moved, journal.place(path))


def _make(journal: Journal, folder: str) -> None:
    _check_way(journal, f"{folder}/")
    with suppress(FileExistsError):
        os.mkdir(journal.place(folder))


def _unmake(journal: Journal, folder: str) -> None:
    # A folder that somebody has put something into meanwhile stays.
    with suppress(OSError):
        os.rmdir(journal.place(folder))


def _replace(journal: Journal, index: int) -> None:
    """Put a new text in its place, unless that is done or the old one has been changed."""
    path, expected = journal.files[index]
    place, new = journal.place(path), journal.new(index)
    if not os.path.lexists(new):
        return
    _check_way(journal, path)
    if _digest(place) != expected:
        raise RefusedError(Reason.CHANGED if expected else Reason.EXISTS, path)
    os.replace(new, place)


def _restore(journal: Journal, index: int) -> None:
    path, expected = journal.files[index]
    place, new, old = journal.place(path), journal.new(index), journal.old(index)
    if os.path.lexists(new):
        return
    _check_way(journal, path)
    if expected is None:
        with suppress(FileNotFoundError):
            os.rename(place, new)
    elif os.path.lexists(old):
        os.replace(old, place)


def _digest(place: str) -> str | None:
    state = status_of(place)
    if state is None or not stat.S_ISREG(state.st_mode):
        return None if state is None else ""
    with open(os.open(place, os.O_RDONLY | BINARY | NO_FOLLOW), "rb") as file:
        return digest(file.read())


def _check_way(journal: Journal, path: str) -> None:
    if not has_plain_way(journal.root, path):
        raise RefusedError(Reason.LINKED, path)


def _sync(journal: Journal) -> None:
    paths = [path for move in journal.moves for path in move]
    paths += [each.path for each in journal.files]
    for folder in _parents(journal, paths):
        sync_folder(folder)


def _parents(journal: Journal, paths: Iterable[str]) -> list[str]:
    return sorted({os.path.dirname(journal.place(path)) for path in paths})
