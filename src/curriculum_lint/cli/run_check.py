"""One check: what it looks at, and what it says.

What ``check`` alone asks for is done by what stands here and little else: what other options need
is loaded where it is used.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from .. import __version__
from ..check.result import Result
from ..report.repository_files import in_repository
from ..report.sources import Sources
from ..report.summary import Report, summarise
from ..views.view import View
from .dependencies import answers_after, is_plain
from .loading import known_rules
from .open_check import OpenCheck, check_once, open_check, viewed
from .progress import end_progress
from .reports import write_reports
from .request import CheckRequest
from .sparse import note_absent
from .terminal import snippet_width, wants_color, wants_links
from .unchecked import note_unchecked
from .unfinished import end_interrupted, note_interrupted
from .web_links import web_links

if TYPE_CHECKING:
    from ..workspace.workspace import Workspace
    from .recording import Recording
    from .watch import Look


def run_check(request: CheckRequest, recording: Recording | None = None) -> int:
    """Check as asked; the result is the exit code. What it depends on, ``recording`` is told."""
    started = time.perf_counter()
    if request.watch:
        from .watch import watch

        quiet = request._replace(quiet=True)
        return watch(lambda: _look(quiet), color=wants_color(request.color))
    work = open_check(request, recording)
    if not _may_begin(request, work.settings.root):
        return 2
    if request.add_suppressions or request.diff:
        from .check_repairs import add_comments, show_repairs

        return add_comments(work) if request.add_suppressions else show_repairs(work)
    result, workspace = _found(work)
    end_progress(work.disk)
    sources = Sources(workspace)
    seen = viewed(work, result, workspace, sources)
    report = _report(work, result, seen, sources, time.perf_counter() - started)
    root, color = work.settings.root, wants_color(request.color)
    # With `--fix -` the text takes standard output.
    aside = request.fix and work.given is not None
    write_reports(report, request.outputs, root, color=color, quiet=request.quiet, aside=aside)
    _note(work, result, seen)
    if recording is not None:
        _record(work, report, recording)
    code = _exit_code(request, result, report)
    return work.baseline.settle(code, quiet=request.quiet) if work.baseline else code


def _look(request: CheckRequest) -> Look:
    """One check that changes nothing, as it is watched."""
    from .watch import Look

    started = time.perf_counter()
    work = open_check(request)
    result = check_once(work)
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


def _found(work: OpenCheck) -> tuple[Result, Workspace]:
    """What is found, with --fix after all repairs, and the files as they are then."""
    if not work.request.fix:
        return check_once(work), work.disk
    from .check_repairs import repair

    return repair(work)


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
        folder_uri=_folder_uri(work.settings.root) if has_links else "",
        width=snippet_width(),
    )


def _folder_uri(folder: str) -> str:
    from pathlib import Path

    return f"{Path(folder).as_uri().rstrip('/')}/"


def _record(work: OpenCheck, report: Report, recording: Recording) -> None:
    """Say on what the answer depends, for whoever may print it again."""
    if not is_plain(work.request):
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
        work.given.note(work.disk.tree)
    note_absent(work.settings.root)
    if work.change is not None:
        work.change.note(seen.elsewhere)
    if work.asker is not None:
        from .online import note_unasked

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
