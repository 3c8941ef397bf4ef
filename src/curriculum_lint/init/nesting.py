"""Candidates inside other candidates: lessons inside themes, or pages inside lessons."""

from __future__ import annotations

from collections.abc import Sequence

from ..workspace.tree import MARKDOWN_SUFFIXES
from .found_layout import FoundLayout

#: What the inner candidate gains where the outer one is its levels.
_BONUS = 2.5
_MOST_LAYERS = 3
#: What a page loses where the list names the unit that it belongs to as well.
_LOSS = 1.5
#: So many of the outer units must hold two of the inner ones.
_MOST = 0.6


def weigh_nesting(found: Sequence[FoundLayout]) -> list[FoundLayout]:
    """``found``, where the units of one are inside those of another, with more for the inner ones.

    Folders inside numbered folders are lessons of themes, if they have texts of their own. Files
    inside them are pages, unless a list of the whole course names them.
    """
    return [_weighed(each, found) for each in found]


def _weighed(each: FoundLayout, others: Sequence[FoundLayout]) -> FoundLayout:
    if each.order and any(_are_pages(each, other) for other in others):
        return each._replace(evidence=each.evidence._replace(nesting=-_LOSS))
    is_numbered = each.evidence.style is not None and not each.order_by
    if not is_numbered or each.evidence.word < 0 or not _stands_alone(each):
        return each
    outer = [other for other in others if other is not each and _is_inside(each, other)]
    # Articles of chapters of parts: each layer around them speaks for the innermost.
    layers = min(_MOST_LAYERS, len({len(_around(other.modules[0])) for other in outer}))
    return each._replace(evidence=each.evidence._replace(nesting=_BONUS * layers))


def _stands_alone(each: FoundLayout) -> bool:
    """Whether the units can be lessons of their own, rather than pages of one."""
    evidence = each.evidence
    if 2 * evidence.listed >= evidence.units:
        return True
    are_files = each.module_pattern.endswith(MARKDOWN_SUFFIXES)
    return not are_files and evidence.texts >= 0.8 * evidence.units


def _are_pages(inner: FoundLayout, outer: FoundLayout) -> bool:
    """Whether most units of one list are in the folders beside others that it names."""
    if inner is outer or inner.order != outer.order:
        return False
    stems = {path.rpartition(".")[0] for path in outer.modules if path.endswith(MARKDOWN_SUFFIXES)}
    inside = sum(any(part in stems for part in _around(path)) for path in inner.modules)
    return 2 * inside > len(inner.modules)


def _is_inside(inner: FoundLayout, outer: FoundLayout) -> bool:
    counts = dict.fromkeys(outer.modules, 0)
    for path in inner.modules:
        for holder in _around(path):
            if holder in counts:
                counts[holder] += 1
    return sum(count > 1 for count in counts.values()) >= _MOST * len(counts)


def _around(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:at]) for at in range(1, len(parts))]
