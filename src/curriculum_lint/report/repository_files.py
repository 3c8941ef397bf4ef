"""The files of a repository at which platforms show diagnostics."""

from __future__ import annotations

import os
import stat
from functools import cache

from ..git.prefix import repository_prefix
from ..model.unit_names import UnitNames
from ..settings.settings import Settings
from ..workspace.entry import ROOT, join, on_disk
from ..workspace.resolve import Stop, resolve
from .summary import InRepository


def in_repository(settings: Settings) -> InRepository:
    """Where the curriculum is in its repository, and which file stands for each path in it."""
    folder = repository_prefix(settings.root) or ""

    @cache
    def file_of(path: str) -> str:
        file = _file_of(settings, path)
        return f"{folder}/{file}" if folder else file

    return InRepository(folder, file_of, UnitNames(settings).of)


def _file_of(settings: Settings, path: str) -> str:
    """``path`` itself, or for a folder the nearest readme: its own or that of a folder above."""
    resolved = resolve(settings.root, path)
    if isinstance(resolved, Stop) or not stat.S_ISDIR(resolved.state.st_mode):
        return path
    folder = resolved.path
    while True:
        readme = _readme_in(settings, folder)
        if readme is not None:
            return join(folder, readme)
        if folder == ROOT:
            return settings.readme
        folder = os.path.dirname(folder) or ROOT


def _readme_in(settings: Settings, folder: str) -> str | None:
    wanted = {settings.readme.lower(), "readme.md"}
    try:
        names = os.listdir(on_disk(settings.root, folder))
    except OSError:
        return None
    readmes = [name for name in names if name.lower() in wanted]
    return min(readmes, key=lambda name: (name != settings.readme, name), default=None)
