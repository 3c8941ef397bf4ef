"""PATHS of a command line: only what is at one of them, or below it, is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..check.diagnostic import INTERNAL_ERROR, Diagnostic


def _same(path: str) -> str:
    return path


class AskedPaths(NamedTuple):
    """Paths relative to the root; ``None`` asks for everything, and no path for nothing.

    ``origin`` says how a path was called when they were given.
    """

    paths: tuple[str, ...] | None
    origin: Callable[[str], str] = _same

    def hold(self, diagnostic: Diagnostic) -> bool:
        """Whether ``diagnostic`` is at one of them. A fault of the tool is everywhere."""
        if self.paths is None or diagnostic.code == INTERNAL_ERROR:
            return True
        path = self.origin(diagnostic.place.path)
        return any(_is_at(path, each) for each in self.paths)


def _is_at(path: str, at: str) -> bool:
    return at in (".", path) or path.startswith(f"{at}/")
