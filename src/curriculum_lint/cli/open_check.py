"""One check from its options on: what it is to do, and what is open until it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
from .loading import load, plugins_of, rules_to_run
from .online import DEAD_URL, open_online
from .paths import asked_paths
from .progress import open_disk
from .request import CheckRequest

if TYPE_CHECKING:
    from ..online.ask import Asker
    from ..workspace.workspace import Workspace
    from .baseline_in_use import BaselineInUse
    from .changed import ChangeInUse
    from .recording import Recording
    from .standard_input import InputText


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


def open_check(request: CheckRequest, recording: Recording | None = None) -> OpenCheck:
    """The check that the options ask for. Raises for settings or options that cannot be used.

    The ``recording`` is told before what is read outside the tree.
    """
    asker = open_online(request)
    loaded = _loaded(request)
    if recording is not None:
        recording.ask(paths_before(request, loaded.settings))
    change, baseline = open_change(request, loaded), open_baseline(request, loaded)
    given = _open_input(request, loaded.settings)
    paths = asked_paths(request.files, loaded.settings.root, quiet=request.quiet)
    disk = change.now if change else open_disk(loaded.settings, quiet=request.quiet)
    if given is None:
        return OpenCheck(request, loaded, disk, paths, change, baseline, None, asker)
    over, asked = given.over(disk), given.asked(paths)
    return OpenCheck(request, loaded, over, asked, change, baseline, given, asker)


def check_once(work: OpenCheck) -> Result:
    """What is found in the curriculum as it is."""
    from ..cache.runs import cached_run, run_with_cached_pages

    loaded, change = work.loaded, work.change
    if work.request.no_cache or work.asker is not None:
        from ..check.run import run

        pages = change.pages if change else None
        done = run(work.disk, rules_to_run(loaded), pages=pages, ask=work.asker)
    else:
        cached = cached_run if work.given is None else run_with_cached_pages
        with plugins_of(loaded):
            done = cached(work.disk, lambda: rules_to_run(loaded))
    return change.mark(done, work.disk) if change else done


def viewed(work: OpenCheck, result: Result, workspace: Workspace, sources: Sources) -> View:
    """What of the result is reported; a baseline that is to be written is written before."""
    there = workspace.tree.entries
    known = work.baseline.take_known(result, sources.line, there) if work.baseline else ()
    paths = work.paths._replace(origin=workspace.tree.origin)
    is_changed = work.change is not None
    limits = work.settings.limits
    seen = view(result.diagnostics, paths, known, limits, changed=is_changed)
    return seen if is_changed else with_touched(seen, work.request, workspace)


def _loaded(request: CheckRequest) -> LoadedSettings:
    from ..cache.store import ConfigurationStore

    store = None if request.no_cache else ConfigurationStore()
    also = (*request.extend_select, *([DEAD_URL] if request.online else []))
    selection = (request.select, request.ignore, also)
    loaded = load(request.config, request.root, *selection, store)
    return loaded._replace(online=request.online)


def _open_input(request: CheckRequest, settings: Settings) -> InputText | None:
    if request.stdin_filename is None:
        return None
    from .standard_input import open_input

    return open_input(request.stdin_filename, settings)
