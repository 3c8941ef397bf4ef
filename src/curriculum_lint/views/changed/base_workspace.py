"""A folder of our own with the base in it, laid out as its repository is."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace

from ...git.calls import GitFailure
from ...settings.find import OWN_FILE
from ...settings.read import PYPROJECT
from ...settings.settings import Settings
from ...workspace.entry import join, on_disk
from ...workspace.open import read_regular
from ...workspace.tree import Kind as EntryKind
from .checkout import write_tree
from .versions import Versions, is_markdown

_EXCLUDE = ".git/info/exclude"
_MOST_EXCLUDES = 64 * 1024
_READ = frozenset({".gitignore", OWN_FILE, PYPROJECT})


@contextmanager
def base_workspace(versions: Versions) -> Iterator[Settings]:
    """The settings of ``versions`` for its base, whose files are there until the context ends.

    Raises `GitFailure` where they cannot be written.
    """
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="curriculum-lint-"))
            root = _fill(versions, os.path.realpath(folder))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise GitFailure(
                f"The base cannot be written to a temporary folder: {reason}."
            ) from None
        yield replace(versions.settings, root=root)


def _fill(versions: Versions, top: str) -> str:
    """Write the base into the folder ``top``; the result is the folder of the curriculum in it."""
    # The root is as deep in a repository as it really is: links are read by that.
    root = os.path.join(top, *filter(None, versions.repository.prefix.split("/")))
    os.makedirs(os.path.join(top, ".git", "info"), mode=0o700)
    os.makedirs(root, mode=0o700, exist_ok=True)
    settings = versions.settings
    write_tree(
        root,
        versions.tree,
        versions.objects,
        lambda path: _is_read(path, settings),
        settings.limits.file_bytes,
    )
    _add_what_is_not_in_git(versions, root)
    return root


def excludes(settings: Settings) -> bytes:
    """The ignore file that is in no commit; nothing where there is none."""
    with suppress(OSError):
        return read_regular(on_disk(settings.root, _EXCLUDE), _MOST_EXCLUDES)
    return b""


def _is_read(path: str, settings: Settings) -> bool:
    name = path.rpartition("/")[2]
    readme = settings.readme.casefold()
    return is_markdown(path) or name in _READ or name.casefold() == readme


def _add_what_is_not_in_git(versions: Versions, root: str) -> None:
    settings = versions.settings
    if not versions.repository.prefix:
        _put(root, _EXCLUDE, excludes(settings))
    for path in settings.schemas.values():
        # The same check needs the same schemas, and these may be new.
        _copy(settings, root, path)
    for path, kind in versions.foreign():
        if kind is EntryKind.FOLDER:
            os.makedirs(on_disk(root, path), mode=0o700, exist_ok=True)
        elif kind is EntryKind.FILE and is_markdown(path):
            _copy(settings, root, path)
        elif kind is EntryKind.FILE:
            _put(root, path, b"")


def _copy(settings: Settings, root: str, path: str) -> None:
    with suppress(OSError):
        data = read_regular(on_disk(settings.root, path), settings.limits.file_bytes)
        _put(root, path, data)


def _put(root: str, path: str, data: bytes) -> None:
    """Write a file of ours, which replaces whatever was there, but goes through no link."""
    folder = ""
    for segment in path.split("/")[:-1]:
        folder = join(folder or ".", segment)
        if os.path.islink(on_disk(root, folder)):
            return
    full = on_disk(root, path)
    os.makedirs(os.path.dirname(full), mode=0o700, exist_ok=True)
    with suppress(FileNotFoundError):
        os.unlink(full)
    with open(full, "xb") as file:
        file.write(data)
