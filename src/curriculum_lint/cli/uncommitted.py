"""What a restructuring would change that git could not give back: it is refused unless forced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits.temporary import is_removal
from ..text.escape import printable
from ..text.phrases import counted
from .output import complain

if TYPE_CHECKING:
    from ..edits.plan import Plan

_MOST_NAMED = 5


def may_overwrite(root: str, plan: Plan) -> bool:
    """Whether all that ``plan`` touches is committed; if not, it is said."""
    from ..git.uncommitted import uncommitted

    texts = [each.path for each in plan.texts if each.expected_digest is not None]
    kept = [move.source for move in plan.moves if not is_removal(move.target)]
    removed = [move.source for move in plan.moves if is_removal(move.target)]
    found = (uncommitted(root, [*texts, *kept]) if texts or kept else None) or []
    found += (uncommitted(root, removed, untracked=True) if removed else None) or []
    if not found:
        return True
    named = found[:_MOST_NAMED]
    rest = f" and {counted(len(found) - len(named), 'other')}" * (len(found) > len(named))
    complain(
        printable(
            f"These files have changes that are not committed: {', '.join(named)}{rest}. Commit or "
            "stash them first, so that git can give them back, or write --force."
        )
    )
    return False
