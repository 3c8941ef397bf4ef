"""The curriculum's folder as a whole: its tree, and its place in a git repository."""

from __future__ import annotations

from collections.abc import Callable

from ..settings.settings import Settings
from ..text.globs import compile_globs
from .tree import Tree, scan
from .walk import Walk


def scan_tree(settings: Settings) -> Tree:
    """The tree of the curriculum: everything that is neither ignored nor excluded."""
    return scan(settings.root, compile_globs(settings.exclude))


def is_left_out(
    settings: Settings, path: str, *, folder: bool, origin: Callable[[str], str] = lambda path: path
) -> bool:
    """Whether something new called ``path`` would be no part of the tree.

    ``origin`` says where the folders around it are now, where they are elsewhere.
    """
    walk = Walk(settings.root, compile_globs(settings.exclude))
    return walk.leaves_out(path, folder=folder, origin=origin)
