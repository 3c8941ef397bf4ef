"""What is said of one text, and what its fix makes of it, short enough for a table of cases."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from curriculum_lint.check.diagnostic import Diagnostic
from curriculum_lint.edits.compose import apply_edits
from curriculum_lint.edits.edit import Safety
from tests.repository import diagnostics_on, write_files


class Said(NamedTuple):
    """Where: ``line:column-column``, or ``line:column-line:column`` where it ends on another."""

    where: str
    message: str
    fixed: str | None = None
    is_unsafe: bool = False


def said_of(
    root: Path, code: str, text: str, path: str = "notes.md", also: dict[str, str] | None = None
) -> list[Said]:
    """What the rule with ``code`` says of ``text``, with each fix by itself."""
    write_files(root, {**(also or {}), path: text})
    found = (each for each in diagnostics_on(root) if each.place.path == path)
    return [_said(each, text) for each in found if each.code == code]


def _said(each: Diagnostic, text: str) -> Said:
    _, start, end = each.place
    last = f"{end.column}" if start.line == end.line else f"{end.line}:{end.column}"
    where = f"{start.line}:{start.column}-{last}"
    if each.fix is None:
        return Said(where, each.message)
    fixed = apply_edits(text, each.fix.edits)
    return Said(where, each.message, fixed, each.fix.safety is Safety.UNSAFE)
