"""What stands under names that announce exercises, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..parse.document import Heading
from ..text.regions import Regions
from ..text.source import Span


class ExerciseArea(NamedTuple):
    """One such place: ``first`` is what stands before the first heading in it.

    ``others`` are the parts below these headings, without sections of other names.
    """

    first: Span
    others: tuple[Span, ...]


def divide(area: Span, headings: Sequence[Heading], other_sections: Regions) -> ExerciseArea:
    """An area, divided at the ``headings`` that stand in it behind its begin."""
    starts = [h.span for h in headings if area.start < h.span.start < area.end]
    ends = [*(span.start for span in starts), area.end]
    first = Span(area.start, ends[0])
    parts = (Span(a.end, b) for a, b in zip(starts, ends[1:], strict=True))
    return ExerciseArea(first, tuple(p for p in parts if not other_sections.hold(p.start - 1)))


def without_repeats(areas: Sequence[Span]) -> Iterator[Span]:
    """The areas that stand in no other one."""
    end = -1
    for area in sorted(areas, key=lambda area: (area.start, -area.end)):
        if area.start >= end:
            end = area.end
            yield area
