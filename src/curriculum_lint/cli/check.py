"""``curriculum-lint check``: lint, and repair."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from ..check.result import Result
from ..report.repository_files import in_repository
from ..report.sources import Sources
from ..report.summary import Report, summarise
from ..settings.severity import Severity
from ..views.view import View
from ..workspace.disk import Disk
from .baseline import baseline_options
from .changed import changed_options
from .check_repairs import named_elsewhere, repaired, suppressed
from .closest_words import OneOf
from .dependencies import answers_after, is_plain
from .formats import output_options
from .loading import known_rules, plugins_of, rules_to_run
from .named_elsewhere import note_named_elsewhere
from .online import note_unasked, online_option
from .open_check import OpenCheck, open_check, open_recording, viewed
from .options import selection_options, settings_options
from .output import write_bytes
from .progress import end_progress
from .repairs import end_interrupted, note_interrupted, show_diff, write_repair
from .reports import write_reports
from .request import CheckRequest
from .sparse import note_absent
from .standard_input import fixed_bytes, note_left_out
from .suppressions import write_suppressions
from .terminal import snippet_width, wants_color, wants_links
from .unchecked import note_unchecked
from .watch import Look, watch
from .web_links import web_links

if TYPE_CHECKING:
    from ..workspace.workspace import Workspace


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
    work = open_check(request)
    if not _may_begin(request, work.settings.root):
        return 2
    if request.add_suppressions:
        return write_suppressions(work.settings, suppressed(work), diff=request.diff)
    if request.diff:
        repair = repaired(work)
        code = show_diff(repair)
        note_named_elsewhere(named_elsewhere(work, repair))
        return code
    result, workspace = _fixed(work) if request.fix else (_run(work), work.disk)
    end_progress(work.disk)
    sources = Sources(workspace)
    seen = viewed(work, result, workspace, sources)
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
    work = open_check(request)
    result = _run(work)
    sources = Sources(work.disk)
    end_progress(work.disk)
    seen = viewed(work, result, work.disk, sources)
    report = _report(work, result, seen, sources, time.perf_counter() - started)
    return Look(work.settings.root, report)


def _may_begin(request: CheckRequest, root: str) -> bool:
    """Whether nothing is left of a killed run that has to be looked at before."""
    if (request.fix or request.add_suppressions) and not request.diff:
        return end_interrupted(root)
    if not request.quiet:
        note_interrupted(root)
    return True


def _run(work: OpenCheck) -> Result:
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


def _fixed(work: OpenCheck) -> tuple[Result, Workspace]:
    """What is found after all repairs, and the files as they have left them."""
    repair = repaired(work)
    if work.given is not None:
        write_bytes(fixed_bytes(work.given, repair.draft))
        return repair.run, repair.draft
    named = named_elsewhere(work, repair)
    if write_repair(work.settings, repair):
        note_named_elsewhere(named)
        return repair.run, repair.draft
    # Not everything is as the repair has seen it: what is there now is reported.
    work = work._replace(disk=Disk(work.settings))
    return _run(work)._replace(failed=True), work.disk


def _report(
    work: OpenCheck, result: Result, seen: View, sources: Sources, seconds: float
) -> Report:
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


def _record(work: OpenCheck, report: Report) -> None:
    """Say on what the answer depends, for whoever may print it again."""
    recording = open_recording()
    if recording is None or not is_plain(work.request):
        return
    tree = work.disk.tree
    answers = answers_after(work.settings, tree, recording.settled_ns)
    if answers is not None:
        seconds = None if report.found else report.summary.seconds
        recording.depends_on(tree, answers, seconds)


def _note(work: OpenCheck, result: Result, seen: View) -> None:
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
