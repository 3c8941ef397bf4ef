"""A workspace in memory: no disk is touched by most executions."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Mapping
from functools import cached_property

from curriculum_lint.check.pages_in_memory import PagesInMemory
from curriculum_lint.settings.settings import Settings
from curriculum_lint.text.globs import compile_globs
from curriculum_lint.workspace.entry import entry_of, on_disk
from curriculum_lint.workspace.read import FileText, Unreadable, decode_text
from curriculum_lint.workspace.resolve import Stop
from curriculum_lint.workspace.tree import Tree
from curriculum_lint.workspace.unreadable import stopped
from curriculum_lint.workspace.walk import never_counts

_FILE, _FOLDER = stat.S_IFREG | 0o644, stat.S_IFDIR | 0o755


#: What schemas said of shapes is the same in every execution.
_SHAPES: set[str] = set()


def new_pages() -> PagesInMemory:
    """No pages yet, but all shapes that were valid before."""
    pages = PagesInMemory()
    pages.valid_shapes = _SHAPES
    return pages


class Memory:
    """A `Workspace` over the bytes of files by path."""

    def __init__(self, settings: Settings, files: Mapping[str, bytes]) -> None:
        self.settings = settings
        self._files = files
        self._system = _Files(settings.root, files)

    @cached_property
    def tree(self) -> Tree:
        """Every file and the folders around it."""
        root, excluded = self.settings.root, compile_globs(self.settings.exclude)
        paths = [path for path in self._system.modes if path == "." or not excluded(path)]
        kept = [p for p in paths if not any(never_counts(n, folder=True) for n in p.split("/"))]
        states = {path: self._system.lstat(on_disk(root, path)) for path in kept}
        entries = [entry_of(root, path, state, self._system) for path, state in states.items()]
        return Tree(root, entries, (), (), self._system)

    def read(self, path: str) -> FileText | Unreadable:
        """The text of a file."""
        data = self._files.get(path)
        return stopped(Stop.MISSING) if data is None else decode_text(data)

    def read_generated(self, path: str) -> FileText | None:
        """A file that the tool writes as a whole."""
        read = self.read(path) if path in self._files else None
        return read if read is None or isinstance(read, FileText) else FileText("\0", False, "")

    def leaves_out(
        self, path: str, *, folder: bool, origin: Callable[[str], str] | None = None
    ) -> bool:
        """Whether something new called ``path`` would be excluded."""
        del folder, origin
        return compile_globs(self.settings.exclude)(path)

    def ignores(self, path: str) -> bool:
        """Nothing is ignored."""
        del path
        return False


class _Files:
    """The file system of the files, under the path of the root."""

    def __init__(self, root: str, files: Mapping[str, bytes]) -> None:
        self._root = root
        self.modes = {".": _FOLDER}
        for path in files:
            parts = path.split("/")
            around = ("/".join(parts[:count]) for count in range(1, len(parts)))
            self.modes |= dict.fromkeys(around, _FOLDER)
        self.modes |= dict.fromkeys(files, _FILE)

    def lstat(self, path: str) -> os.stat_result:
        """Kind and mode of an entry."""
        mode = self.modes.get(self._inside(path))
        if mode is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return os.stat_result((mode, *(0,) * 9))

    def readlink(self, path: str) -> str:
        """There are no links."""
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)

    def listdir(self, path: str) -> list[str]:
        """The names in a folder."""
        folder = self._inside(path)
        paths = [each.rpartition("/") for each in self.modes if each != "."]
        return [name for around, _, name in paths if (around or ".") == folder]

    def _inside(self, path: str) -> str:
        return path.removeprefix(self._root).strip("/") or "."
