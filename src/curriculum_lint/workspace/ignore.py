"""Which paths git ignores, by the lines of its ignore files."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from .ignore_line import IgnoreLine, line_regex, parse_line

_NO_LINE = -1
_BYTE_ORDER_MARK = "\xef\xbb\xbf"
#: Trying an alternative costs as much as there are groups before it.
_GROUPS = 50


class _Batch(NamedTuple):
    """Wild lines as one regular expression with a group for each, the last line first."""

    regex: re.Pattern[str]
    numbers: tuple[int, ...]


class _Table:
    """Numbered lines; asked for the number of the last one that matches."""

    __slots__ = ("_batches", "_plain")

    def __init__(self, lines: Sequence[tuple[int, IgnoreLine]]) -> None:
        self._plain: dict[str, int] = {}
        wild: list[tuple[int, str]] = []
        for number, line in lines:
            if not line.wild:
                self._add_plain(number, line)
            elif (regex := line_regex(line)) is not None:
                wild.append((number, regex))
        wild.reverse()
        self._batches = [_batch(wild[at : at + _GROUPS]) for at in range(0, len(wild), _GROUPS)]

    def _add_plain(self, number: int, line: IgnoreLine) -> None:
        self._plain[line.pattern + "/"] = number
        if not line.folder_only:
            self._plain[line.pattern] = number

    def last_match(self, subject: str) -> int:
        found = self._plain.get(subject, _NO_LINE)
        for batch in self._batches:
            match = batch.regex.match(subject)
            if match is not None and match.lastindex is not None:
                return max(found, batch.numbers[match.lastindex - 1])
        return found


def _batch(lines: Sequence[tuple[int, str]]) -> _Batch:
    regex = "|".join(f"({regex})" for _, regex in lines)
    return _Batch(re.compile(regex, re.DOTALL), tuple(number for number, _ in lines))


class IgnoreFile:
    """The lines of one ignore file; paths are relative to the folder it speaks about."""

    __slots__ = ("_names", "_negated", "_paths")

    def __init__(self, data: bytes) -> None:
        text = data.decode("latin-1").removeprefix(_BYTE_ORDER_MARK)
        lines = [line for raw in text.split("\n") if (line := parse_line(raw)) is not None]
        self._negated = [line.negated for line in lines]
        self._names = _Table([(n, line) for n, line in enumerate(lines) if not line.anchored])
        self._paths = _Table([(n, line) for n, line in enumerate(lines) if line.anchored])

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """Whether ``path`` is ignored; ``None`` where no line speaks about it."""
        path = _as_bytes(path) + "/" * folder
        name = path[path.rfind("/", 0, -1) + 1 :]
        number = max(self._names.last_match(name), self._paths.last_match(path))
        return None if number == _NO_LINE else not self._negated[number]


class _Placed(NamedTuple):
    """An ignore file; it sees a path without its first ``start`` characters, behind ``lead``."""

    start: int
    lead: str
    file: IgnoreFile


class Ignores(NamedTuple):
    """The ignore files that speak about a folder, the strongest first."""

    files: tuple[_Placed, ...] = ()

    def entering(self, folder: str, data: bytes) -> Ignores:
        """These and the file with the content ``data`` that lies in ``folder``."""
        start = 0 if folder == "." else len(folder) + 1
        return Ignores((_Placed(start, "", IgnoreFile(data)), *self.files))

    def above(self, lead: str, data: bytes) -> Ignores:
        """These and one from above the root, which has the path ``lead`` (with its slash) there."""
        return Ignores((_Placed(0, lead, IgnoreFile(data)), *self.files))

    def ignored(self, path: str, *, folder: bool) -> bool:
        """Whether ``path`` is ignored, given that no folder around it is."""
        for start, lead, file in self.files:
            verdict = file.verdict(lead + path[start:], folder=folder)
            if verdict is not None:
                return verdict
        return False


def _as_bytes(path: str) -> str:
    """``path`` with one character for each byte: git compares bytes, and so ``?`` is one."""
    return path if path.isascii() else os.fsencode(path).decode("latin-1")
