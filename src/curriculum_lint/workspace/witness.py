"""What the disk was asked about a curriculum, and answered: for whoever wants to ask again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from .entry import ROOT, Entry, EntryKind
from .questions import (
    NAMES,
    STATE,
    file_line,
    folder_in_short,
    folder_line,
    names_in_short,
    state_in_short,
)


class Witness:
    """The disk as a `FileSystem`; ``answers`` holds every question and its answer in short.

    ``passed_over`` has the line of everything in a listed folder that is no entry, and
    ``asks_git`` is whether the answer of git's index to anything has counted.
    """

    def __init__(self) -> None:
        self.answers: dict[str, str] = {}
        self.passed_over: dict[str, str] = {}
        self.asks_git = False

    def lstat(self, path: str) -> os.stat_result:
        """What is at ``path``."""
        question = STATE + path
        self.answers[question] = "none"
        state = os.lstat(path)
        self.answers[question] = state_in_short(state)
        return state

    def readlink(self, path: str) -> str:
        """What the symbolic link at ``path`` says: another text is another link."""
        return os.readlink(path)

    def listdir(self, path: str) -> list[str]:
        """The names in the folder ``path``."""
        question = NAMES + path
        self.answers[question] = "none"
        names = os.listdir(path)
        self.answers[question] = names_in_short(names)
        return names


def picture_of(entries: Iterable[Entry], passed_over: Mapping[str, str]) -> dict[str, str]:
    """Of each folder among the entries, what `ask_folder` says as long as nothing changes."""
    lines: dict[str, list[str]] = {}
    for path, line in (*_lines(entries), *passed_over.items()):
        if path != ROOT:
            lines.setdefault(path.rpartition("/")[0] or ROOT, []).append(line)
        if line == folder_line(path.rpartition("/")[2]):
            lines.setdefault(path, [])
    return {folder: folder_in_short(each) for folder, each in lines.items()}


def _lines(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for path, kind, size, mtime_ns, ctime_ns, inode, _ in entries:
        name = path.rpartition("/")[2]
        if kind is EntryKind.FOLDER:
            yield path, folder_line(name)
        else:
            yield path, file_line(name, size, mtime_ns, ctime_ns, inode)
