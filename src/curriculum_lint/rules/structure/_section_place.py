"""Where a missing section belongs, and how its siblings are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from ...model.curriculum import Page, Unmet
from ...model.outline import Exercise, Section
from ...parse.document import Block, BlockKind, Placement
from ...parse.html_starts import html_start
from ...readme_schema.readme_data import EXERCISES
from ...text.late_pattern import late_pattern
from ...text.regions import Regions
from ...text.source import Span

#: A CR that is not part of CRLF ends a line; without that, one CRLF would pass for two line ends.
_END = r"(?:\r\n|\n|\r(?!\n))"
_BLANK_LINE_BEFORE = late_pattern(rf"(?:\A|{_END}[ \t]*){_END}[ \t]*\Z|\A\Z")
_REACH = 400


class Opening(NamedTuple):
    """How a section is opened: a label or heading as written, with its name."""

    text: str
    is_label: bool


class _Around(NamedTuple):
    """What a section is missing from: an exercise or the readme."""

    exercise: Exercise | None
    sections: Sequence[Section]
    end: int


class SectionPlaces:
    """Finds places in one readme; ``None`` stands for what is not certain."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = page.document.text
        self._end = len(self._text.rstrip())
        self._lines = frozenset(page.document.line_starts)
        self._generated = Regions(region.span for region in page.document.generated)

    def offset(self, unmet: Unmet) -> int | None:
        """Where the section goes by the order of the schema: always the start of a line."""
        around = self._around(unmet)
        if around is None or not all(map(_stands_alone, around.sections)):
            return None
        offset = self._offset(unmet, around)
        is_possible = offset in self._lines or offset == len(self._text)
        if not is_possible or offset > self._swallowed_from or self._generated.hold(offset):
            return None
        return offset

    @cached_property
    def _swallowed_from(self) -> int:
        """Where code or HTML begins that never ends: whatever is written behind is part of it."""
        document = self._page.document
        starts = [fence.span.start for fence in document.fences if not fence.closed]
        starts += [b.span.start for b in document.blocks if self._is_endless(b)]
        return min(starts, default=len(self._text))

    def _is_endless(self, block: Block) -> bool:
        if block.kind not in (BlockKind.HTML, BlockKind.COMMENT) or block.span.end < self._end:
            return False
        at = self._text.find("<", *block.span)
        start = html_start(self._text, at, in_paragraph=False) if at >= 0 else None
        return bool(start and start.end and not start.end.search(self._text, at, block.span.end))

    def opening(self, unmet: Unmet, name: str) -> Opening:
        """The section's label or heading, written as its siblings are."""
        around = self._around(unmet)
        exercise = around.exercise if around else None
        if exercise is None:
            return Opening(f"{'#' * self._level_of_sections} {name}", is_label=False)
        model = self._usual.get(unmet.key)
        if model is not None:
            return model
        level = next((section.level for section in exercise.sections if section.level), 0)
        return Opening(f"{'#' * level} {name}" if level else f"**{name}:**", is_label=not level)

    def lead(self, offset: int) -> str:
        """What must be written before a block so that a blank line precedes it."""
        before = self._text[max(0, offset - _REACH) : offset]
        if not before.strip() or _BLANK_LINE_BEFORE.search(before):
            return ""
        return "\n" if before.endswith(("\n", "\r")) else "\n\n"

    def is_end(self, offset: int) -> bool:
        """Whether nothing follows."""
        return offset >= self._end

    def _around(self, unmet: Unmet) -> _Around | None:
        exercise = self._exercises.get(unmet.span)
        outline = self._page.outline
        if exercise is not None:
            return _Around(exercise, exercise.sections, exercise.span.end)
        is_readme = unmet.subject == f"this {self._page.kind}"
        return _Around(None, outline.sections, len(self._text)) if is_readme else None

    @cached_property
    def _exercises(self) -> dict[Span, Exercise]:
        return {each.heading.content: each for each in self._page.outline.exercises}

    def _offset(self, unmet: Unmet, around: _Around) -> int:
        rank = {key: index for index, key in enumerate(unmet.order)}
        here = rank.get(unmet.key, len(rank))
        places = [
            (section.key, section.span.start, section.body.end) for section in around.sections
        ]
        if around.exercise is None and self._page.outline.exercises:
            exercises = self._page.outline.exercises
            places.append((EXERCISES, exercises[0].heading.span.start, exercises[-1].span.end))
        before = [end for key, _, end in places if rank.get(key, here) < here]
        after = [start for key, start, _ in places if rank.get(key, here) > here]
        if before:
            return max(before)
        return min(after, default=around.end)

    @cached_property
    def _usual(self) -> dict[str, Opening]:
        """How most exercises open each of their sections."""
        found: dict[str, Counter[Opening]] = {}
        for exercise in self._page.outline.exercises:
            for section in exercise.sections:
                written = self._text[section.span.start : section.span.end].strip()
                if "\n" not in written:
                    opening = Opening(written, section.label is not None)
                    found.setdefault(section.key, Counter())[opening] += 1
        return {key: max(counts, key=counts.__getitem__) for key, counts in found.items()}

    @cached_property
    def _level_of_sections(self) -> int:
        """The level of headings of sections of the whole readme."""
        outline = self._page.outline
        levels = Counter(section.level for section in outline.sections if section.level)
        return max(levels, key=levels.__getitem__, default=2)


def _stands_alone(section: Section) -> bool:
    """Whether the section is no part of a list or of another section's paragraph."""
    label = section.label
    return label is None or (label.item < 0 and label.placement is Placement.OWN_BLOCK)
