"""What the index takes from the readme of one unit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, count, repeat

from ..model.curriculum import Page
from ..model.outline import Difficulty, Exercise, Form, Minutes, Section
from ..model.target import Outcome, Target
from ..parse.anchors import slug
from .entries import Concept, IndexedExercise, Range, WebLink
from .passages import Passages
from .titles import one_line, title_of

_STEPS = "steps"
_CRITERIA = "acceptance_criteria"
_SCHEMES = ("http://", "https://")


class Readme:
    """The readme of a unit, whose ``key`` names it.

    ``tested`` says of each exercise how many of its criteria have a test, ``files`` are other pages
    with exercises of the unit.
    """

    def __init__(
        self,
        page: Page,
        key: str,
        targets: Sequence[Target],
        tested: Sequence[int] = (),
        files: Sequence[Page] = (),
    ) -> None:
        self._page, self._key, self._targets = page, key, targets
        self._tested, self._files = tested, files
        self._passages = Passages(page)
        self.exercises = tuple(self._exercises())

    @property
    def title(self) -> str:
        """The title in one line; empty without one."""
        return title_of(self._page)

    @property
    def summary(self) -> str:
        """What the unit is about, in a sentence."""
        return self._passages.summary

    @property
    def minutes(self) -> Range | None:
        """The stated time, or the sum of the exercises' if each states one."""
        stated = _range(self._page.outline.effort.time)
        each = [exercise.minutes for exercise in self.exercises]
        known = [minutes for minutes in each if minutes is not None]
        if stated is not None or not known or len(known) < len(each):
            return stated
        return sum_of(known)

    @property
    def difficulty(self) -> Range | None:
        """The stated difficulty, or from the easiest exercise to the hardest."""
        stated = _range(self._page.outline.effort.difficulty)
        known = [e.difficulty for e in self.exercises if e.difficulty is not None]
        if stated is not None or not known:
            return stated
        return Range(least=min(e.least for e in known), most=max(e.most for e in known))

    def concepts(self) -> Iterator[Concept]:
        """What the unit teaches."""
        for heading in self._page.outline.concepts:
            yield Concept(
                id=f"{self._page.path}#{heading.anchor}",
                title=one_line(heading.text),
                anchor=heading.anchor,
                line=self._page.document.line(heading.span.start),
            )

    def links(self) -> Iterator[WebLink]:
        """The links to the web."""
        seen: set[str] = set()
        for target in self._targets:
            link = target.link
            is_web = target.outcome is Outcome.EXTERNAL and link.target is not None
            url = link.destination.strip()
            if is_web and url.lower().startswith(_SCHEMES) and url not in seen:
                seen.add(url)
                text = one_line(link.text or link.label or "") or url
                yield WebLink(text=text, url=url, line=self._page.document.line(link.span.start))

    def _exercises(self) -> Iterator[IndexedExercise]:
        keys: set[str] = set()
        placed = [(page, e) for page in (self._page, *self._files) for e in page.outline.exercises]
        for (page, each), tested in zip(placed, chain(self._tested, repeat(0)), strict=False):
            key = unused(f"{self._key}/{slug(each.title) or 'exercise'}", keys)
            keys.add(key)
            yield self._exercise(page, each, key, tested)

    def _exercise(self, page: Page, exercise: Exercise, key: str, tested: int) -> IndexedExercise:
        is_own = page is self._page
        return IndexedExercise(
            key=key,
            number=exercise.number,
            title=one_line(exercise.title),
            anchor=exercise.heading.anchor,
            line=page.document.line(exercise.heading.span.start),
            file=None if is_own else page.path,
            goal=(self._passages if is_own else Passages(page)).goal(exercise),
            steps=_count(exercise.section(_STEPS)),
            criteria=_count(exercise.section(_CRITERIA)),
            tested=tested,
            minutes=_range(exercise.effort.time),
            difficulty=_range(exercise.effort.difficulty),
        )


def unused(key: str, keys: Collection[str]) -> str:
    """``key``, with a number behind it if it is one of ``keys``."""
    if key not in keys:
        return key
    return next(name for at in count(2) if (name := f"{key}-{at}") not in keys)


def sum_of(ranges: Sequence[Range]) -> Range:
    """The sum of both ends."""
    return Range(least=sum(e.least for e in ranges), most=sum(e.most for e in ranges))


def _range(stated: Minutes | Difficulty | None) -> Range | None:
    return Range(least=stated.least, most=stated.most) if stated else None


def _count(section: Section | None) -> int:
    """The items of a section; one that is written as text counts as one."""
    if section is None:
        return 0
    return len(section.items) or int(section.form is not Form.EMPTY)
