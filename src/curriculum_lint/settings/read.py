"""Reads a configuration file that a stranger may have written."""

from __future__ import annotations

import os
import stat
from typing import Any, NamedTuple

from ..text.conflicts import find_conflicts
from ..text.late_pattern import late_pattern
from .errors import Problem, SettingsError
from .key_lines import KeyPath, key_lines, most_dots

#: Where the configuration is in a ``pyproject.toml``.
PYPROJECT = "pyproject.toml"
TABLE = ("tool", "curriculum-lint")

MAX_BYTES = 64 * 1024
_MAX_DOTS = 100
_AT = late_pattern(r" \((?:at line (\d+), column (\d+)|at end of document)\)$")
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class RawConfiguration(NamedTuple):
    """A configuration file that is TOML, its keys not yet checked.

    ``table`` is the part meant for this tool; ``lines`` has the paths of its keys, without
    ``tool.curriculum-lint`` in front. ``path`` is the file as shown to people.
    """

    text: str
    table: dict[str, Any]
    lines: dict[KeyPath, int]
    path: str

    def line_of(self, key: KeyPath) -> int | None:
        """The line of ``key`` or, where that is not known, of the table it is in."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key)


def read_text(file: str, path: str) -> str:
    """The text of a regular file of at most 64 kB of UTF-8. Raises `SettingsError`."""
    try:
        content = _read_regular(file, path)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise SettingsError.single(f"cannot be read: {reason}", path) from None
    if len(content) > MAX_BYTES:
        message = f"is larger than {MAX_BYTES // 1024} kB, the most a configuration may have"
        raise SettingsError.single(message, path)
    return _decoded(content, path)


def parse_configuration(text: str, path: str) -> RawConfiguration:
    """The table for this tool in the TOML ``text``. Raises `SettingsError`."""
    _refuse_conflict(text, path)
    document = _parsed(text, path)
    lines = key_lines(text)
    if os.path.basename(path) != PYPROJECT:
        return RawConfiguration(text, document, lines, path)
    below = {key[2:]: line for key, line in lines.items() if key[:2] == TABLE}
    return RawConfiguration(text, _own_table(document, below, path), below, path)


def _refuse_conflict(text: str, path: str) -> None:
    for conflict in find_conflicts(text)[:1]:
        line = text.count("\n", 0, conflict.start) + 1
        raise SettingsError.single("holds a merge conflict; resolve it first", path, line)


def _read_regular(file: str, path: str) -> bytes:
    """At most one byte more than is allowed. Opened so that a FIFO or a link cannot surprise."""
    _refuse_irregular(os.lstat(file).st_mode, path)
    with open(os.open(file, _FLAGS), "rb") as stream:
        _refuse_irregular(os.fstat(stream.fileno()).st_mode, path)
        return stream.read(MAX_BYTES + 1)


def _refuse_irregular(mode: int, path: str) -> None:
    if stat.S_ISLNK(mode):
        raise SettingsError.single("is a symbolic link; put the file itself here", path)
    if stat.S_ISDIR(mode):
        raise SettingsError.single("is a folder, not a configuration file", path)
    if not stat.S_ISREG(mode):
        raise SettingsError.single("is not a regular file", path)


def _decoded(content: bytes, path: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SettingsError.single("is UTF-16; save it as UTF-8", path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8 (byte 0x{content[error.start]:02x}); save it as UTF-8"
        raise SettingsError.single(message, path, line) from None


def _parsed(text: str, path: str) -> dict[str, Any]:
    dots, line = most_dots(text)
    if dots > _MAX_DOTS:
        # tomllib needs 21 seconds for a key of 40 000 parts.
        message = f"this line has {dots} dots; a key may have {_MAX_DOTS}"
        raise SettingsError.single(message, path, line)
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError([_syntax_problem(str(error), text, path)]) from None
    except RecursionError:
        raise SettingsError.single("lists or tables are nested too deep", path) from None
    except ValueError:
        # The one thing tomllib lets through is an integer too long for Python to read.
        raise SettingsError.single("a number is too long", path) from None


def _syntax_problem(said: str, text: str, path: str) -> Problem:
    place = _AT.search(said)
    reason = (said[: place.start()] if place else said)[:200]
    if reason == "Invalid value":
        reason = 'Invalid value (text is written in quotes: "…")'
    message = f"not valid TOML: {reason[:1].lower()}{reason[1:]}"
    if place is None:
        return Problem(message, path)
    if place[1] is None:
        return Problem(f"{message}, at the end of the file", path, text.count("\n") + 1)
    return Problem(message, path, int(place[1]), int(place[2]))


def _own_table(document: dict[str, Any], lines: dict[KeyPath, int], path: str) -> dict[str, Any]:
    tool = document.get(TABLE[0])
    table = tool.get(TABLE[1]) if isinstance(tool, dict) else None
    if table is None:
        raise SettingsError.single("has no [tool.curriculum-lint] table", path)
    if not isinstance(table, dict):
        message = "tool.curriculum-lint must be a table, [tool.curriculum-lint]"
        raise SettingsError.single(message, path, lines.get(()))
    return table
