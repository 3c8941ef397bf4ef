"""What a killed run has left half done: it is said, or brought to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.escape import printable
from .output import complain

if TYPE_CHECKING:
    from ..edits.recover import Recovery


def end_interrupted(root: str) -> bool:
    """Bring what a killed run began to its end, and say so; false if that was not possible."""
    found = recover_interrupted(root)
    return found is not None and not any(each.is_open for each in found)


def recover_interrupted(root: str) -> list[Recovery] | None:
    """End what killed runs began, and say so; ``None`` while another run is at work."""
    from ..edits.journal import folders
    from ..edits.lock import BusyError, exclusive
    from ..edits.recover import recover

    if not any(folders(root)):
        return []
    try:
        with exclusive(root):
            found = recover(root)
    except BusyError:
        complain("Another run is changing files in this repository: try again when it is done.")
        return None
    for each in found:
        complain(printable(each.message))
    return found


def note_interrupted(root: str) -> None:
    """Say that a killed run has left something to bring to its end."""
    from ..edits.journal import folders
    from ..edits.lock import is_locked

    if any(folders(root)) and not is_locked(root):
        complain(
            "Note: an earlier run was interrupted while it changed files. "
            "`curriculum-lint check --fix` brings that to its end."
        )
