"""The tree of a root folder: what is there, in order, and what a path in it means."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from types import MappingProxyType

from ..text.digest import blake2b
from ..text.natural import NaturalKey, natural_key
from .beyond import Beyond, leaves_root
from .entry import ROOT, Entry, EntryKind, on_disk
from .file_system import DISK, FileSystem
from .lookup import Finder, Lookup, Status
from .walk import Unlisted, Walk
from .witness import Witness

__all__ = [
    "MARKDOWN_SUFFIXES",
    "Entry",
    "EntryKind",
    "Lookup",
    "Status",
    "Tree",
    "Unlisted",
    "scan",
]

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdx")


class Tree:
    """Everything below ``root`` that is neither ignored nor excluded.

    ``entries`` is keyed and sorted by path; the root itself is ``"."``. ``unreadable`` holds
    what could not be looked into, ``ignored`` the files and folders that git ignores. ``probes``
    holds every answer of ``lookup`` that does not follow from the entries alone, so that whoever
    stores results can ask again. ``foreign`` are the folders of other repositories, and ``absent``
    the files and folders that a sparse checkout leaves out: what is in them is not known.
    ``system`` is what looks at paths that are no entries.
    """

    __slots__ = (
        "_beyond",
        "_children",
        "_finder",
        "_lookups",
        "_ordered",
        "absent",
        "entries",
        "foreign",
        "ignored",
        "probes",
        "root",
        "system",
        "unreadable",
    )

    def __init__(
        self,
        root: str,
        entries: Iterable[Entry],
        unreadable: Iterable[Unlisted],
        ignored: Iterable[str] = (),
        system: FileSystem = DISK,
        *,
        foreign: Iterable[str] = (),
        absent: Iterable[str] = (),
        beyond: Beyond | None = None,
    ) -> None:
        self.root = root
        self._beyond = beyond or Beyond(root)
        self.system = system
        ordered = sorted(entries, key=itemgetter(0))
        self.entries: Mapping[str, Entry] = MappingProxyType({e.path: e for e in ordered})
        self.unreadable = tuple(sorted(unreadable))
        self.ignored = frozenset(ignored)
        self.foreign, self.absent = frozenset(foreign), frozenset(absent)
        self.probes: dict[str, str] = {}
        self._finder = self._new_finder()
        self._lookups: dict[str, Lookup] = {}
        self._children = _by_folder(ordered)
        self._ordered: dict[str, tuple[Entry, ...]] = {}

    def _new_finder(self) -> Finder:
        return Finder(self.root, self.entries, self.system)

    def origin(self, path: str) -> str:
        """Where the disk has the file that the tree has at ``path``."""
        return path

    def children(self, folder: str) -> tuple[Entry, ...]:
        """The entries directly in ``folder``, numbers in names by value; none for a file."""
        known = self._ordered.get(folder)
        if known is None:
            found = self._children.get(folder, ())
            ordered = sorted(found, key=_natural) if len(found) > 1 else found
            known = self._ordered[folder] = tuple(ordered)
        return known

    def markdown(self) -> tuple[Entry, ...]:
        """The entries with the name of a Markdown file, whatever they are, but no folders."""
        return tuple(
            entry
            for path, entry in self.entries.items()
            if path.lower().endswith(MARKDOWN_SUFFIXES) and entry.kind is not EntryKind.FOLDER
        )

    def lookup(self, path: str) -> Lookup:
        """What lies at ``path``, relative to the root with ``/``, also if it is ignored.

        Names must agree in every letter. ``..`` goes one part back before any link is followed.
        """
        known = self._finder.known(path) or self._lookups.get(path)
        if known is not None:
            return known
        answer = self._look_up(path)
        self._lookups[path] = answer
        return answer

    def _look_up(self, path: str) -> Lookup:
        plain = _without_dots(path)
        if plain is None:
            answer = self._beyond.find(path)
            self.probes[path] = self._stamp(answer)
            return answer
        known = self._finder.known(plain) or self._unknowable(plain)
        if known is not None:
            return known
        answer = self._finder.find(plain)
        self.probes[plain] = self._stamp(answer)
        return answer

    def _unknowable(self, path: str) -> Lookup | None:
        """The answer for what is in another repository, or left out here: it may well be there."""
        unknown = self.foreign | self.absent
        if unknown and any(folder in unknown for folder in _leading(path)):
            return Lookup(Status.FOUND, Entry(path, EntryKind.FILE, 0, 0, 0, 0))
        return None

    def still_holds(self, probes: Mapping[str, str]) -> bool:
        """Whether what a tree of the same root has answered is true of this one, too."""
        return all(self._stamp(self.lookup(path)) == stamp for path, stamp in probes.items())

    def _stamp(self, answer: Lookup) -> str:
        """An answer in short; of what lies beyond the root, the content may matter as well."""
        entry = answer.entry
        if entry is None:
            return str(answer.status)
        if leaves_root(entry.path):
            state = f"{entry.size} {entry.mtime_ns} {entry.ctime_ns} {entry.inode}"
            return f"{answer.status} {state}"
        return f"{answer.status} ignored" if self.is_ignored(entry.path) else str(answer.status)

    def is_like(self, other: Tree) -> bool:
        """Whether ``other``, of the same root, gives the same answers, whatever files hold."""
        shapes = ([each[:2] + each[6:] for each in t.entries.values()] for t in (self, other))
        facts = ((t.unreadable, t.ignored, t.foreign, t.absent) for t in (self, other))
        return _are_equal(shapes) and _are_equal(facts) and self.still_holds(other.probes)

    def is_ignored(self, path: str) -> bool:
        """Whether git ignores ``path`` or a folder around it."""
        return any(each in self.ignored for each in _leading(path))

    def signature(self) -> str:
        """A digest of everything the tree knows of the disk, for comparing two runs."""
        return _digest([*self.stamps().values(), *self._beside()])

    def stamps(self) -> dict[str, str]:
        """For each entry, what changes with it.

        Of folders only the path counts: their times change with every ignored file in them.
        """
        return {path: self._fingerprint(entry) for path, entry in self.entries.items()}

    def beside(self) -> str:
        """A digest of everything but the entries."""
        return _digest(self._beside())

    def _beside(self) -> Iterator[str]:
        yield from (f"{path}\0{message}" for path, message in self.unreadable)
        yield from (*sorted(self.foreign), "", *sorted(self.absent))

    def _fingerprint(self, entry: Entry) -> str:
        if entry.kind is EntryKind.FOLDER:
            return f"{entry.path}\0{entry.kind}"
        if entry.target is not None and entry.target not in self.entries:
            # What is read through the link is no entry: it is ignored or excluded.
            return f"{entry}\0{self._state(entry.target)}"
        return "\0".join(map(str, entry))

    def _state(self, path: str) -> tuple[int, ...]:
        try:
            state = self.system.lstat(on_disk(self.root, path))
        except OSError:
            return ()
        return (state.st_mode, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)

    @property
    def newest_mtime_ns(self) -> int:
        """When the last changed entry that is no folder was changed; 0 if there is none."""
        entries = self.entries.values()
        times = [e.mtime_ns for e in entries if e.kind is not EntryKind.FOLDER]
        hidden = [e.target for e in entries if e.target and e.target not in self.entries]
        times += [state[2] for state in map(self._state, hidden) if state]
        return max(times, default=0)


def scan(root: str, exclude: Callable[[str], bool]) -> Tree:
    """The tree below the absolute path ``root`` without what git ignores or ``exclude`` names.

    Version control and folders such as ``node_modules`` are never entered, links never followed.
    """
    witness = Witness()
    walk = Walk(root, exclude, witness)
    walk.run()
    return Tree(
        root,
        walk.entries,
        walk.unlisted,
        walk.ignored,
        witness,
        foreign=walk.foreign,
        absent=walk.absent,
        beyond=Beyond(root, witness),
    )


def _digest(lines: Iterable[str]) -> str:
    return blake2b(os.fsencode("\0\0".join(lines)), digest_size=32).hexdigest()


def _are_equal(pair: Iterator[object]) -> bool:
    return next(pair) == next(pair)


def _leading(path: str) -> Iterator[str]:
    """``path`` and every folder around it."""
    parts = path.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _by_folder(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    folders: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.path != ROOT:
            folders.setdefault(entry.path.rpartition("/")[0] or ROOT, []).append(entry)
    return folders


def _natural(entry: Entry) -> NaturalKey:
    return natural_key(entry.name)


def _without_dots(path: str) -> str | None:
    """``path`` without empty parts, ``.`` and ``..``; ``None`` if it leaves the root."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts) or ROOT
