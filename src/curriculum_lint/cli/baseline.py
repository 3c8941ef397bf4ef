"""The baseline of one ``check``: its options, what it hides, and how it is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..settings.loaded import LoadedSettings

if TYPE_CHECKING:
    from .baseline_in_use import Baseline

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


def open_baseline(loaded: LoadedSettings, options: dict[str, Any]) -> Baseline | None:
    """The baseline that the options and the settings name; ``None`` where there is none.

    Raises `SettingsError` for a file that cannot be used, and ``UsageError``.
    """
    _refuse_contradictions(options)
    if options["no_baseline"]:
        return None
    root = loaded.settings.root
    path = loaded.settings.baseline
    if options["baseline"] is not None:
        path = _from_root(options["baseline"], root)
    if not options["update_baseline"] and not os.path.lexists(os.path.join(root, path)):
        if options["baseline"] is not None:
            raise click.UsageError(f"There is no {path}; --update-baseline writes it.")
        return None
    from .baseline_in_use import Baseline

    update, accept = options["update_baseline"], options["accept_new"]
    return Baseline(loaded, path, update=update, accept=accept)


def _refuse_contradictions(options: dict[str, Any]) -> None:
    if options["accept_new"] and not options["update_baseline"]:
        raise click.UsageError("--accept-new needs --update-baseline.")
    if options["no_baseline"] and (options["update_baseline"] or options["baseline"] is not None):
        raise click.UsageError("--no-baseline excludes the other options of the baseline.")
    if options["update_baseline"] and (options["paths"] or options["diff"]):
        raise click.UsageError(
            "--update-baseline records the whole curriculum: no PATHS, no --diff."
        )


def _from_root(path: str, root: str) -> str:
    name = os.path.basename(path)
    full = os.path.join(os.path.realpath(os.path.dirname(path) or "."), name)
    inside = os.path.relpath(full, root).replace(os.sep, "/")
    if not name or inside.split("/")[0] == "..":
        raise click.UsageError(f"{path} is no file in the curriculum at {root}.")
    return inside
