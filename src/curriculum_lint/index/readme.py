"""What the index takes from the readme of one unit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, count, repeat

from ..model.curriculum import Page
from ..model.target import Outcome, Target
from .entries import Concept, IndexedExercise, Range, WebLink
from .page_facts import Bounds, ExerciseFacts, PageFacts
from .titles import one_line

_SCHEMES = ("http://", "https://")


class Readme:
    """The readme of a unit, whose ``key`` names it: its ``page`` and the ``facts`` of that.

    ``tested`` says of each exercise how many of its criteria have a test, ``files`` are the facts
    of other pages with exercises of the unit, by their paths.
    """

    def __init__(
        self,
        page: Page,
        facts: PageFacts,
        key: str,
        tested: Sequence[int] = (),
        files: Mapping[str, PageFacts] = {},
    ) -> None:
        self._page, self._facts, self._key = page, facts, key
        self._tested, self._files = tested, files
        self.exercises = tuple(self._exercises())

    @property
    def minutes(self) -> Range | None:
        """The stated time, or the sum of the exercises' if each states one."""
        stated = _range(self._facts.minutes)
        each = [exercise.minutes for exercise in self.exercises]
        known = [minutes for minutes in each if minutes is not None]
        if stated is not None or not known or len(known) < len(each):
            return stated
        return sum_of(known)

    @property
    def difficulty(self) -> Range | None:
        """The stated difficulty, or from the easiest exercise to the hardest."""
        stated = _range(self._facts.difficulty)
        known = [e.difficulty for e in self.exercises if e.difficulty is not None]
        if stated is not None or not known:
            return stated
        return Range(least=min(e.least for e in known), most=max(e.most for e in known))

    def concepts(self) -> Iterator[Concept]:
        """What the unit teaches."""
        for title, anchor, line in self._facts.concepts:
            yield Concept(id=f"{self._page.path}#{anchor}", title=title, anchor=anchor, line=line)

    def links(self, targets: Sequence[Target]) -> Iterator[WebLink]:
        """The links to the web among those of the page."""
        seen: set[str] = set()
        for target in targets:
            link = target.link
            is_web = target.outcome is Outcome.EXTERNAL and link.target is not None
            url = link.destination.strip()
            if is_web and url.lower().startswith(_SCHEMES) and url not in seen:
                seen.add(url)
                text = one_line(link.text or link.label or "") or url
                yield WebLink(text=text, url=url, line=self._page.document.line(link.span.start))

    def _exercises(self) -> Iterator[IndexedExercise]:
        keys: set[str] = set()
        placed = [(None, each) for each in self._facts.exercises]
        others = ((path, e) for path, facts in self._files.items() for e in facts.exercises)
        tested = chain(self._tested, repeat(0))
        for (file, each), count_tested in zip(chain(placed, others), tested, strict=False):
            key = unused(f"{self._key}/{each.slug}", keys)
            keys.add(key)
            yield _exercise(each, key, file, count_tested)


def _exercise(facts: ExerciseFacts, key: str, file: str | None, tested: int) -> IndexedExercise:
    return IndexedExercise(
        key=key,
        number=facts.number,
        title=facts.title,
        anchor=facts.anchor,
        line=facts.line,
        file=file,
        goal=facts.goal,
        steps=facts.steps,
        criteria=facts.criteria,
        tested=tested,
        minutes=_range(facts.minutes),
        difficulty=_range(facts.difficulty),
    )


def unused(key: str, keys: Collection[str]) -> str:
    """``key``, with a number behind it if it is one of ``keys``."""
    if key not in keys:
        return key
    return next(name for at in count(2) if (name := f"{key}-{at}") not in keys)


def sum_of(ranges: Sequence[Range]) -> Range:
    """The sum of both ends."""
    return Range(least=sum(e.least for e in ranges), most=sum(e.most for e in ranges))


def _range(bounds: Bounds | None) -> Range | None:
    return Range(least=bounds.least, most=bounds.most) if bounds else None
