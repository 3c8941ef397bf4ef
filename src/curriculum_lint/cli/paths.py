"""PATHS of a command line, as paths of the curriculum."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from ..git.places import find_places
from ..text.escape import printable
from ..text.phrases import counted
from ..views.paths import AskedPaths
from .output import complain

_NAMED = 3


def asked_paths(paths: Iterable[str], root: str, *, quiet: bool) -> AskedPaths:
    """What ``paths`` ask for, as tools give them, and a note on those that nothing is known of.

    They are relative to the working folder or, if nothing is there, to the top of the repository.
    One that is deleted still counts: a list of changed files has such. Empty ones are no paths.
    """
    given = [path for path in paths if path]
    if not given:
        return AskedPaths(None)
    bases = list(_bases(root))
    inside = {path: list(_inside(path, root, bases)) for path in given}
    if not quiet:
        _note([path for path in given if not inside[path]], "is not in the curriculum", len(given))
        gone = [path for path, found in inside.items() if found and not _holds_any(root, found)]
        _note(gone, "does not exist", len(given))
    return AskedPaths(tuple(each for found in inside.values() for each in found))


def meant_path(path: str, root: str) -> str | None:
    """What one path means, whether it exists or not; ``None`` outside the curriculum."""
    found = next(_inside(path, root, list(_bases(root))), None) if path else None
    return None if found == "." else found


def _bases(root: str) -> Iterator[str]:
    yield os.getcwd()
    places = find_places(root)
    if places is not None and places.top != os.getcwd():
        yield places.top


def _inside(path: str, root: str, bases: Sequence[str]) -> Iterator[str]:
    """What ``path`` may mean below the root: what is there, or else all that it may have meant."""
    meant = [os.path.join(base, path) for base in bases]
    there = [each for each in meant if _is_there(each)]
    yield from filter(None, (_from_root(each, root) for each in there[:1] or meant))


def _holds_any(root: str, paths: Iterable[str]) -> bool:
    return any(_is_there(os.path.join(root, path)) for path in paths)


def _is_there(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False


def _from_root(path: str, root: str) -> str | None:
    try:
        full = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        inside = os.path.relpath(os.path.normpath(full), root).replace(os.sep, "/")
    except ValueError:
        # A NUL in the name, or another drive.
        return None
    if set(inside.split("/")) == {".."}:
        # A folder around the root holds all of it.
        return "."
    return None if inside.startswith("../") else inside


def _note(paths: Sequence[str], what: str, count: int) -> None:
    if not paths:
        return
    more = f" and {counted(len(paths) - _NAMED, 'other')}" if len(paths) > _NAMED else ""
    named = f"{', '.join(paths[:_NAMED])}{more}"
    said = f"Note: of {counted(count, 'path')}, this {what} (nothing is reported for it): {named}."
    complain(printable(said))
