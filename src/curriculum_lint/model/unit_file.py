"""Which file in a unit's folder holds its text, where that is not its readme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..settings.settings import Settings
from ..text.globs import matches_exactly
from ..text.natural import natural_key
from ..text.translation import without_language
from ..workspace.tree import Entry, EntryKind, Tree


def find_unit_file(tree: Tree, folder: str, pattern: str, readme: str) -> str | None:
    """The file below ``folder`` that ``pattern`` matches; of several, the one to read first.

    That is the readme, or the one that is no translation of another.
    """
    *folders, name = pattern.split("/")
    around = [folder]
    for each in folders:
        around = [entry.path for path in around for entry in _named(tree, path, each, folder=True)]
    found = [entry for path in around for entry in _named(tree, path, name, folder=False)]
    return min(_originals(found), key=lambda path: _rank(path, readme), default=None)


def new_file_name(settings: Settings) -> str:
    """The file to begin in the folder of a new unit."""
    own = settings.unit_file
    return settings.readme if own is None or set(own) & set("*?[") else own


def _named(tree: Tree, around: str, pattern: str, *, folder: bool) -> Iterator[Entry]:
    for entry in tree.children(around):
        is_wanted = entry.kind is EntryKind.FOLDER if folder else entry.kind is EntryKind.FILE
        if is_wanted and matches_exactly(pattern, entry.name):
            yield entry


def _originals(found: Sequence[Entry]) -> Iterable[str]:
    """The files that are no translation of another one among them."""
    paths = {entry.path for entry in found}
    return (path for path in paths if without_language(path) not in paths - {path})


def _rank(path: str, readme: str) -> tuple[bool, object]:
    name = path.rpartition("/")[2].casefold()
    return name not in (readme.casefold(), "readme.md"), natural_key(path)
