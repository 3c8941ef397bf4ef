"""What units require: the links of their sections "Before you start", and where they lead."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..parse.anchors import anchor_name
from ..text.source import Span
from .curriculum import Curriculum, Page
from .progression import CONCEPTS_KEY, PREREQUISITES_KEY
from .reading_order import ReadingOrder, UnitPlace, order_of
from .target import Outcome, Target

_LED_TO = (Outcome.FOUND, Outcome.ANCHOR_CASE)
#: How many links are followed round in search of a cycle.
_MAX_SEARCHES = 500


class Prerequisite(NamedTuple):
    """``unit`` requires ``other``, or one concept of it if ``concept`` is not empty."""

    unit: UnitPlace
    other: UnitPlace
    page: Page
    target: Target
    concept: str

    @property
    def span(self) -> Span:
        """The link."""
        return self.target.link.span


class Prerequisites:
    """All of them, in reading order, and which of them go round in cycles."""

    def __init__(self, curriculum: Curriculum) -> None:
        self.order = order_of(curriculum)
        self.all = list(_prerequisites(curriculum, self.order))

    def is_forward(self, each: Prerequisite) -> bool | None:
        """Whether it leads to a later unit; ``None`` where that is not certain."""
        return self.order.comes_after(each.other, each.unit)

    def cycles(self) -> list[tuple[Prerequisite, ...]]:
        """For each prerequisite that closes one, the shortest cycle, itself first."""
        outgoing: dict[str, list[Prerequisite]] = {}
        for each in self.all:
            outgoing.setdefault(each.unit.unit.path, []).append(each)
        # Every cycle has at least one link that does not lead back.
        closing = [each for each in self.all if self.is_forward(each) is not False]
        found: list[tuple[Prerequisite, ...]] = []
        for each in closing[:_MAX_SEARCHES]:
            way = _way(outgoing, each.other.unit.path, each.unit.unit.path)
            if way is not None:
                found.append((each, *way))
        return found


def _prerequisites(curriculum: Curriculum, order: ReadingOrder) -> Iterator[Prerequisite]:
    for place in order.places.values():
        page = curriculum.page(place.unit)
        if page is None:
            continue
        for target in required_targets(curriculum, page):
            other = order.by_readme.get(target.page or "") or order.places.get(target.path)
            if other is None or other.unit.path == place.unit.path:
                continue
            concept = _concept(curriculum, target)
            if concept is not None:
                yield Prerequisite(place, other, page, target, concept)


def required_targets(curriculum: Curriculum, page: Page) -> Iterator[Target]:
    """What the links in the section about prerequisites lead to."""
    bodies = [s.body for s in page.outline.sections if s.key == PREREQUISITES_KEY]
    if not bodies:
        return
    leading = _leading_offsets(page, bodies)
    for target in curriculum.targets.get(page.path, ()):
        start = target.link.span.start
        # Prose may name a whole unit for many reasons; an item that begins with it lists it.
        is_meant = target.outcome in _LED_TO and (target.fragment or start in leading)
        if is_meant and any(body.holds(start) for body in bodies):
            yield target


def _leading_offsets(page: Page, bodies: list[Span]) -> set[int]:
    """Where the paragraphs that list items begin with begin."""
    items = {
        item.marker.end
        for each in page.document.lists
        for item in each.items
        if any(body.holds(item.span.start) for body in bodies)
    }
    starts = sorted(block.span.start for block in page.document.blocks if block.depth)
    return {start for end in items if (start := _next(starts, end)) is not None}


def _next(starts: list[int], offset: int) -> int | None:
    at = bisect_left(starts, offset)
    return starts[at] if at < len(starts) else None


def _concept(curriculum: Curriculum, target: Target) -> str | None:
    """The concept that the link leads to, "" for a whole unit, ``None`` for anything else."""
    if not target.fragment:
        return ""
    page = curriculum.pages.get(target.page or "")
    if page is None:
        return None
    name = target.actual or anchor_name(target.fragment)
    bodies = [s.body for s in page.outline.sections if s.key == CONCEPTS_KEY]
    for heading in page.document.headings:
        at = heading.span.start
        if heading.anchor == name and any(body.holds(at) for body in bodies):
            return heading.text
    return None


def _way(
    outgoing: Mapping[str, list[Prerequisite]], start: str, goal: str
) -> tuple[Prerequisite, ...] | None:
    """The shortest way from one unit to another."""
    came: dict[str, Prerequisite | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in came:
        for each in outgoing.get(waiting.popleft(), ()):
            if each.other.unit.path not in came:
                came[each.other.unit.path] = each
                waiting.append(each.other.unit.path)
    if goal not in came:
        return None
    way: list[Prerequisite] = []
    step = came[goal]
    while step is not None:
        way.append(step)
        step = came[step.unit.unit.path]
    return tuple(reversed(way))
