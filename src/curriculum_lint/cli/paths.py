"""PATHS of a command line, as paths of the curriculum."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from ..views.paths import AskedPaths


def asked_paths(paths: Iterable[str], root: str) -> AskedPaths:
    """What ``paths``, given in the working folder, ask for. Raises ``UsageError``."""
    return AskedPaths(tuple(_from_root(path, root) for path in paths))


def _from_root(path: str, root: str) -> str:
    if not path:
        raise click.UsageError("There is no file with an empty name.")
    full = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
    if not os.path.lexists(full):
        raise click.UsageError(f"There is no {path}.")
    inside = os.path.relpath(os.path.normpath(full), root).replace(os.sep, "/")
    if inside == ".." or inside.startswith("../"):
        raise click.UsageError(f"{path} is not in the curriculum at {root}.")
    return inside
