"""What a run that renames things is about to do, written down before it does any of it.

The journal is a folder in the root. It holds the new texts and copies of the old ones, and while
things are renamed, the things themselves: so every step can be told from the next one, and taken
back. A folder without the file ``journal.json`` is one that was not begun or is finished.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from .edit import Move
from .new_file import BINARY, NO_FOLLOW, create, sync_folder
from .safe_path import is_plain
from .temporary import is_temporary, temporary_name

_NAME = "repair"
_VERSION = 1
_FILE = "journal.json"
_SEAL = "seal"
_MOST_BYTES = 16 * 1024 * 1024


class UnknownJournalError(Exception):
    """A folder that is called like a journal, but was not written here."""


class OtherVersionError(Exception):
    """A journal that another version of this program wrote here."""


class Replacement(NamedTuple):
    """A file that gets a new text; ``digest`` is that of the old one, ``None`` for a new file."""

    path: str
    digest: str | None


class Journal(NamedTuple):
    """``moves`` as the disk has them, ``makes`` the folders to make, ``files`` by final paths."""

    root: str
    folder: str
    moves: tuple[Move, ...]
    makes: tuple[str, ...]
    files: tuple[Replacement, ...]

    def place(self, path: str) -> str:
        """Where ``path`` is on disk."""
        return os.path.join(self.root, *path.split("/"))

    def moved(self, index: int) -> str:
        """Where the thing of one move is while it has neither name."""
        return os.path.join(self.folder, f"moved-{index}")

    def new(self, index: int) -> str:
        """Where the new text of one file is until it is in place."""
        return os.path.join(self.folder, f"new-{index}")

    def old(self, index: int) -> str:
        """A copy of the old text of one file."""
        return os.path.join(self.folder, f"old-{index}")

    def has(self, mark: str) -> bool:
        """Whether ``mark`` has been set."""
        return os.path.lexists(os.path.join(self.folder, mark))

    def set(self, mark: str) -> None:
        """Set ``mark``, for every run to come."""
        if not self.has(mark):
            create(os.path.join(self.folder, mark), b"", None)
            sync_folder(self.folder)

    def unset(self, mark: str) -> None:
        """Take ``mark`` away."""
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(self.folder, mark))
        sync_folder(self.folder)


def new_folder(root: str) -> str:
    """Make an empty folder for a journal."""
    folder = os.path.join(root, temporary_name(_NAME))
    os.mkdir(folder, 0o700)
    create(os.path.join(folder, _SEAL), b"", None)
    return folder


def begin(journal: Journal) -> None:
    """Write the journal down: from here on, what it says will be done."""
    data = {
        "version": _VERSION,
        "seal": _seal(journal.folder),
        "moves": journal.moves,
        "makes": journal.makes,
        "files": journal.files,
    }
    draft = os.path.join(journal.folder, "journal.new")
    create(draft, json.dumps(data).encode(), None)
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
        handle = os.open(os.path.join(folder, _FILE), os.O_RDONLY | BINARY | NO_FOLLOW)
    except FileNotFoundError:
        return None
    except OSError:
        raise UnknownJournalError from None
    with open(handle, "rb") as file:
        text = file.read(_MOST_BYTES + 1)
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
        tuple(Move(*each) for each in data["moves"]),
        tuple(data["makes"]),
        tuple(Replacement(*each) for each in data["files"]),
    )
    paths = [*journal.makes, *(each.path for each in journal.files)]
    paths += [path for move in journal.moves for path in move]
    if not all(isinstance(path, str) and is_plain(path) for path in paths):
        raise UnknownJournalError
    return journal


def _seal(folder: str) -> list[int]:
    """What nobody can put into a repository: when this disk changed the file, and its number."""
    state = os.lstat(os.path.join(folder, _SEAL))
    if not stat.S_ISREG(state.st_mode):
        raise UnknownJournalError
    return [state.st_ino, state.st_ctime_ns]


def _is_journal(entry: os.DirEntry[str]) -> bool:
    is_named_so = entry.name.startswith(f".{_NAME}.") and is_temporary(entry.name)
    return is_named_so and entry.is_dir(follow_symlinks=False)
