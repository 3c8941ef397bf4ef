"""Finds the root of a curriculum and the configuration that applies to it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from .errors import SettingsError
from .key_lines import key_lines
from .read import PYPROJECT, TABLE

OWN_FILE = "curriculum-lint.toml"
CONFIGURATION_NAMES = (OWN_FILE, PYPROJECT)
_REPOSITORY = ".git"
#: Of a larger pyproject.toml, only the beginning is searched for the table.
_MAX_SEARCHED = 1024 * 1024


class FoundConfiguration(NamedTuple):
    """The root, an absolute path without links, and the configuration file, if there is one."""

    root: str
    file: str | None


def find_configuration(
    start: str, *, config: str | None = None, root: str | None = None
) -> FoundConfiguration:
    """The root and configuration for someone who works in the folder ``start``.

    ``config`` and ``root``, relative to ``start``, override the search. Raises `SettingsError`
    where ``root`` is not a folder or ``config`` does not exist.
    """
    start = _resolved(start)
    folder = None if root is None else _existing_folder(start, root)
    if config is not None:
        file = _existing_file(start, config)
        return FoundConfiguration(folder or os.path.dirname(file), file)
    if folder is not None:
        return FoundConfiguration(folder, _configuration_in(folder))
    return _nearest(start)


def _resolved(start: str) -> str:
    try:
        return os.path.realpath(start)
    except OSError:
        raise SettingsError.single("the working folder does not exist any more") from None


def _nearest(start: str) -> FoundConfiguration:
    repository = None
    for folder in upwards(start):
        file = _configuration_in(folder)
        if file is not None:
            return FoundConfiguration(folder, file)
        if repository is None and os.path.lexists(os.path.join(folder, _REPOSITORY)):
            repository = folder
    return FoundConfiguration(repository or start, None)


def upwards(folder: str) -> Iterator[str]:
    """``folder``, then each folder above it, up to the root of the file system."""
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _configuration_in(folder: str) -> str | None:
    own = os.path.join(folder, OWN_FILE)
    if os.path.lexists(own):
        return own
    project = os.path.join(folder, PYPROJECT)
    return project if _has_own_table(project) else None


def _has_own_table(project: str) -> bool:
    """Whether a ``pyproject.toml`` has our table; other people's files are not judged."""
    return holds_table(_beginning(project))


def holds_table(text: str) -> bool:
    """Whether the text of a ``pyproject.toml`` has our table."""
    return TABLE[1] in text and any(key[:2] == TABLE for key in key_lines(text))


def _beginning(file: str) -> str:
    """The text of ``file``; nothing where it cannot be read or is a folder or a FIFO."""
    try:
        if not os.path.isfile(file):
            return ""
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as stream:
            return stream.read(_MAX_SEARCHED).decode("utf-8", errors="replace")
    except OSError:
        return ""


def _existing_folder(start: str, root: str) -> str:
    folder = os.path.realpath(os.path.join(start, root))
    if not os.path.isdir(folder):
        raise SettingsError.single("the root is not a folder", root)
    return folder


def _existing_file(start: str, config: str) -> str:
    """The absolute path; a link in the last part is kept, for the reader to refuse."""
    folder, name = os.path.split(os.path.abspath(os.path.join(start, config)))
    file = os.path.join(os.path.realpath(folder), name)
    if not os.path.lexists(file):
        raise SettingsError.single("there is no such configuration file", config)
    return file
