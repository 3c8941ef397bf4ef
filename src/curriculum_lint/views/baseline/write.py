"""Writes the file of known findings at once, and only if it is still what was read."""

from __future__ import annotations

from ...edits.apply import apply_plan
from ...edits.not_written import NotWritten, Reason
from ...edits.plan import NewText, Plan
from .compare import Entries
from .file import MAX_BYTES, BaselineFile, pruned_baseline, render_baseline


def write_baseline(
    root: str, path: str, entries: Entries, before: BaselineFile | None
) -> NotWritten | None:
    """Write ``entries`` to ``path``, relative to ``root``; ``None`` if that is done.

    ``before`` is what was read there, ``None`` where there was no file.
    """
    pruned = pruned_baseline(before.text, entries) if before else None
    text = pruned or render_baseline(entries)
    if len(text) > MAX_BYTES:
        detail = f"it would be larger than {MAX_BYTES // 1024**2} MB; select fewer rules"
        return NotWritten(path, Reason.FAILED, detail)
    expected = before.digest if before else None
    return next(iter(apply_plan(root, Plan((NewText(path, text, False, expected),)))), None)
