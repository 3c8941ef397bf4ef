"""What ``check --fix`` and ``check --diff`` say and do with a finished repair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..check.diagnostic import INTERNAL_ERROR
from ..settings.settings import Settings
from ..text.escape import printable
from ..text.phrases import counted
from .output import complain, write

if TYPE_CHECKING:
    from ..edits.not_written import NotWritten
    from ..fix.repair import Repair


def show_diff(repair: Repair) -> int:
    """Print what would change, and give the exit code."""
    write(_diff(repair))
    explain(repair.refused)
    _caution(repair)
    for each in repair.run.diagnostics:
        if each.code == INTERNAL_ERROR:
            complain(printable(f"{each.place.path}: {each.code} {each.message}"))
    if repair.run.failed:
        return 2
    return 1 if repair.plan.texts or repair.plan.moves else 0


def write_repair(settings: Settings, repair: Repair) -> bool:
    """Make the repair on disk, and say so; whether all of it could be done."""
    from ..fix.repair import write as apply

    refused = apply(settings, repair)
    explain((*refused, *repair.refused))
    if repair.unsettled:
        rules = ", ".join(repair.unsettled)
        complain(f"After ten rounds the fixes of {rules} still undo each other: please report it.")
    if refused:
        _say_what_was_done(settings.root, repair, refused)
        return False
    if repair.fixed:
        complain(f"Fixed {repair.fixed}{_extent(repair)}.")
    _caution(repair)
    return True


def explain(problems: tuple[NotWritten, ...] | list[NotWritten]) -> None:
    """Say why something was not written or renamed."""
    for problem in problems:
        complain(printable(problem.message))


def _diff(repair: Repair) -> Iterator[str]:
    from ..edits.diff import git_diff, renaming_diff, unified_diff

    after, moved = repair.after, repair.moved_files()
    removed = repair.removed_files()
    diff = git_diff if moved or removed else unified_diff
    for path in removed:
        yield from _removal_diff(repair, path)
    for path in sorted({*after, *moved}):
        was = repair.draft.before(path) if path in after else None
        before = None if was is None else was.text
        if path in moved:
            yield from renaming_diff(moved[path], path, before or "", after.get(path, ""))
        else:
            yield from diff(path, before, after[path])


def _removal_diff(repair: Repair, path: str) -> Iterator[str]:
    """The diff of a file that goes; of one that is no text, only a line for people."""
    from ..edits.diff import removing_diff
    from ..workspace.read import FileText

    read = repair.draft.base.read(path)
    if isinstance(read, FileText):
        yield from removing_diff(path, read.text)
    else:
        yield f"Removed: {printable(path)}\n"


def _say_what_was_done(root: str, repair: Repair, refused: list[NotWritten]) -> None:
    """What became of a repair that could not be made in full."""
    from ..edits.apply import is_whole

    every = len(repair.plan.texts)
    if not is_whole(root, repair.plan):
        complain(f"Fixed {every - len(refused):,} of {counted(every, 'file')}.")
    elif all(each.path != "." for each in refused):
        why = ": renaming is done as a whole or not at all" * bool(repair.plan.moves)
        complain(f"Nothing was changed{why}.")


def _extent(repair: Repair) -> str:
    written = len(repair.plan.texts)
    parts = [f"in {counted(written, 'file')}"] * bool(written)
    moves = len(repair.plan.moves)
    parts += [f"{counted(moves, 'file or folder', 'files and folders')} renamed"] * bool(moves)
    return f"{' ' if written else ': '}{', '.join(parts)}"


def _caution(repair: Repair) -> None:
    for caution in repair.cautions:
        complain(printable(f"Look at this: {caution}"))
