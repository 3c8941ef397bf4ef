"""The existing path that a broken link most probably means."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ..text.suggest import close_matches, closest
from ..workspace.entry import ROOT, Entry, EntryKind, join
from .alike import (
    INTRODUCTIONS,
    Nearest,
    introduction,
    is_of_a_kind,
    is_slip,
    name_key,
    nearest_names,
    stem_of,
)

#: Comparing costs; a document of a stranger may hold any number of broken links.
_MAX_SEARCHES = 200
_MAX_GUESSES = 2


class NearestPaths:
    """Looks for paths near those that do not exist, among ``entries`` of a tree."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._names: dict[str, list[str]] = {}
        self._by_key: dict[str, list[str]] = {}
        self._by_pair: dict[tuple[str, str], list[str]] = {}
        self._known: dict[str, Nearest | None] = {}

    def find(self, missing: str) -> Nearest | None:
        """The path closest to ``missing``, which is relative to the root and normal.

        One that climbs out of the root means the path that it has behind its last ``..``.
        """
        if missing not in self._known:
            if len(self._known) >= _MAX_SEARCHES:
                return None
            nearest = self._search(missing)
            self._known[missing] = (
                nearest if nearest and is_of_a_kind(missing, nearest.name) else None
            )
        return self._known[missing]

    def _search(self, missing: str) -> Nearest | None:
        if not self._names:
            self._index()
        names = missing.split("/")
        if names[0] == "..":
            inside = "/".join(name for name in names if name != "..")
            return Nearest(inside, sure=True) if inside in self._entries else None
        renamed = self._below(ROOT, names, _MAX_GUESSES)
        if len(renamed) == 1 and renamed[0].sure:
            return renamed[0]
        moved = self._moved(names)
        if moved is not None and moved.sure:
            return moved
        if renamed:
            return Nearest(renamed[0].name, sure=False)
        return moved or self._alike(names)

    def _index(self) -> None:
        for path in self._entries:
            if path != ROOT:
                folder, _, name = path.rpartition("/")
                self._names.setdefault(folder or ROOT, []).append(name)
                self._by_key.setdefault(name_key(name), []).append(path)
                pair = (name_key(posixpath.basename(folder)), name_key(name))
                self._by_pair.setdefault(pair, []).append(path)

    def _below(self, folder: str, names: list[str], guesses: int) -> list[Nearest]:
        """Paths that ``names`` can mean from ``folder`` on, where some have been renamed."""
        for at, name in enumerate(names):
            path = join(folder, name)
            if path not in self._entries:
                return self._guess(folder, names[at:], guesses) if guesses else []
            folder = path
        return [Nearest(folder, sure=True)]

    def _guess(self, folder: str, names: list[str], guesses: int) -> list[Nearest]:
        here = [join(folder, name) for name in self._names.get(folder, ())]
        if len(names) > 1:
            here = [path for path in here if self._entries[path].kind is EntryKind.FOLDER]
        known = [posixpath.basename(path) for path in here]
        alike = introduction(names[0], known) if len(names) == 1 else []
        alike = alike or nearest_names(names[0], known)
        return [
            Nearest(path, sure=sure and still_sure)
            for name, sure in alike
            for path, still_sure in self._below(join(folder, name), names[1:], guesses - 1)
        ]

    def _moved(self, names: list[str]) -> Nearest | None:
        """A path of the same name elsewhere; the more folders agree, the nearer it is."""
        keys = [name_key(name) for name in reversed(names)]
        candidates = self._by_pair.get((keys[1], keys[0])) if len(keys) > 1 else None
        if not candidates and stem_of(names[-1]) in INTRODUCTIONS:
            return None
        candidates = candidates or self._by_key.get(keys[0], [])
        ranked = [(_agreement(keys, path), path) for path in candidates]
        best = max((agreement for agreement, _ in ranked), default=0)
        if best == 0:
            return None
        paths = [path for agreement, path in ranked if agreement == best]
        if len(paths) == 1:
            # Where its folder is still there, the file of another such folder is another one.
            is_beside = (
                len(paths[0].split("/")) == len(names) and "/".join(names[:-1]) in self._entries
            )
            return Nearest(paths[0], sure=best > 1 and not is_beside)
        close = close_matches("/".join(names), paths)
        return Nearest(close[0] if close else min(paths), sure=False)

    def _alike(self, names: list[str]) -> Nearest | None:
        """Something of a similar name elsewhere; a readme goes by its folder's."""
        tail = f"/{names[-1]}" if stem_of(names[-1]) in INTRODUCTIONS else ""
        names = names[:-1] if tail else names
        near = closest(name_key(names[-1]), self._by_key) if names else None
        if near is None or not is_slip(name_key(names[-1]), near):
            return None
        paths = [path + tail for path in self._by_key[near]]
        return next((Nearest(p, sure=False) for p in paths if p in self._entries), None)


def _agreement(keys: list[str], path: str) -> int:
    """How many parts agree, counted from the end; ``keys`` is in that order."""
    count = 0
    for key, name in zip(keys, reversed(path.split("/")), strict=False):
        if key != name_key(name):
            break
        count += 1
    return count
