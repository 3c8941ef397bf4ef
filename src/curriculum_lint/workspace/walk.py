"""The walk through a folder that may be hostile: nothing is followed, nothing makes it fail."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import NamedTuple

from ..edits.temporary import is_temporary
from ..text.private_names import is_private
from .around import Surroundings
from .entry import ROOT, Entry, EntryKind, entry_of, join, on_disk
from .ignore import Ignores
from .open import NotAFileError, TooLargeError, read_regular
from .questions import passed_over_line
from .witness import Witness

#: Folders that tools fill; a repository may have forgotten to ignore them.
_OF_TOOLS = frozenset({"node_modules", ".venv", "venv", "__pycache__"})
_MAX_DEPTH = 200
_MAX_IGNORE_BYTES = 64 * 1024
#: Each line is prepared once and may be tried on each path.
_MAX_IGNORE_LINES = 5000
_IGNORE_FILE = ".gitignore"
_REPOSITORY = ".git"


def never_counts(name: str, *, folder: bool) -> bool:
    """Whether what has this name is no part of any curriculum."""
    return is_private(name) or is_temporary(name) or (folder and name in _OF_TOOLS)


class Unlisted(NamedTuple):
    """A path that could not be looked into; ``message`` says why."""

    path: str
    message: str


class _Pending(NamedTuple):
    """A folder to visit; of one that is ``ignored`` only what is tracked counts."""

    folder: str
    ignores: Ignores
    depth: int
    ignored: bool = False


class Walk:
    """One walk; ``entries`` and the other lists fill while it runs.

    Of what git ignores, only the folder is in ``ignored``, not what is in it. ``foreign`` holds
    the folders of other repositories, which are not entered, and ``absent`` what a sparse checkout
    leaves out: it is among the entries all the same. ``witness`` is told what is passed over.
    """

    def __init__(
        self, root: str, exclude: Callable[[str], bool], witness: Witness | None = None
    ) -> None:
        self.root = root
        self.witness = witness or Witness()
        self.exclude = exclude
        self.entries: list[Entry] = []
        self.ignored: set[str] = set()
        self.unlisted: list[Unlisted] = []
        self.foreign: set[str] = set()
        self.absent: set[str] = set()
        self._around = Surroundings(root)
        self._pending: list[_Pending] = []
        self._ignore_lines = 0

    def run(self) -> None:
        """Visit every folder that is neither ignored nor excluded. Never raises ``OSError``."""
        try:
            self.entries.append(entry_of(self.root, ROOT, os.stat(self.root)))
        except OSError as error:
            self._remember(ROOT, error)
            return
        self._pending.append(_Pending(ROOT, self._repository_excludes(), 0))
        while self._pending:
            self._visit(self._pending.pop())
        self.foreign |= self._around.submodules
        self._add_absent()

    def _add_absent(self) -> None:
        known = {entry.path for entry in self.entries}
        for path in self._around.absent:
            name = path.rstrip("/")
            if name not in known and not self.exclude(name):
                self.absent.add(name)
                for entry in _with_folders(name, is_folder=path != name):
                    if entry.path not in known:
                        known.add(entry.path)
                        self.entries.append(entry)

    def leaves_out(
        self, path: str, *, folder: bool, origin: Callable[[str], str] = lambda path: path
    ) -> bool:
        """Whether something new called ``path`` would be ignored or excluded.

        ``origin`` says where a folder on the way is now, if it is elsewhere.
        """
        ignores, ignored = self._repository_excludes(), False
        parts = path.split("/")
        around = ROOT
        for at, name in enumerate(parts):
            ignores = self._entering(ignores, around, join(origin(around), _IGNORE_FILE))
            around = join(around, name)
            is_folder = folder or at + 1 < len(parts)
            if self._left_out(around, name, _Pending(around, ignores, 0, ignored), is_folder):
                return True
            ignored = ignored or ignores.ignored(around, folder=is_folder)
        return False

    def _visit(self, here: _Pending) -> None:
        listing = self._list(here.folder)
        if here.folder != ROOT and any(found.name == _REPOSITORY for found in listing):
            # A clone, a worktree or a submodule: what is in it is another repository's.
            self.foreign.add(here.folder)
            return
        ignores = here.ignores
        if any(found.name == _IGNORE_FILE for found in listing):
            ignores = self._entering(ignores, here.folder, join(here.folder, _IGNORE_FILE))
        for entry in self._wanted(listing, here._replace(ignores=ignores)):
            self.entries.append(entry)
            if entry.kind is not EntryKind.FOLDER:
                continue
            if here.depth < _MAX_DEPTH:
                ignored = here.ignored or ignores.ignored(entry.path, folder=True)
                self._pending.append(_Pending(entry.path, ignores, here.depth + 1, ignored))
            else:
                self._skip(entry.path, f"It lies more than {_MAX_DEPTH} folders deep")

    def _list(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(on_disk(self.root, folder)) as found:
                return sorted(found, key=attrgetter("name"))
        except OSError as error:
            self._remember(folder, error)
            return []

    def _wanted(self, listing: list[os.DirEntry[str]], here: _Pending) -> Iterator[Entry]:
        prefix = "" if here.folder == ROOT else here.folder + "/"
        for found in listing:
            path = prefix + found.name
            try:
                is_folder = found.is_dir(follow_symlinks=False)
                if self._left_out(path, found.name, here, is_folder):
                    self.witness.passed_over[path] = passed_over_line(found)
                else:
                    yield entry_of(self.root, path, found.stat(follow_symlinks=False))
            except FileNotFoundError:
                # It disappeared after the folder was listed.
                continue
            except OSError as error:
                self._remember(path, error)

    def _left_out(self, path: str, name: str, here: _Pending, is_folder: bool) -> bool:
        if never_counts(name, folder=is_folder) or self.exclude(path):
            return True
        if not here.ignored and not here.ignores.ignored(path, folder=is_folder):
            return False
        self.witness.asks_git = True
        if self._around.index.tracks(path, folder=is_folder):
            return False
        self.ignored.add(path)
        return True

    def _repository_excludes(self) -> Ignores:
        return self._around.ignores(self._outer_ignore_file)

    def _outer_ignore_file(self, path: str) -> bytes | None:
        """The content of one that is not below the root: trouble with it is no finding."""
        try:
            return None if os.path.islink(path) else read_regular(path, _MAX_IGNORE_BYTES)
        except (OSError, NotAFileError, TooLargeError):
            return None

    def _entering(self, ignores: Ignores, folder: str, path: str) -> Ignores:
        """The ignore files that count below ``folder``, with the one at ``path``."""
        try:
            data = self._ignore_file(path)
        except TooLargeError:
            self._skip(path, f"This ignore file is larger than {_MAX_IGNORE_BYTES // 1024} kB")
            return ignores
        except OSError as error:
            self._remember(path, error)
            return ignores
        if data is None:
            return ignores
        self._ignore_lines += data.count(b"\n")
        if self._ignore_lines > _MAX_IGNORE_LINES:
            self._skip(
                path, f"All ignore files have more than {_MAX_IGNORE_LINES:,} lines together"
            )
            return ignores
        return ignores.entering(folder, data)

    def _ignore_file(self, path: str) -> bytes | None:
        """Its content; ``None`` for what git does not read either: a link, a folder, nothing."""
        full = on_disk(self.root, path)
        try:
            return None if os.path.islink(full) else read_regular(full, _MAX_IGNORE_BYTES)
        except (NotAFileError, IsADirectoryError, FileNotFoundError, NotADirectoryError):
            return None

    def _remember(self, path: str, error: OSError) -> None:
        self._skip(path, f"It cannot be read: {error.strerror or error}")

    def _skip(self, path: str, message: str) -> None:
        self.unlisted.append(Unlisted(path, message))


def _with_folders(path: str, *, is_folder: bool) -> Iterator[Entry]:
    """Entries for something that is not there, and for the folders around it."""
    yield Entry(path, EntryKind.FOLDER if is_folder else EntryKind.FILE, 0, 0, 0, 0)
    while path := path.rpartition("/")[0]:
        yield Entry(path, EntryKind.FOLDER, 0, 0, 0, 0)
