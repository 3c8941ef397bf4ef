"""The baseline of one ``check``, where there is one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..settings.loaded import LoadedSettings
from .refusal import refuse

if TYPE_CHECKING:
    from .baseline_in_use import BaselineInUse
    from .request import CheckRequest


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
            refuse(f"There is no {path}; --update-baseline writes it.")
        return None
    from ..workspace.around import Surroundings
    from .baseline_in_use import BaselineInUse

    if request.update_baseline and Surroundings(root).absent:
        refuse("A sparse checkout lacks files whose findings would be forgotten.")
    return BaselineInUse(loaded, path, update=request.update_baseline, accept=request.accept_new)


def _from_root(path: str, root: str) -> str:
    name = os.path.basename(path)
    full = os.path.join(os.path.realpath(os.path.dirname(path) or "."), name)
    inside = os.path.relpath(full, root).replace(os.sep, "/")
    if not name or inside.split("/")[0] == "..":
        refuse(f"{path} is no file in the curriculum at {root}.")
    return inside
