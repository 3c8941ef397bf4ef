"""What stands at one place of a document: a link, a heading, an exercise, the name of a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from ..links.destination import split_destination
from ..model.curriculum import Curriculum, Page
from ..model.outline import Exercise, ExerciseReference
from ..model.reading_order import ReadingOrder, UnitPlace
from ..model.target import Outcome, Target
from ..parse.anchors import anchor_name
from ..parse.document import Heading, Link, LinkKind
from ..parse.plain import definitions_of
from ..text.source import Span
from .view import CurriculumView

_LED_TO = frozenset({Outcome.FOUND, Outcome.ANCHOR_CASE, Outcome.WRONG_CASE})
REFERENCES = frozenset({LinkKind.REFERENCE, LinkKind.IMAGE_REFERENCE})
_UNIT = re.compile(r"0*(\d+)([a-z]?)")
_LINE = re.compile(r"L(\d+)")


class Goal(NamedTuple):
    """Where something leads: a path, and a place in the document there."""

    path: str
    span: Span = Span(0, 0)


class Cursor:
    """One place of one document."""

    def __init__(self, view: CurriculumView, page: Page, offset: int) -> None:
        self.view, self.page, self.offset = view, page, offset
        self.curriculum: Curriculum = view.curriculum

    @cached_property
    def link(self) -> Link | None:
        """The innermost link here."""
        links = [each for each in self.page.document.links if _touches(each.span, self.offset)]
        return min(links, key=lambda link: link.span.end - link.span.start, default=None)

    @cached_property
    def target(self) -> Target | None:
        """Where the link here leads; a reference leads where its definition does."""
        link = self.link
        if link is not None and link.kind in REFERENCES:
            link = definitions_of(self.page.document).get(link.label or "")
        targets = self.curriculum.targets.get(self.page.path, ())
        return next((each for each in targets if each.link == link), None) if link else None

    @property
    def is_on_fragment(self) -> bool:
        """Whether it is the fragment of the link that is pointed at."""
        link = self.target.link if self.target else None
        if link is None or link.target is None or link is not self.link:
            return False
        parts = split_destination(link.destination)
        written = self.page.document.text[slice(*link.target)]
        start = link.target.start + written.rfind("#")
        return bool(parts.fragment) and start <= self.offset <= link.target.end

    @cached_property
    def heading(self) -> Heading | None:
        """The heading here."""
        return next((h for h in self.page.document.headings if _touches(h.span, self.offset)), None)

    @cached_property
    def exercise(self) -> Exercise | None:
        """The exercise whose heading is here."""
        exercises = self.page.outline.exercises
        return next((e for e in exercises if e.heading == self.heading), None)

    @cached_property
    def reference(self) -> ExerciseReference | None:
        """The number of an exercise here, in running text."""
        found = self.page.outline.references
        return next((each for each in found if _touches(each.span, self.offset)), None)

    @cached_property
    def rule_word(self) -> tuple[str, Span] | None:
        """The code or name of a rule here, in a suppression."""
        for suppression in self.page.document.suppressions:
            for target in suppression.targets:
                if _touches(target.span, self.offset):
                    return target.text, target.span
        return None

    def goal(self) -> Goal | None:
        """Where the thing here leads."""
        if self.target is not None:
            return goal_of(self.curriculum, self.target)
        if self.reference is not None:
            found = find_exercise(self.curriculum, self.page, self.reference)
            return Goal(found[0].path, found[1].heading.span) if found else None
        return None


def goal_of(curriculum: Curriculum, target: Target) -> Goal | None:
    """Where a link leads, if it leads anywhere here."""
    if target.outcome not in _LED_TO:
        # Without its fragment, such a link still has a page.
        return Goal(target.page) if target.page else None
    page = curriculum.pages.get(target.page or "") or curriculum.neighbours.get(target.page or "")
    if page is None:
        return Goal(target.actual or target.path)
    name = target.actual if target.outcome is Outcome.ANCHOR_CASE else target.fragment
    return Goal(page.path, _anchor_span(page, anchor_name(name or "")))


def _anchor_span(page: Page, name: str) -> Span:
    document = page.document
    line = _LINE.match(name)
    if line is not None:
        at = document.line_starts[min(int(line[1]), len(document.line_starts)) - 1]
        return Span(at, at)
    places = [*((h.anchor, h.span) for h in document.headings), *document.anchors]
    return next((span for anchor, span in places if name and anchor == name), Span(0, 0))


def find_exercise(
    curriculum: Curriculum, page: Page, reference: ExerciseReference
) -> tuple[Page, Exercise] | None:
    """The exercise that a number in ``page`` means: one of its own, or of the unit in it."""
    own = _numbered(page.outline.exercises, reference.number)
    if own is not None:
        return page, own
    for place in _units_called(curriculum, reference.unit):
        home = curriculum.page(place.unit)
        last = reference.number.rpartition(".")[2]
        found = home and _numbered(home.outline.exercises, reference.number, last)
        if home and found:
            return home, found
    return None


def _numbered(exercises: Iterable[Exercise], *numbers: str) -> Exercise | None:
    return next(
        (e for e in exercises for n in numbers if n in (e.number, f"{e.ordinal}{e.suffix}")), None
    )


def _units_called(curriculum: Curriculum, words: str) -> Iterator[UnitPlace]:
    match = _UNIT.fullmatch(words)
    for place in ReadingOrder(curriculum).places.values() if match else ():
        number, _, letter = place.key
        if match and (str(number), letter) == match.groups():
            yield place


def _touches(span: Span, offset: int) -> bool:
    """Whether a cursor at ``offset`` is on it: also right behind its last character."""
    return span.start <= offset <= span.end
