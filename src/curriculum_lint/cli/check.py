"""``curriculum-lint check``: lint, and repair."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from .. import __version__
from ..check.diagnostic import INTERNAL_ERROR, Diagnostic
from ..edits.edit import Safety
from ..report.concern import Concern
from ..report.repository_files import in_repository
from ..report.sources import Sources
from ..report.summary import Report, in_order, summarise
from ..settings.loaded import LoadedSettings
from ..settings.settings import Limits, Settings
from ..settings.severity import Severity
from ..text.escape import printable
from .baseline import baseline_options, open_baseline
from .changed import Change, changed_options, open_change
from .concerns import concerns_of
from .formats import Output, chosen_outputs, output_options
from .online import DEAD_URL, note_unasked, online_option, open_online
from .options import known_rules, load, plugins_of, rules_for, selection_options, settings_options
from .output import complain, wants_color
from .repairs import end_interrupted, note_interrupted, show_diff, write_repair
from .reports import write_reports

if TYPE_CHECKING:
    from ..check.result import Run
    from ..fix.repair import Repair
    from ..online.ask import Asker
    from ..workspace.draft import Draft

Wanted = Callable[[Diagnostic], bool]


class _Checked(NamedTuple):
    """A finished check, and the texts that fixes have changed."""

    run: Run
    texts: dict[str, str]


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--fix", is_flag=True, help="Repair what can be repaired safely.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: unsafe fixes as well.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@selection_options
@output_options
@click.option(
    "--fail-level",
    type=click.Choice([str(each) for each in Severity]),
    default="warning",
    show_default=True,
    help="Exit with 1 for findings of this severity or a graver one.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule instead.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
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

    PATHS limit what is reported; the whole curriculum is always analysed.
    """
    started = time.perf_counter()
    outputs = chosen_outputs(
        options["output_format"], options["output_file"], statistics=options["statistics"]
    )
    asker = open_online(options)
    loaded = _load(options)
    limits = loaded.settings.limits
    change = open_change(loaded, options)
    loaded = change.loaded if change else loaded
    baseline = open_baseline(loaded, options)
    loaded = baseline.loaded if baseline else loaded
    asked = _Asked(options["paths"], loaded.settings.root)
    wanted: Wanted = change.wanted_of(asked) if change else asked
    root = loaded.settings.root
    if options["fix"] and not options["diff"]:
        if not end_interrupted(root):
            return 2
    elif not options["quiet"]:
        note_interrupted(root)
    if options["fix"] or options["diff"]:
        repair = _repair(loaded, options, wanted, change, asker, asked)
        if options["diff"]:
            return show_diff(repair)
        checked = _write(loaded, options, repair, change, asker, asked)
    else:
        checked = _Checked(_run(loaded, options, change, asker), {})
    sources = Sources(loaded.settings, checked.texts)
    known: tuple[Diagnostic, ...] | None = None
    if baseline is not None:
        new, known = baseline.split(checked.run, sources.line)
        checked, known = checked._replace(run=new), in_order(filter(wanted, known))
    shown = in_order(filter(wanted, checked.run.diagnostics))
    if change is not None:
        run, shown = change.limited(checked.run, shown)
        checked = checked._replace(run=run)
    concerns = concerns_of(shown, change, outputs, loaded.settings, checked.texts)
    _report(loaded, checked, shown, known, concerns, sources, started, outputs, options)
    if change is not None and not options["quiet"]:
        change.note()
    if asker is not None and not options["quiet"]:
        note_unasked(asker)
    code = _exit_code(checked.run, shown, limits, options)
    return baseline.settle(code, quiet=options["quiet"]) if baseline else code


def _load(options: dict[str, Any]) -> LoadedSettings:
    from ..cache.store import ConfigurationStore

    store = None if options["no_cache"] else ConfigurationStore()
    online = options["online"]
    also = (*options["extend_select"], DEAD_URL) if online else options["extend_select"]
    selection = (options["select"], options["ignore"], also)
    loaded = load(options["config"], options["root"], *selection, store)
    return loaded._replace(online=online)


