"""Folders and files elsewhere that are called as what moves was: translations, examples, tests."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ...edits.moves import Moves
from ...edits.temporary import is_removal
from ...text.phrases import listed
from ...text.translation import is_language
from ...workspace.tree import Tree

#: Names that many folders have say nothing.
_MOST = 5


def mirrors(tree: Tree, moves: Moves, units: Set[str]) -> Iterator[str]:
    """What has the old name of something that ``moves`` rename, and stays as it is.

    So has `3_nets.png`. Other ``units`` of the curriculum are no mirrors.
    """
    sources = {move.source for move in moves}
    named: dict[str, list[str]] = {}
    for move in moves:
        if move.source.rpartition("/")[2] != move.target.rpartition("/")[2]:
            named.setdefault(move.source.rpartition("/")[2], []).append(move.source)
    found: dict[str, list[str]] = {}
    for path in tree.entries:
        whole = path.rpartition("/")[2]
        name = whole if whole in named else whole.partition(".")[0]
        is_own = path in sources or path in units or (name == whole and _is_in(path, sources))
        if name in named and not is_own and moves.new(path).rpartition("/")[2] == whole:
            found.setdefault(name, []).append(moves.new(path))
    for name, paths in found.items():
        if len(paths) <= _MOST or all(map(_is_translation, paths)):
            source = named[name][0]
            new = moves.new(source)
            what = "is removed" if is_removal(new) else f"is {new} now"
            have = "has" if len(paths) == 1 else "have"
            rest = [f"{len(paths) - _MOST} more"] * (len(paths) > _MOST)
            yield f"{listed([*paths[:_MOST], *rest])} {have} the name of {source}, which {what}"


def _is_translation(path: str) -> bool:
    return any(map(is_language, path.split("/")))


def _is_in(path: str, folders: set[str]) -> bool:
    return any(path.startswith(f"{folder}/") for folder in folders)
