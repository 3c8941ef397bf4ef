"""Folders that hold modules, as few globs as describe them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ..settings.settings import Settings
from ..settings.values import check_path
from ..text.globs import matches_exactly
from ..workspace.tree import EntryKind, Tree

_DEFAULT = Settings(root="").levels
#: More folders than this are described by a glob, even if it matches others too.
_MOST_NAMED = 12
_SPECIAL = re.compile(r"[*?\[]")


def levels_for(tree: Tree, folders: Collection[str]) -> tuple[str, ...]:
    """The setting ``levels`` for modules in ``folders``, which stand in the order of the course."""
    depths: dict[int, list[str]] = {}
    for folder in folders:
        depths.setdefault(-1 if folder == "." else folder.count("/"), []).append(folder)
    found = (_equally_deep(tree, depths[depth]) for depth in sorted(depths))
    return tuple(glob for globs in found for glob in globs)


def _equally_deep(tree: Tree, folders: Collection[str]) -> tuple[str, ...]:
    if "." in folders:
        return (".",)
    if all(any(matches_exactly(glob, folder) for glob in _DEFAULT) for folder in folders):
        return _DEFAULT
    named = list(filter(_is_writable, folders))
    paths = [path.split("/") for path in named]
    if len(named) == 1:
        return (glob_of(named[0]),)
    if len({path[-1] for path in paths}) == 1:
        return (_common(paths),)
    exact = next((glob for glob in _globs(paths) if set(_matched(tree, glob)) == set(named)), None)
    if exact is None and len(named) > _MOST_NAMED:
        return (_common(paths),)
    return (exact,) if exact else tuple(map(glob_of, named))


def _globs(paths: list[list[str]]) -> Iterator[str]:
    """Globs that match all ``paths``: what they have in common, and ``*``."""
    yield _common(paths)
    if len(paths[0]) > 1:
        yield "/".join("*" * len(paths[0]))


def _common(paths: list[list[str]]) -> str:
    return "/".join(
        glob_of(parts[0]) if len(set(parts)) == 1 else "*" for parts in zip(*paths, strict=True)
    )


def _matched(tree: Tree, glob: str) -> Iterable[str]:
    return (
        path
        for path, entry in tree.entries.items()
        if entry.kind is EntryKind.FOLDER and path != "." and matches_exactly(glob, path)
    )


def glob_of(path: str) -> str:
    """``path`` as a glob that matches nothing else."""
    return _SPECIAL.sub(lambda match: f"[{match[0]}]", path)


def _is_writable(path: str) -> bool:
    """Whether a configuration can name the folder."""
    try:
        return check_path(path) == path
    except ValueError:
        return False
