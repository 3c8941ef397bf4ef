"""What ``check --fix`` and ``check --add-suppressions`` make of a curriculum, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..check.concern import Concern
from ..check.diagnostic import Diagnostic
from ..check.result import Result
from ..edits.edit import Safety
from ..report.sources import Sources
from ..workspace.disk import Disk
from .loading import plugins_of, rules_to_run
from .named_elsewhere import note_named_elsewhere
from .open_check import OpenCheck, check_once, viewed
from .output import write_bytes
from .repairs import show_diff, write_repair
from .suppressions import write_suppressions

if TYPE_CHECKING:
    from ..check.pages_in_memory import PagesInMemory
    from ..fix.repair import Repair
    from ..refactor.paths.named_elsewhere import NamedElsewhere
    from ..workspace.workspace import Workspace


def add_comments(work: OpenCheck) -> int:
    """Write a comment for everything that is found, or show them; the result is the exit code."""
    return write_suppressions(work.settings, _suppressed(work), diff=work.request.diff)


def show_repairs(work: OpenCheck) -> int:
    """Print what would change, and change nothing; the result is the exit code."""
    repair = _repaired(work)
    code = show_diff(repair)
    note_named_elsewhere(_named_elsewhere(work, repair))
    return code


def repair(work: OpenCheck) -> tuple[Result, Workspace]:
    """Repair; what is found after that, and the files as they are then."""
    done = _repaired(work)
    if work.given is not None:
        from .standard_input import fixed_bytes

        write_bytes(fixed_bytes(work.given, done.draft))
        return done.run, done.draft
    named = _named_elsewhere(work, done)
    if write_repair(work.settings, done):
        note_named_elsewhere(named)
        return done.run, done.draft
    # Not everything is as the repair has seen it: what is there now is reported.
    work = work._replace(disk=Disk(work.settings))
    return check_once(work)._replace(failed=True), work.disk


def _repaired(work: OpenCheck) -> Repair:
    """The curriculum with its repairs, in memory."""
    from ..check.run import run
    from ..fix.repair import repair as repair_all
    from ..links.link_memory import LinkMemory
    from ..workspace.draft import Draft

    change, given, draft = work.change, work.given, Draft(work.disk)
    rules, pages, links = rules_to_run(work.loaded), _pages(work), LinkMemory()
    safeties = {Safety.SAFE, *([Safety.UNSAFE] if work.request.unsafe_fixes else [])}

    def look(workspace: Workspace) -> Result:
        done = run(workspace, rules, pages=pages, ask=work.asker, links=links)
        pages.close(store=not done.failed)
        return change.mark(done, workspace) if change else done

    def is_wanted(each: Diagnostic) -> bool:
        paths = work.paths._replace(origin=draft.tree.origin)
        is_near = change is None or each.concern is not Concern.OTHER
        if each.fix is None or each.fix.safety not in safeties:
            return False
        return is_near and paths.hold(each) and (given is None or given.holds_all_of(each.fix))

    return repair_all(draft, is_wanted, look)


def _pages(work: OpenCheck) -> PagesInMemory:
    """What is known of the pages, where nothing but the curriculum as it is on disk is checked."""
    from ..cache.read_pages import PagesToRepair
    from ..cache.runs import stored_pages
    from ..check.pages_in_memory import PagesInMemory

    if work.request.no_cache or work.asker or work.change or work.given:
        return PagesInMemory()
    with plugins_of(work.loaded):
        return PagesToRepair(stored_pages(work.settings))


def _suppressed(work: OpenCheck) -> Repair:
    """The curriculum with a comment for everything that would be reported, in memory."""
    from ..check.run import run
    from ..suppress.add import add_suppressions
    from ..workspace.draft import Draft

    rules, pages = rules_to_run(work.loaded), _pages(work)

    def look(workspace: Workspace) -> Result:
        done = run(workspace, rules, pages=pages, ask=work.asker)
        marked = work.change.mark(done, workspace) if work.change else done
        seen = viewed(work, marked, workspace, Sources(workspace))
        return marked._replace(diagnostics=(*seen.shown, *seen.cut))

    return add_suppressions(Draft(work.disk), look, work.request.reason)


def _named_elsewhere(work: OpenCheck, repair: Repair) -> list[NamedElsewhere]:
    """What else names the folders and files that the repair renames."""
    if not repair.plan.moves:
        return []
    from ..check.run import read_curriculum
    from ..edits.moves import Moves
    from ..refactor.paths.named_elsewhere import find_named_elsewhere, left_behind

    moves = Moves(repair.plan.moves)
    named = find_named_elsewhere(work.disk, moves)
    before = read_curriculum(work.disk)
    return list(left_behind(named, before, repair.draft, moves))
