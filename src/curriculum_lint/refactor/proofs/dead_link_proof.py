"""Whether links lead nowhere that a restructuring has written, or whose target it took away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...edits.moves import Moves
from ...model.curriculum import Curriculum
from ...model.target import Outcome, Target
from ..units.editions import Holds

_NOWHERE = frozenset({Outcome.MISSING, Outcome.ANCHOR_MISSING, Outcome.OUTSIDE})


def dead_link_faults(
    before: Curriculum,
    after: Curriculum,
    moves: Moves,
    holds: Holds,
    is_gone: Callable[[Target], bool],
) -> Iterator[tuple[str, int, str]]:
    """Pages with more links that lead nowhere than they had, and new pages with any.

    Such links have no target to compare, so that only their number says whether one is new. Those
    to what ``is_gone`` on purpose are told where that is done.
    """
    for path, page in after.pages.items():
        dead = _dead(after, path)
        old = (moves.old(path) or path) if dead else ""
        if not dead or not holds(old):
            continue
        had = _dead(before, old)
        known, spare = {each.link.destination for each in had}, len(had)
        new = [each for each in dead if not is_gone(each)]
        for target in sorted(new, key=lambda each: each.link.destination not in known):
            spare -= 1
            if spare < 0:
                line = page.document.line(target.link.span.start)
                yield path, line, f"links to {target.link.destination}, which leads nowhere"


def _dead(curriculum: Curriculum, path: str) -> list[Target]:
    return [each for each in curriculum.targets.get(path, ()) if each.outcome in _NOWHERE]
