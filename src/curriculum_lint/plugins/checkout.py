"""Keeps the code of the linted repository out: it may be a stranger's pull request."""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from functools import cache


def shut_out(root: str) -> None:
    """Take the repository at ``root`` off the path that modules are imported from, for good.

    The environment that runs the tool stays, even where it is a folder of the repository.
    """
    sys.path[:] = [entry for entry in sys.path if not is_in_checkout(entry, root)]


def is_in_checkout(path: str, root: str) -> bool:
    """Whether ``path`` is in the repository and not in the environment that runs the tool.

    ``path`` may be empty, as in ``sys.path``: that is the working folder.
    """
    real = os.path.realpath(path)
    if not _is_within(real, os.path.realpath(root)):
        return False
    return not any(_is_within(real, folder) for folder in _environment())


@cache
def _environment() -> tuple[str, ...]:
    """Where installed packages and Python's own are."""
    paths = sysconfig.get_paths()
    folders = [paths[key] for key in ("stdlib", "platstdlib", "purelib", "platlib")]
    folders += [*site.getsitepackages(), site.getusersitepackages()]
    return tuple(dict.fromkeys(map(os.path.realpath, folders)))


def _is_within(path: str, folder: str) -> bool:
    try:
        return os.path.commonpath((path, folder)) == folder
    except ValueError:  # another drive
        return False
