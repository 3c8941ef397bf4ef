"""The write-ahead journal: what a run is about to do, written down before it does any of it.

The journal is a folder in the root. It holds the new texts, or the old ones as soon as they have
changed places, and while things are renamed, the things themselves: so every step can be told from
the next one, and taken back. A folder without the file ``journal.json`` is one that was not begun
or is finished.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from .edit import Move
from .new_file import create, open_regular, sync_folder
from .safe_path import is_plain
from .temporary import is_temporary, temporary_name

#: Set when everything that is renamed has given up its old name; and when all is to be undone.
TAKEN, BACK = "taken", "back"

_NAME = "repair"
_VERSION = 2
_FILE = "journal.json"
_SEAL = "seal"
_MOST_BYTES = 16 * 1024 * 1024


class UnknownJournalError(Exception):
    """A folder that is called like a journal, but was not written here."""


class OtherVersionError(Exception):
    """A journal that another version of this program wrote here."""


class Replacement(NamedTuple):
    """A file that gets a new text, by its final path.

    ``old`` and ``new`` are digests; ``old`` is ``None`` for a new file.
    """

    path: str
    old: str | None
    new: str


class Journal(NamedTuple):
    """``moves`` as the disk has them, ``makes`` the folders to make, ``files`` by final paths.

    One that is not ``whole`` replaces each file for itself.
    """

    root: str
    folder: str
    whole: bool
    moves: tuple[Move, ...]
    makes: tuple[str, ...]
    files: tuple[Replacement, ...]

    def place(self, path: str) -> str:
        """Where ``path`` is on disk."""
        return os.path.join(self.root, *path.split("/"))

    def moved(self, index: int) -> str:
        """Where the thing of one move is while it has neither name."""
        return os.path.join(self.folder, f"moved-{index}")

    def staged(self, index: int) -> str:
        """Where the new text of one file is until it is in place, and then the old one."""
        return staged(self.folder, index)

    def has(self, mark: str) -> bool:
        """Whether ``mark`` has been set."""
        return os.path.lexists(os.path.join(self.folder, mark))

    def set(self, mark: str) -> None:
        """Set ``mark``, for every run to come."""
        self._rename(_unset(mark), mark)

    def unset(self, mark: str) -> None:
        """Take ``mark`` away."""
        self._rename(mark, _unset(mark))

    def _rename(self, before: str, after: str) -> None:
        """A file that is there needs no room on the disk to be called otherwise."""
        with suppress(FileNotFoundError):
            os.rename(os.path.join(self.folder, before), os.path.join(self.folder, after))
        sync_folder(self.folder)


def staged(folder: str, index: int) -> str:
    """Where a journal in ``folder`` keeps a file."""
    return os.path.join(folder, f"file-{index}")


def new_folder(root: str) -> str:
    """Make a folder for a journal, with everything that is needed to undo what it will say."""
    folder = os.path.join(root, temporary_name(_NAME))
    os.mkdir(folder, 0o700)
    try:
        for name in (_SEAL, _unset(TAKEN), _unset(BACK)):
            create(os.path.join(folder, name), ())
    except BaseException:
        end(folder)
        raise
    return folder


def begin(journal: Journal) -> None:
    """Write the journal down: from here on, what it says will be done."""
    data = {
        "version": _VERSION,
        "seal": _seal(journal.folder),
        "whole": journal.whole,
        "moves": journal.moves,
        "makes": journal.makes,
        "files": journal.files,
    }
    draft = os.path.join(journal.folder, _unset(_FILE))
    create(draft, (json.dumps(data).encode(),))
    os.rename(draft, os.path.join(journal.folder, _FILE))
    sync_folder(journal.folder)


def end(folder: str) -> None:
    """Forget the journal: everything is done, or nothing. Anything unknown in it stays."""
    with suppress(FileNotFoundError):
        os.unlink(os.path.join(folder, _FILE))
    sync_folder(folder)
    for name in os.listdir(folder):
        if not name.startswith("moved-"):
            os.unlink(os.path.join(folder, name))
    os.rmdir(folder)
    sync_folder(os.path.dirname(folder))


def folders(root: str) -> Iterator[str]:
    """The folders of journals in ``root``, sorted."""
    names: list[str] = []
    # A folder that cannot be listed will be complained about by whoever reads it.
    with suppress(OSError), os.scandir(root) as entries:
        names = [each.name for each in entries if _is_journal(each)]
    return (os.path.join(root, name) for name in sorted(names))


def read(root: str, folder: str) -> Journal | None:
    """The journal in ``folder``; ``None`` where nothing is begun.

    Raises `UnknownJournalError` and `OtherVersionError`.
    """
    try:
        handle = open_regular(os.path.join(folder, _FILE))
    except FileNotFoundError:
        return None
    except OSError:
        raise UnknownJournalError from None
    with open(handle, "rb") as file:
        text = file.read(_MOST_BYTES)
    try:
        return _checked(root, folder, json.loads(text))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UnknownJournalError from None


def _checked(root: str, folder: str, data: Any) -> Journal:
    if data["seal"] != _seal(folder):
        raise UnknownJournalError
    if data["version"] != _VERSION:
        raise OtherVersionError
    journal = Journal(
        root,
        folder,
        data["whole"] is True,
        tuple(Move(*each) for each in data["moves"]),
        tuple(data["makes"]),
        tuple(Replacement(*each) for each in data["files"]),
    )
    paths = [*journal.makes, *(each.path for each in journal.files)]
    paths += [path for move in journal.moves for path in move]
    if not all(map(is_plain, paths)):
        raise UnknownJournalError
    return journal


def _unset(mark: str) -> str:
    return f"not-{mark}"


def _seal(folder: str) -> list[int]:
    """What nobody can put into a repository: when this disk changed the file, and its number."""
    state = os.lstat(os.path.join(folder, _SEAL))
    if not stat.S_ISREG(state.st_mode):
        raise UnknownJournalError
    return [state.st_ino, state.st_ctime_ns]


def _is_journal(entry: os.DirEntry[str]) -> bool:
    is_named_so = entry.name.startswith(f".{_NAME}.") and is_temporary(entry.name)
    return is_named_so and entry.is_dir(follow_symlinks=False)
