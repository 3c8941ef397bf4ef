"""Which exercise a finding is in: a name for it that neither lines nor numbers change."""

from __future__ import annotations

from bisect import bisect_right

from ..model.curriculum import Page
from ..text.source import Span


class ExerciseNames:
    """The names of a page's exercises: the title, or the place in the order without one."""

    def __init__(self, page: Page) -> None:
        exercises = sorted(page.outline.exercises, key=lambda exercise: exercise.span)
        self._spans = [exercise.span for exercise in exercises]
        self._names = [
            " ".join(exercise.title.split()) or f"#{place}"
            for place, exercise in enumerate(exercises, start=1)
        ]

    def at(self, span: Span) -> str:
        """The name of the exercise that ``span`` begins in; empty outside of all."""
        index = bisect_right(self._spans, (span.start, 1 << 60)) - 1
        return self._names[index] if index >= 0 and span.start < self._spans[index].end else ""
