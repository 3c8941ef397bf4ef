"""The answer to "is there something at this path?", with the case of every letter minded."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

from ..text.private_names import is_private
from .entry import ROOT, Entry, EntryKind, entry_of, join, on_disk
from .file_system import DISK, FileSystem
from .resolve import Resolved, Stop, resolve


class Status(StrEnum):
    """How a search for a path ended."""

    FOUND = "found"
    #: Only a path with other letter case, or the same letters composed otherwise, exists.
    WRONG_CASE = "wrong-case"
    MISSING = "missing"
    #: The path, or a symbolic link on it, leads out of the root.
    OUTSIDE = "outside"


class Lookup(NamedTuple):
    """What lies at a path.

    ``entry`` is what is there after every symbolic link, so its path may be another one.
    ``actual`` is the path as the disk spells it where that differs. ``in_tree`` is false for
    what is ignored or excluded.
    """

    status: Status
    entry: Entry | None = None
    actual: str | None = None
    in_tree: bool = False


class Finder:
    """Looks for paths, also ignored ones; folders are listed once, when first asked for."""

    __slots__ = ("_entries", "_listings", "_root", "_system")

    def __init__(self, root: str, entries: Mapping[str, Entry], system: FileSystem = DISK) -> None:
        self._root, self._system = root, system
        self._entries = entries
        self._listings: dict[str, dict[str, list[str]]] = {}

    def known(self, path: str) -> Lookup | None:
        """The answer if ``path`` is an entry of the tree and no link."""
        entry = self._entries.get(path)
        if entry is None or entry.kind in {EntryKind.LINK, EntryKind.STRAY}:
            return None
        return Lookup(Status.FOUND, entry, in_tree=True)

    def find(self, path: str) -> Lookup:
        """The answer for a path without empty parts, ``.`` and ``..`` (``.`` alone is the root)."""
        names = [] if path == ROOT else path.split("/")
        spelt: list[str] = []
        entry: Entry | None = self._entries.get(ROOT)
        for name in names:
            if entry is None or entry.kind is not EntryKind.FOLDER or is_private(name):
                return Lookup(Status.MISSING)
            actual = self._spelling(entry.path, name)
            if actual is None:
                return Lookup(Status.MISSING)
            spelt.append(actual)
            reached = self._follow(join(entry.path, actual))
            if isinstance(reached, Status):
                return Lookup(reached)
            entry = reached
        return self._answer(path, "/".join(spelt) or ROOT, entry)

    def _answer(self, path: str, actual: str, entry: Entry | None) -> Lookup:
        if entry is None:
            return Lookup(Status.MISSING)
        in_tree = entry.path in self._entries
        if path == actual:
            return Lookup(Status.FOUND, entry, in_tree=in_tree)
        return Lookup(Status.WRONG_CASE, entry, actual, in_tree)

    def _spelling(self, folder: str, name: str) -> str | None:
        """How the disk spells ``name``; the first in order if several names are alike."""
        if join(folder, name) in self._entries:
            return name
        alike = self._listing(folder).get(_folded(name), [])
        return name if name in alike else min(alike, default=None)

    def _listing(self, folder: str) -> dict[str, list[str]]:
        listing = self._listings.get(folder)
        if listing is None:
            listing = self._listings[folder] = {}
            for name in self._names(folder):
                listing.setdefault(_folded(name), []).append(name)
        return listing

    def _follow(self, path: str) -> Entry | Status:
        """What is at ``path``, whose spelling is right, after every symbolic link."""
        entry = self._entries.get(path)
        if entry is not None and entry.kind not in {EntryKind.LINK, EntryKind.STRAY}:
            return entry
        resolved = self._resolve(path)
        if isinstance(resolved, Stop):
            outside = resolved in {Stop.OUTSIDE, Stop.PRIVATE}
            return Status.OUTSIDE if outside else Status.MISSING
        known = self._entries.get(resolved.path)
        return known or entry_of(self._root, resolved.path, resolved.state, self._system)

    def _names(self, folder: str) -> list[str]:
        """The names in ``folder``, also of what is ignored."""
        try:
            return self._system.listdir(on_disk(self._root, folder))
        except OSError:
            # What cannot be listed cannot be linked to either.
            return []

    def _resolve(self, path: str) -> Resolved | Stop:
        return resolve(self._root, path, self._system)


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower()
    return normalize("NFC", normalize("NFC", name).casefold())
