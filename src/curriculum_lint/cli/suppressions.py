"""What ``check --add-suppressions`` says and does with comments that are ready to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..settings.settings import Settings
from ..text.escape import printable
from ..text.phrases import counted
from .output import complain, write
from .repairs import explain, show_diff

if TYPE_CHECKING:
    from ..fix.repair import Repair

_MOST_LEFT = 10


def write_suppressions(settings: Settings, done: Repair, *, diff: bool) -> int:
    """Write the comments, or show them with ``diff``; the result is the exit code.

    1 where something is left that no comment can hide.
    """
    from ..fix.repair import write as apply

    if diff:
        return show_diff(done)
    refused = apply(settings, done)
    explain(refused)
    if refused or done.run.failed:
        return 2
    write([f"{_told(done)}\n"])
    _note_left(done)
    return int(bool(done.run.diagnostics))


def _told(done: Repair) -> str:
    if not done.fixed:
        return "No comment was added."
    files = counted(len(done.plan.texts), "file")
    return f"Suppressed {counted(done.fixed, 'finding')} in {files}."


def _note_left(done: Repair) -> None:
    """Say what is still found, and where else it can be turned off."""
    from ..report.concise import concise_line

    left = done.run.diagnostics
    if not left:
        return
    complain(f"No comment can hide {counted(len(left), 'finding')}:")
    for each in left[:_MOST_LEFT]:
        complain(f"  {concise_line(each)}")
    if len(left) > _MOST_LEFT:
        complain(f"  … and {counted(len(left) - _MOST_LEFT, 'other')}.")
    complain(printable("`per-path-ignores` in the configuration, or a baseline, can."))
