"""What ``check --fix`` and ``check --add-suppressions`` make of a curriculum, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..check.concern import Concern
from ..check.diagnostic import Diagnostic
from ..check.result import Result
from ..edits.edit import Safety
from ..report.sources import Sources
from .loading import rules_to_run
from .open_check import OpenCheck, viewed

if TYPE_CHECKING:
    from ..fix.repair import Repair
    from ..refactor.named_elsewhere import NamedElsewhere
    from ..workspace.workspace import Workspace


def repaired(work: OpenCheck) -> Repair:
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


def suppressed(work: OpenCheck) -> Repair:
    """The curriculum with a comment for everything that would be reported, in memory."""
    from ..check.pages_in_memory import PagesInMemory
    from ..check.run import run
    from ..suppress.add import add_suppressions
    from ..workspace.draft import Draft

    rules, pages = rules_to_run(work.loaded), PagesInMemory()

    def look(workspace: Workspace) -> Result:
        done = run(workspace, rules, pages=pages, ask=work.asker)
        marked = work.change.mark(done, workspace) if work.change else done
        seen = viewed(work, marked, workspace, Sources(workspace))
        return marked._replace(diagnostics=(*seen.shown, *seen.cut))

    return add_suppressions(Draft(work.disk), look, work.request.reason)


def named_elsewhere(work: OpenCheck, repair: Repair) -> list[NamedElsewhere]:
    """What else names the folders and files that the repair renames."""
    if not repair.plan.moves:
        return []
    from ..check.run import read_curriculum
    from ..edits.moves import Moves
    from ..refactor.named_elsewhere import find_named_elsewhere, left_behind

    moves = Moves(repair.plan.moves)
    named = find_named_elsewhere(work.disk, moves)
    before = read_curriculum(work.disk)
    return list(left_behind(named, before, repair.draft, moves))
