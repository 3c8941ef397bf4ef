"""One check from its options on: what it is to do, and what is open until it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from ..check.result import Result
from ..report.sources import Sources
from ..settings.loaded import LoadedSettings
from ..settings.settings import Settings
from ..views.paths import AskedPaths
from ..views.view import View, view
from .baseline import open_baseline
from .changed import open_change
from .concerns import with_touched
from .dependencies import paths_before
from .loading import load
from .online import DEAD_URL, open_online
from .paths import asked_paths
from .progress import open_disk
from .recording import Recording
from .request import CheckRequest
from .standard_input import InputText, open_input

if TYPE_CHECKING:
    from ..online.ask import Asker
    from ..workspace.workspace import Workspace
    from .baseline_in_use import BaselineInUse
    from .changed import ChangeInUse


class OpenCheck(NamedTuple):
    """One check: what it is to do, and what is open until it ends."""

    request: CheckRequest
    loaded: LoadedSettings
    disk: Workspace
    paths: AskedPaths
    change: ChangeInUse | None
    baseline: BaselineInUse | None
    given: InputText | None
    asker: Asker | None

    @property
    def settings(self) -> Settings:
        """The settings of the curriculum."""
        return self.loaded.settings


def open_check(request: CheckRequest) -> OpenCheck:
    """The check that the options ask for. Raises for settings or options that cannot be used."""
    asker = open_online(request)
    loaded = _loaded(request)
    if (recording := open_recording()) is not None:
        recording.ask(paths_before(request, loaded.settings))
    change, baseline = open_change(request, loaded), open_baseline(request, loaded)
    given = open_input(request, loaded.settings)
    paths = asked_paths(request.files, loaded.settings.root, quiet=request.quiet)
    disk = change.now if change else open_disk(loaded.settings, quiet=request.quiet)
    if given is None:
        return OpenCheck(request, loaded, disk, paths, change, baseline, None, asker)
    over, asked = given.over(disk), given.asked(paths)
    return OpenCheck(request, loaded, over, asked, change, baseline, given, asker)


def viewed(work: OpenCheck, result: Result, workspace: Workspace, sources: Sources) -> View:
    """What of the result is reported; a baseline that is to be written is written before."""
    there = workspace.tree.entries
    known = work.baseline.take_known(result, sources.line, there) if work.baseline else ()
    paths = work.paths._replace(origin=workspace.tree.origin)
    is_changed = work.change is not None
    limits = work.settings.limits
    seen = view(result.diagnostics, paths, known, limits, changed=is_changed)
    if is_changed:
        return seen
    return with_touched(seen, work.request, workspace)


def _loaded(request: CheckRequest) -> LoadedSettings:
    from ..cache.store import ConfigurationStore

    store = None if request.no_cache else ConfigurationStore()
    also = (*request.extend_select, *([DEAD_URL] if request.online else []))
    selection = (request.select, request.ignore, also)
    loaded = load(request.config, request.root, *selection, store)
    return loaded._replace(online=request.online)


def open_recording() -> Recording | None:
    """What records this run, for the next one; ``None`` where nothing does."""
    return click.get_current_context().find_object(Recording)
