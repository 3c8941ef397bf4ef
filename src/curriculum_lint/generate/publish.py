"""The page for learners, written into a folder that is published."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..check.reading import PageStore
from ..check.run import read_curriculum
from ..edits.apply import apply_plan
from ..edits.not_written import RefusedError
from ..edits.overwrite import locate
from ..edits.plan import NewText, Plan
from ..git.prefix import repository_top
from ..index.build import build_index
from ..page.render import PageFile
from ..settings.errors import Problem, SettingsError
from ..settings.settings import Settings
from ..text.utf_8 import utf_8
from ..workspace.disk import Disk
from ..workspace.generated import read_generated
from .learners_page import DEFAULT, LearnersPage
from .ours import is_our_part

_FOREIGN = "{} was not written: what is there now was not generated. Choose another folder."


class Published(NamedTuple):
    """What the page consists of now, and how much of it was written anew."""

    files: int
    written: int
    bytes: int


def publish(settings: Settings, folder: str, pages: PageStore | None = None) -> Published:
    """Write the page into ``folder``, which is made if it is not there.

    What is there and was not generated stays. Raises `SettingsError` if it stands in the way, or
    if a file cannot be written. ``pages`` are for reading without a check.
    """
    path = _path(settings.root, folder)
    # The file is the one that the folder asks for, whatever the configuration names.
    settings = replace(settings, index=replace(settings.index, html=None))
    curriculum = read_curriculum(Disk(settings), pages=pages)
    files = LearnersPage(curriculum, build_index(curriculum), path).files
    changed = list(_changed(folder, files))
    _write(settings.root, folder, changed)
    return Published(len(files), len(changed), sum(len(utf_8(file.text)) for file in files))


def _write(root: str, folder: str, changed: list[tuple[PageFile, str | None]]) -> None:
    """Write all files or none."""
    try:
        place = locate(folder, repository_top(root))
    except RefusedError as error:
        raise SettingsError.single(f"{folder} {error.reason}") from None
    os.makedirs(place, exist_ok=True)
    texts = (NewText(file.path, file.text, False, digest) for file, digest in changed)
    refused = apply_plan(place, Plan(tuple(texts), whole=True))
    if refused:
        raise SettingsError([Problem(each.message) for each in refused])


def _changed(folder: str, files: list[PageFile]) -> Iterator[tuple[PageFile, str | None]]:
    """The files that are not as they should be, each with the digest of what is there."""
    for file in files:
        now = read_generated(folder, file.path)
        if now is not None and not is_our_part(now.text):
            raise SettingsError.single(_FOREIGN.format(posixpath.join(folder, file.path)))
        if now is None or now.text != file.text:
            yield file, now.digest if now else None


def _path(root: str, folder: str) -> str:
    """Where the page is, relative to the root; elsewhere it is as if it lay there."""
    relative = os.path.relpath(folder, root).replace(os.sep, "/")
    return DEFAULT if relative.startswith("..") else posixpath.normpath(f"{relative}/{DEFAULT}")
