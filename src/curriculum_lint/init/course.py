"""What all candidates are measured against: the lessons of a repository, and its lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from ..model.unit_file import find_unit_file
from ..text.about_repository import is_about_repository, is_contents
from ..workspace.tree import MARKDOWN_SUFFIXES, EntryKind
from ..workspace.workspace import Workspace
from .aside import Asides
from .hubs import Hubs
from .purpose import Purpose
from .unit_texts import UnitText

_README = re.compile(r"(?:0+[-_. ]?)?(?:_?readme|_?index)\.(?:md|markdown|mdx)", re.IGNORECASE)


class Course:
    """One repository, as it is looked at for layouts."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.tree = workspace, workspace.tree
        self.asides = Asides(self.tree)
        self.hubs = Hubs(workspace, self.asides)
        self.purpose = Purpose(workspace)
        self.lessons = [entry.path for entry in self.tree.markdown() if self._is_lesson(entry.path)]
        self.lessons_set = frozenset(self.lessons)

    def _is_lesson(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        if name.startswith(".") or is_contents(name) or self.asides.kind(folder):
            return False
        is_about = not folder and is_about_repository(name)
        return not is_about and not self.asides.is_translated(path)

    def text_of(self, unit: str, text: UnitText | None) -> str | None:
        """The file that holds the text of the unit at the path ``unit``."""
        if self.tree.entries[unit].kind is not EntryKind.FOLDER:
            return unit
        return find_unit_file(self.tree, unit, text.name, text.name) if text else None

    def explained(self, units: Sequence[str]) -> int:
        """How many lessons are units, are in them, or introduce the folders around them."""
        # Beside `loops.md`, the folder `loops` holds the pages of the same unit.
        pages = (path for path in units if path.endswith(MARKDOWN_SUFFIXES))
        inside = {*units, *(path.rpartition(".")[0] for path in pages)}
        around = {path.rpartition("/")[0] for path in units}
        around |= {path.rpartition("/")[0] for path in around}
        return sum(
            any(part in inside for part in _leading(path)) or _introduces(path, around)
            for path in self.lessons
        )

    def listed(self, units: Sequence[str]) -> tuple[int, int, tuple[str, ...]]:
        """How many units a list of the course names, how many more one beside them; and where."""
        wanted = set(units)
        found: dict[str, int] = {}
        whole = self._named_in(self.hubs.roots, wanted, found)
        folders = {path.rpartition("/")[0] or "." for path in units}
        folders |= {path.rpartition("/")[0] or "." for path in folders if path != "."}
        near = [path for path in self.hubs.of_folders(folders) if path not in self.hubs.roots]
        inside = self._named_in(near, wanted, found) - whole
        best = sorted(found, key=lambda path: (-found[path], path))
        return len(whole), len(inside), tuple(best)

    def _named_in(self, files: Iterable[str], units: set[str], found: dict[str, int]) -> set[str]:
        named: set[str] = set()
        for file in files:
            here = {unit for path in self.hubs.of(file) for unit in _leading(path) if unit in units}
            here.discard(file)
            if here:
                found[file] = len(here)
            named |= here
        return named

    def readme_of(self, folders: Iterable[str]) -> str:
        """The name of the readme that most of ``folders`` have, or else the root."""
        names = self._readmes(folders) or self._readmes(["."])
        return min(names, key=lambda name: (-names[name], name), default="readme.md")

    def _readmes(self, folders: Iterable[str]) -> Counter[str]:
        return Counter(
            entry.name
            for folder in folders
            for entry in self.tree.children(folder)
            if is_readme(entry.name) and entry.name.isprintable()
        )


def _introduces(path: str, folders: Collection[str]) -> bool:
    """Whether a file is the readme of one of ``folders``."""
    folder, _, name = path.rpartition("/")
    return folder in folders and is_readme(name)


def is_readme(name: str) -> bool:
    """Whether a file of that name tells of the folder it is in."""
    return _README.fullmatch(name) is not None


def _leading(path: str) -> Iterable[str]:
    parts = path.split("/")
    return ("/".join(parts[:at]) for at in range(1, len(parts) + 1))