def _run(
    loaded: LoadedSettings, options: dict[str, Any], change: Change | None, asker: Asker | None
) -> Run:
    from ..cache.runs import cached_run

    if options["no_cache"] or asker is not None:
        from ..check.run import run

        pages = change.pages if change else None
        done = run(loaded.settings, rules_for(loaded), pages=pages, ask=asker)
    else:
        with plugins_of(loaded):
            done = cached_run(loaded.settings, lambda: rules_for(loaded))
    return change.sort(done, {}) if change else done


def _repair(
    loaded: LoadedSettings,
    options: dict[str, Any],
    wanted: Wanted,
    change: Change | None,
    asker: Asker | None,
    asked: _Asked,
) -> Repair:
    from ..check.run import run
    from ..fix.repair import PagesInMemory, repair

    rules, pages = rules_for(loaded), PagesInMemory()
    safeties = {Safety.SAFE, Safety.UNSAFE} if options["unsafe_fixes"] else {Safety.SAFE}

    def look(draft: Draft) -> Run:
        tree, texts = draft.tree, draft.texts
        asked.origin = tree.origin
        done = run(loaded.settings, rules, tree=tree, texts=texts, pages=pages, ask=asker)
        return change.sort(done, texts) if change else done

    return repair(
        loaded.settings,
        lambda each: each.fix is not None and each.fix.safety in safeties and wanted(each),
        look,
    )


def _write(
    loaded: LoadedSettings,
    options: dict[str, Any],
    repair: Repair,
    change: Change | None,
    asker: Asker | None,
    asked: _Asked,
) -> _Checked:
    if write_repair(loaded.settings, repair):
        return _Checked(repair.run, repair.after)
    # Not everything is as the repair has seen it: what is there now is reported.
    asked.origin = _same
    run = _run(loaded, options, change, asker)
    return _Checked(run._replace(failed=True), {})


class _Asked:
    """Whether a diagnostic is about one of ``paths``, or about anything where there are none.

    ``origin`` says how a path was called when the paths were given.
    """

    def __init__(self, paths: Sequence[str], root: str) -> None:
        self._inside = tuple(_from_root(path, root) for path in paths)
        self.origin: Callable[[str], str] = _same

    def __call__(self, diagnostic: Diagnostic) -> bool:
        if not self._inside or diagnostic.code == INTERNAL_ERROR:
            return True
        path = self.origin(diagnostic.place.path)
        return any(_is_at(path, each) for each in self._inside)


def _same(path: str) -> str:
    return path


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


def _is_at(path: str, at: str) -> bool:
    return at in (".", path) or path.startswith(f"{at}/")


def _report(
    loaded: LoadedSettings,
    checked: _Checked,
    shown: Sequence[Diagnostic],
    known: tuple[Diagnostic, ...] | None,
    concerns: Mapping[Diagnostic, Concern],
    sources: Sources,
    started: float,
    outputs: Sequence[Output],
    options: dict[str, Any],
) -> None:
    seconds = time.perf_counter() - started
    report = Report(
        tuple(shown),
        summarise(checked.run.counts, shown, seconds, checked.run.hidden)._replace(
            baselined=None if known is None else len(known)
        ),
        sources.line,
        sources.position,
        __version__,
        repository=in_repository(loaded.settings),
        rules=lambda: known_rules(loaded),
        baselined=known or (),
        concerns=concerns,
    )
    color, quiet = wants_color(options["color"]), options["quiet"]
    write_reports(report, outputs, loaded.settings.root, color=color, quiet=quiet)
    if shown or not options["quiet"]:
        _hint(loaded.settings, checked.run)


def _hint(settings: Settings, run: Run) -> None:
    """Say why nothing but links was checked."""
    if run.counts.modules == 0 and not run.has_levels:
        levels = ", ".join(settings.levels) or "none"
        complain(
            printable(
                f"Note: no level was found (levels: {levels}), so only links and text were "
                "checked. `levels` in curriculum-lint.toml names the folders that hold modules."
            )
        )


def _exit_code(
    run: Run, shown: Sequence[Diagnostic], limits: Limits, options: dict[str, Any]
) -> int:
    if run.failed:
        return 2
    if options["exit_zero"]:
        return 0
    level = Severity(options["fail_level"])
    if any(each.severity.rank <= level.rank for each in shown):
        return 1
    # Of too many, the graver ones are shown; but those of PATHS may all be among the others.
    is_cut = run.hidden > 0 and len(run.diagnostics) >= limits.diagnostics
    return 1 if is_cut and options["paths"] else 0
