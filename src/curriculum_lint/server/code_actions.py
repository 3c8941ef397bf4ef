"""Fixes as actions: of one finding, of one file, of the whole curriculum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from ..check.diagnostic import Diagnostic
from ..check.rule import CurriculumRule, Rule
from ..check.run import run
from ..edits.edit import Fix, Safety
from ..fix.repair import repair
from ..workspace.draft import Draft
from .diagnostics import to_lsp
from .view import ProjectView
from .workspace_edits import EditorCannotError, workspace_edit

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.curriculum-lint"
FIX_FILE_COMMAND = "curriculum-lint.fixFile"
FIX_ALL_COMMAND = "curriculum-lint.fixAll"


class WantedFixes(NamedTuple):
    """Which fixes: those in one file, or everywhere without one; unsafe ones as well, or not."""

    path: str | None
    unsafe: bool = False

    def includes(self, each: Diagnostic) -> bool:
        """Whether the finding is to be repaired."""
        is_safe = self.unsafe or (each.fix is not None and each.fix.safety is Safety.SAFE)
        return each.fix is not None and is_safe and self.path in (None, each.place.path)


def quick_fixes(
    view: ProjectView,
    path: str,
    where: types.Range,
    capabilities: types.ClientCapabilities,
) -> Iterator[types.CodeAction]:
    """The fixes of what is found in a range of the document at ``path``."""
    for each in current_diagnostics(view):
        shown = view.range_of(each.place)
        if each.fix is None or each.place.path != path or not _meet(shown, where):
            continue
        edit = fix_edit(view, each.fix, capabilities)
        if edit is not None:
            is_safe = each.fix.safety is Safety.SAFE
            yield types.CodeAction(
                title=each.fix.title if is_safe else f"{each.fix.title} (unsafe)",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[to_lsp(each, view)],
                is_preferred=is_safe,
                edit=edit,
            )


def current_diagnostics(view: ProjectView) -> tuple[Diagnostic, ...]:
    """What is found in the curriculum as it is now; fixes only where they fit."""
    checker = view.project.checker
    last = checker.last
    if last is not None and last.snapshot is view.snapshot:
        return last.diagnostics
    return checker.check_quickly(view.snapshot)


def fix_edit(
    view: ProjectView, fix: Fix, capabilities: types.ClientCapabilities
) -> types.WorkspaceEdit | None:
    """What one fix changes; ``None`` where it cannot be made."""
    draft = Draft(view.snapshot.workspace)
    if not draft.possible([fix]) or not draft.apply([fix]):
        return None
    try:
        return workspace_edit(view, draft, capabilities)
    except EditorCannotError:
        return None


def all_fixes(
    view: ProjectView, wanted: WantedFixes, capabilities: types.ClientCapabilities
) -> types.WorkspaceEdit:
    """What the wanted fixes change, and those that follow from them. Raises `EditorCannotError`."""
    rules = list(_fixing(view, wanted))
    if not rules:
        return types.WorkspaceEdit()
    pages = view.project.pages.copy()
    draft = Draft(view.snapshot.workspace)
    done = repair(draft, wanted.includes, lambda workspace: run(workspace, rules, pages=pages))
    return workspace_edit(view, done.draft, capabilities)


def _fixing(view: ProjectView, wanted: WantedFixes) -> Iterator[Rule]:
    """The rules that have something to repair, and those that say where nothing is to be done.

    Those of documents have run already.
    """
    codes = {each.code for each in current_diagnostics(view) if wanted.includes(each)}
    for rule in view.project.rules if codes else ():
        if rule.code in codes or rule.covers or not isinstance(rule, CurriculumRule):
            yield rule


def whole_actions(view: ProjectView, path: str) -> Iterator[tuple[str, str, WantedFixes]]:
    """Title, command and extent of what repairs more than one finding."""
    found = current_diagnostics(view)
    for unsafe in (False, True):
        also = ", also unsafe ones" if unsafe else ""
        in_file, everywhere = WantedFixes(path, unsafe), WantedFixes(None, unsafe)
        counts = [sum(map(each.includes, found)) for each in (in_file, everywhere)]
        has_more = not unsafe or sum(map(WantedFixes(None).includes, found)) < counts[1]
        if counts[0] and has_more:
            yield f"Fix everything in this file{also}", FIX_FILE_COMMAND, in_file
        if counts[1] > counts[0] and has_more:
            yield f"Fix everything in the curriculum{also}", FIX_ALL_COMMAND, everywhere


def _meet(one: types.Range, other: types.Range) -> bool:
    """Whether both are in one line: where in it the cursor is does not matter."""
    return one.start.line <= other.end.line and other.start.line <= one.end.line
