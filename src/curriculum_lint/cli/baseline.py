"""The baseline of one ``check``: its options, what it hides, and how it is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..settings.loaded import LoadedSettings

if TYPE_CHECKING:
    from .baseline_in_use import BaselineInUse
    from .request import CheckRequest

Command = TypeVar("Command", bound=Callable[..., object])

_OPTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("--accept-new", {"is_flag": True, "help": "With --update-baseline: record new ones too."}),
    ("--update-baseline", {"is_flag": True, "help": "Record what is found as known."}),
    ("--no-baseline", {"is_flag": True, "help": "Report known findings as well."}),
    ("--baseline", {"metavar": "FILE", "help": "The file of known findings, not reported again."}),
)


def baseline_options(command: Command) -> Command:
    """``--baseline``, ``--no-baseline``, ``--update-baseline`` and ``--accept-new``."""
    for name, keywords in _OPTIONS:
        command = click.option(name, **keywords)(command)
    return command


def open_baseline(request: CheckRequest, loaded: LoadedSettings) -> BaselineInUse | None:
    """The baseline that the options and the settings name; ``None`` where there is none.

    Raises `SettingsError` for a file that cannot be used, and ``UsageError``.
    """
    if request.no_baseline:
        return None
    root = loaded.settings.root
    path = loaded.settings.baseline
    if request.baseline is not None:
        path = _from_root(request.baseline, root)
    if not request.update_baseline and not os.path.lexists(os.path.join(root, path)):
        if request.baseline is not None:
            raise click.UsageError(f"There is no {path}; --update-baseline writes it.")
        return None
    from ..workspace.around import Surroundings
    from .baseline_in_use import BaselineInUse

    if request.update_baseline and Surroundings(root).absent:
        raise click.UsageError("A sparse checkout lacks files whose findings would be forgotten.")
    return BaselineInUse(loaded, path, update=request.update_baseline, accept=request.accept_new)


def _from_root(path: str, root: str) -> str:
    name = os.path.basename(path)
    full = os.path.join(os.path.realpath(os.path.dirname(path) or "."), name)
    inside = os.path.relpath(full, root).replace(os.sep, "/")
    if not name or inside.split("/")[0] == "..":
        raise click.UsageError(f"{path} is no file in the curriculum at {root}.")
    return inside
