"""``curriculum-lint check``: lint, and repair."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from .. import __version__
from ..check.concern import Concern
from ..check.diagnostic import Diagnostic
from ..check.result import Result
from ..edits.edit import Safety
from ..report.repository_files import in_repository
from ..report.sources import Sources
from ..report.summary import Report, summarise
from ..settings.loaded import LoadedSettings
from ..settings.settings import Settings
from ..settings.severity import Severity
from ..views.paths import AskedPaths
from ..views.view import View, view
from ..workspace.disk import Disk
from .baseline import baseline_options, open_baseline
from .changed import changed_options, open_change
from .closest_words import OneOf
from .concerns import with_touched
from .dependencies import answers_after, is_plain, paths_before
from .formats import output_options
from .named_elsewhere import note_named_elsewhere
from .online import DEAD_URL, note_unasked, online_option, open_online
from .options import (
    known_rules,
    load,
    plugins_of,
    rules_to_run,
    selection_options,
    settings_options,
)
from .output import write_bytes
from .paths import asked_paths
from .progress import end_progress, open_disk
from .recording import Recording
from .repairs import end_interrupted, note_interrupted, show_diff, write_repair
from .reports import write_reports
from .request import CheckRequest
from .sparse import note_absent
from .standard_input import InputText, fixed_bytes, note_left_out, open_input
from .suppressions import write_suppressions
from .terminal import snippet_width, wants_color, wants_links
from .unchecked import note_unchecked
from .watch import Look, watch
from .web_links import web_links

if TYPE_CHECKING:
    from ..fix.repair import Repair
    from ..online.ask import Asker
    from ..refactor.named_elsewhere import NamedElsewhere
    from ..workspace.workspace import Workspace
    from .baseline_in_use import BaselineInUse
    from .changed import ChangeInUse


class _Check(NamedTuple):
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


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--stdin-filename", metavar="FILE", help="With `-`: where the text from standard input belongs."
)
@click.option("--fix", is_flag=True, help="Repair what can be repaired safely.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: unsafe fixes as well.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--add-suppressions", is_flag=True, help="Write a comment for everything that is found."
)
@click.option("--reason", metavar="TEXT", help="With --add-suppressions: why it is right so.")
@click.option("--watch", is_flag=True, help="Check again after each change, and say what changes.")
@selection_options
@output_options
@click.option(
    "--fail-level",
    type=OneOf([str(each) for each in Severity]),
    default="warning",
    show_default=True,
    help="Exit with 1 for findings of this severity or a graver one.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--full", is_flag=True, help="Show every finding, however many there are.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option(
    "--color",
    type=OneOf(["auto", "always", "never"]),
    default="auto",
    help="Colour the report.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing where there is nothing to report.")
@online_option
@baseline_options
@changed_options
@settings_options
def check(**options: Any) -> int:
    """Lint the curriculum around the current folder.

    PATHS limit what is reported; the whole curriculum is always analysed. `-` stands for a text
    from standard input, with --stdin-filename.
    """
    started = time.perf_counter()
    request = CheckRequest.from_options(**options)
    if request.watch:
        quiet = replace(request, quiet=True)
        return watch(lambda: _look(quiet), color=wants_color(request.color))
    work = _opened(request)
    if not _may_begin(request, work.settings.root):
        return 2
    if request.add_suppressions:
        return write_suppressions(work.settings, _suppressed(work), diff=request.diff)
    if request.diff:
        repair = _repaired(work)
        code = show_diff(repair)
        note_named_elsewhere(_named_elsewhere(work, repair))
        return code
    result, workspace = _fixed(work) if request.fix else (_run(work), work.disk)
    end_progress(work.disk)
    sources = Sources(workspace)
    seen = _viewed(work, result, workspace, sources)
    report = _report(work, result, seen, sources, time.perf_counter() - started)
    root, color = work.settings.root, wants_color(request.color)
    # With `--fix -` the text takes standard output.
    aside = request.fix and work.given is not None
    write_reports(report, request.outputs, root, color=color, quiet=request.quiet, aside=aside)
    _note(work, result, seen)
    _record(work, report)
    code = _exit_code(request, result, report)
    return work.baseline.settle(code, quiet=request.quiet) if work.baseline else code


def _look(request: CheckRequest) -> Look:
    """One check that changes nothing, as it is watched."""
    started = time.perf_counter()
    work = _opened(request)
    result = _run(work)
    sources = Sources(work.disk)
    end_progress(work.disk)
    seen = _viewed(work, result, work.disk, sources)
    report = _report(work, result, seen, sources, time.perf_counter() - started)
    return Look(work.settings.root, report)


def _opened(request: CheckRequest) -> _Check:
    asker = open_online(request)
    loaded = _loaded(request)
    if (recording := _recording()) is not None:
        recording.ask(paths_before(request, loaded.settings))
    change, baseline = open_change(request, loaded), open_baseline(request, loaded)
    given = open_input(request, loaded.settings)
    paths = asked_paths(request.files, loaded.settings.root, quiet=request.quiet)
    disk = change.now if change else open_disk(loaded.settings, quiet=request.quiet)
    if given is None:
        return _Check(request, loaded, disk, paths, change, baseline, None, asker)
    over, asked = given.over(disk), given.asked(paths)
    return _Check(request, loaded, over, asked, change, baseline, given, asker)


def _loaded(request: CheckRequest) -> LoadedSettings:
    from ..cache.store import ConfigurationStore

    store = None if request.no_cache else ConfigurationStore()
    also = (*request.extend_select, *([DEAD_URL] if request.online else []))
    selection = (request.select, request.ignore, also)
    loaded = load(request.config, request.root, *selection, store)
    return loaded._replace(online=request.online)


def _may_begin(request: CheckRequest, root: str) -> bool:
    """Whether nothing is left of a killed run that has to be looked at before."""
    if (request.fix or request.add_suppressions) and not request.diff:
        return end_interrupted(root)
    if not request.quiet:
        note_interrupted(root)
    return True


def _run(work: _Check) -> Result:
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


def _fixed(work: _Check) -> tuple[Result, Workspace]:
    """What is found after all repairs, and the files as they have left them."""
    repair = _repaired(work)
    if work.given is not None:
        write_bytes(fixed_bytes(work.given, repair.draft))
        return repair.run, repair.draft
    named = _named_elsewhere(work, repair)
    if write_repair(work.settings, repair):
        note_named_elsewhere(named)
        return repair.run, repair.draft
    # Not everything is as the repair has seen it: what is there now is reported.
    work = work._replace(disk=Disk(work.settings))
    return _run(work)._replace(failed=True), work.disk


def _repaired(work: _Check) -> Repair:
    """The curriculum with its repairs, in memory."""
    from ..check.pages_in_memory import PagesInMemory
    from ..check.run import run
    from ..fix.repair import repair
    from ..workspace.draft import Draft

    change, given, draft = work.change, work.given, Draft(work.disk)
    rules, pages = rules_to_run(work.loaded), PagesInMemory()
    safeties = {Safety.SAFE, *([Safety.UNSAFE] if work.request.unsafe_fixes else [])}

    def look(workspace: Workspace) -> Result:
        done = run(workspace, rules, pages=pages, ask=work.asker)
        return change.mark(done, workspace) if change else done

    def is_wanted(each: Diagnostic) -> bool:
        paths = work.paths._replace(origin=draft.tree.origin)
        is_near = change is None or each.concern is not Concern.OTHER
        if each.fix is None or each.fix.safety not in safeties:
            return False
        return is_near and paths.hold(each) and (given is None or given.holds_all_of(each.fix))

    return repair(draft, is_wanted, look)


def _suppressed(work: _Check) -> Repair:
    """The curriculum with a comment for everything that would be reported, in memory."""
    from ..check.pages_in_memory import PagesInMemory
    from ..check.run import run
    from ..suppress.add import add_suppressions
    from ..workspace.draft import Draft

    rules, pages = rules_to_run(work.loaded), PagesInMemory()

    def look(workspace: Workspace) -> Result:
        done = run(workspace, rules, pages=pages, ask=work.asker)
        marked = work.change.mark(done, workspace) if work.change else done
        seen = _viewed(work, marked, workspace, Sources(workspace))
        return marked._replace(diagnostics=(*seen.shown, *seen.cut))

    return add_suppressions(Draft(work.disk), look, work.request.reason)


def _named_elsewhere(work: _Check, repair: Repair) -> list[NamedElsewhere]:
    """What else names the folders and files that the repair renames."""
    if not repair.plan.moves:
        return []
    from ..edits.moves import Moves
    from ..refactor.named_elsewhere import find_named_elsewhere, left_behind

    moves = Moves(repair.plan.moves)
    return list(left_behind(find_named_elsewhere(work.disk, moves), repair.draft, moves))


def _viewed(work: _Check, result: Result, workspace: Workspace, sources: Sources) -> View:
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


def _report(work: _Check, result: Result, seen: View, sources: Sources, seconds: float) -> Report:
    summary = summarise(result.counts, (*seen.shown, *seen.cut), seconds)
    repository = in_repository(work.settings)
    has_links = wants_links(color=wants_color(work.request.color))
    return Report(
        seen.shown,
        summary._replace(baselined=len(seen.known) if work.baseline else None),
        sources.line,
        sources.position,
        __version__,
        repository=repository,
        rules=lambda: known_rules(work.loaded),
        baselined=seen.known,
        cut=seen.cut,
        web=web_links(work.settings, repository, wanted=has_links or work.request.has_addresses),
        full=work.request.full,
        folder_uri=f"{Path(work.settings.root).as_uri().rstrip('/')}/" if has_links else "",
        width=snippet_width(),
    )


def _record(work: _Check, report: Report) -> None:
    """Say on what the answer depends, for whoever may print it again."""
    recording = _recording()
    if recording is None or not is_plain(work.request):
        return
    tree = work.disk.tree
    answers = answers_after(work.settings, tree, recording.settled_ns)
    if answers is not None:
        seconds = None if report.found else report.summary.seconds
        recording.depends_on(tree, answers, seconds)


def _recording() -> Recording | None:
    return click.get_current_context().find_object(Recording)


def _note(work: _Check, result: Result, seen: View) -> None:
    """Say what the report does not."""
    note_unchecked(work.loaded, result, is_shown=bool(seen.shown), is_quiet=work.request.quiet)
    if work.request.quiet:
        return
    if work.given is not None:
        note_left_out(work.given, work.disk.tree)
    note_absent(work.settings.root)
    if work.change is not None:
        work.change.note(seen.elsewhere)
    if work.asker is not None:
        note_unasked(work.asker)


def _is_empty(result: Result, report: Report) -> bool:
    """Whether nothing was looked at: a green that means nothing."""
    return not result.counts.files and not report.found


def _exit_code(request: CheckRequest, result: Result, report: Report) -> int:
    if result.failed or _is_empty(result, report):
        return 2
    if request.exit_zero:
        return 0
    return int(any(each.severity.rank <= request.fail_level.rank for each in report.found))
