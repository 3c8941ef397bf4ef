"""Repairs a curriculum: fixes are applied in memory, in rounds, until there are none left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .changes.compose import apply_edits, edits_by_path, select_fixes
from .changes.edit import Fix
from .changes.line_ends import fit_line_ends
from .changes.not_written import NotWritten
from .changes.write import write_text
from .check.diagnostic import Diagnostic
from .check.engine import Coded
from .discover.read import FileText, read_text
from .model.curriculum import Page
from .model.readme_schema import SchemaError
from .model.readmes import Role
from .model.vocabulary import Vocabulary
from .report.run import Run
from .settings.settings import Settings

MOST_ROUNDS = 10


class Repair(NamedTuple):
    """What fixing would change: for each path the file as it was, and its new text.

    ``run`` is the check of the new texts; ``unsettled`` names the rules whose fixes were still
    undoing each other after the last round.
    """

    before: dict[str, FileText]
    after: dict[str, str]
    run: Run
    fixed: int
    unsettled: tuple[str, ...]


class PagesInMemory:
    """The pages of one repair: a file that a round leaves alone is not read again in the next."""

    def __init__(self) -> None:
        self.shapes: dict[str, list[SchemaError]] = {}
        self._pages: dict[str, tuple[FileText, Role, Page, list[Coded]]] = {}

    def get(
        self, path: str, text: FileText, role: Role, _vocabulary: Vocabulary
    ) -> tuple[Page, list[Coded]] | None:
        """What was put for the same path, text and role."""
        known = self._pages.get(path)
        if known is None or known[0].text != text.text or known[1] != role:
            return None
        return known[2], known[3]

    def put(self, text: FileText, role: Role, page: Page, findings: list[Coded]) -> None:
        """Remember a page."""
        self._pages[page.path] = (text, role, page, findings)


def repair(
    settings: Settings,
    wanted: Callable[[Diagnostic], bool],
    check: Callable[[dict[str, str]], Run],
) -> Repair:
    """Apply the fixes of the wanted diagnostics until a check of the result has none.

    ``check`` runs on the tree with the given texts in the place of files. Fixes that overlap
    wait for the next round.
    """
    before: dict[str, FileText] = {}
    after: dict[str, str] = {}
    run = check(after)
    fixed = 0
    for _ in range(MOST_ROUNDS):
        chosen = select_fixes(_fixes(run.diagnostics, wanted)).chosen
        if not chosen:
            return Repair(before, _changed(before, after), run, fixed, ())
        if not _apply(settings, chosen, before, after):
            break
        fixed += len(chosen)
        run = check(after)
    unsettled = sorted({d.code for d in run.diagnostics if d.fix and wanted(d)})
    return Repair(before, _changed(before, after), run, fixed, tuple(unsettled))


def write(settings: Settings, done: Repair) -> list[NotWritten]:
    """Write the new texts; what could not be written stays as it was."""
    refused: list[NotWritten] = []
    for path, text in sorted(done.after.items()):
        was = done.before[path]
        problem = write_text(settings.root, path, text, bom=was.bom, expected_digest=was.digest)
        refused.extend([problem] if problem else [])
    return refused


def _fixes(diagnostics: Sequence[Diagnostic], wanted: Callable[[Diagnostic], bool]) -> list[Fix]:
    return [d.fix for d in diagnostics if d.fix is not None and wanted(d)]


def _apply(
    settings: Settings,
    chosen: Sequence[Fix],
    before: dict[str, FileText],
    after: dict[str, str],
) -> bool:
    """Apply fixes to the texts in memory; false where a file can no longer be read."""
    for path, edits in edits_by_path(chosen).items():
        if path not in before:
            read = read_text(settings.root, path, settings.limits)
            if not isinstance(read, FileText):
                return False
            before[path], after[path] = read, read.text
        after[path] = apply_edits(after[path], fit_line_ends(after[path], edits))
    return True


def _changed(before: dict[str, FileText], after: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in after.items() if text != before[path].text}
