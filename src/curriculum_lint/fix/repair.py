"""Repairs a curriculum: fixes are applied in memory, in rounds, until there are none left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..check.diagnostic import Diagnostic
from ..check.result import Result
from ..edits.apply import apply_plan
from ..edits.compose import select_fixes
from ..edits.edit import Fix
from ..edits.moves import is_within_any
from ..edits.not_written import NotWritten
from ..edits.plan import Plan
from ..edits.temporary import is_removal
from ..settings.settings import Settings
from ..workspace.draft import Draft
from ..workspace.entry import EntryKind
from ..workspace.workspace import Workspace

MOST_ROUNDS = 10


class Repair(NamedTuple):
    """What fixing would change: ``plan``, whose new texts ``after`` holds by their new paths.

    ``run`` is the check of the result; ``unsettled`` names the rules whose fixes were still
    undoing each other after the last round, ``refused`` what could not be renamed, and
    ``cautions`` what a person should look at.
    """

    draft: Draft
    plan: Plan
    run: Result
    fixed: int
    unsettled: tuple[str, ...]
    cautions: tuple[str, ...] = ()

    @property
    def after(self) -> dict[str, str]:
        """The texts that change, by the paths that they will have."""
        before, texts = self.draft.before, self.draft.texts
        return {
            path: text
            for path, text in texts.items()
            if (was := before(path)) is None or was.text != text
        }

    def moved_files(self) -> dict[str, str]:
        """The files that get another path: what it was, by what it will be."""
        tree = self.draft.tree
        return {
            path: tree.origin(path)
            for path, entry in tree.entries.items()
            if entry.kind is not EntryKind.FOLDER and tree.origin(path) != path
        }

    def removed_files(self) -> list[str]:
        """The files that are taken away, by the paths that they have now."""
        folders = [move.source for move in self.plan.moves if is_removal(move.target)]
        return [
            path
            for path, entry in self.draft.base.tree.entries.items()
            if entry.kind is not EntryKind.FOLDER and is_within_any(path, folders)
        ]

    @property
    def refused(self) -> tuple[NotWritten, ...]:
        """Names that could not be given."""
        return tuple(self.draft.refused)


def repair(
    draft: Draft,
    wanted: Callable[[Diagnostic], bool],
    check: Callable[[Workspace], Result],
) -> Repair:
    """Add the fixes of the wanted diagnostics to ``draft`` until a check of it has none.

    Fixes that overlap wait for the next round.
    """
    run = check(draft)
    fixed = 0
    cautions: dict[str, None] = {}
    for _ in range(MOST_ROUNDS):
        chosen = select_fixes(draft.possible(_fixes(run.diagnostics, wanted))).chosen
        if not chosen:
            return Repair(draft, draft.plan(), run, fixed, (), tuple(cautions))
        if not draft.apply(chosen):
            break
        fixed += len(chosen)
        cautions |= {fix.caution: None for fix in chosen if fix.caution}
        run = check(draft)
    left = [d for d in run.diagnostics if d.fix and wanted(d) and draft.possible([d.fix])]
    unsettled = tuple(sorted({d.code for d in left}))
    return Repair(draft, draft.plan(), run, fixed, unsettled, tuple(cautions))


def write(settings: Settings, done: Repair, *, whole: bool = False) -> list[NotWritten]:
    """Make the repair on disk; what could not be changed stays as it was.

    ``whole`` makes all of it or nothing, even where no fix spans several files.
    """
    plan = done.plan
    return apply_plan(settings.root, plan._replace(whole=whole or plan.whole))


def _fixes(diagnostics: Sequence[Diagnostic], wanted: Callable[[Diagnostic], bool]) -> list[Fix]:
    return [d.fix for d in diagnostics if d.fix is not None and wanted(d)]
