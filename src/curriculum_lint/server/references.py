"""Everything that leads to a heading, a concept, an exercise, a unit or a file."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Location

from ..model.curriculum import Curriculum
from ..parse.document import Link, LinkKind
from .cursor import REFERENCES, Cursor, Goal, find_exercise, goal_of


def refer(cursor: Cursor, *, declaration: bool) -> list[Location]:
    """The links and numbers that lead to the thing at ``cursor``; with its own place, if wanted."""
    goal = meant(cursor)
    if goal is None:
        return []
    found = [cursor.view.location(path, link.span) for path, link in links_to(cursor, goal)]
    found += [cursor.view.location(*each) for each in _numbers_of(cursor.curriculum, goal)]
    own = [cursor.view.location(*goal)] if declaration else []
    return [*own, *found]


def meant(cursor: Cursor) -> Goal | None:
    """The thing at ``cursor``: what its link leads to, its heading, or else the whole page."""
    if cursor.target is not None or cursor.reference is not None:
        return cursor.goal()
    title = cursor.page.outline.title
    if cursor.heading is not None and cursor.heading != title:
        return Goal(cursor.page.path, cursor.heading.span)
    return Goal(cursor.page.path) if cursor.heading is not None else None


def links_to(cursor: Cursor, goal: Goal) -> Iterator[tuple[str, Link]]:
    """The links to a goal, each with its document; those to a page lead to any place of it."""
    for path, targets in cursor.curriculum.targets.items():
        for target in targets:
            found = goal_of(cursor.curriculum, target)
            if found == goal or (found and found.path == goal.path and goal.span.end == 0):
                yield path, target.link
                yield from ((path, each) for each in _uses(cursor.curriculum, path, target.link))


def _uses(curriculum: Curriculum, path: str, link: Link) -> Iterator[Link]:
    """The references to a definition."""
    if link.kind is LinkKind.DEFINITION:
        for each in curriculum.pages[path].document.links:
            if each.kind in REFERENCES and each.label == link.label:
                yield each


def _numbers_of(curriculum: Curriculum, goal: Goal) -> Iterator[Goal]:
    """Where running text names the exercise whose heading the goal is."""
    page = curriculum.pages.get(goal.path)
    exercises = page.outline.exercises if page else ()
    exercise = next((e for e in exercises if e.heading.span == goal.span), None)
    if exercise is None:
        return
    for each in curriculum.pages.values():
        for reference in each.outline.references:
            found = find_exercise(curriculum, each, reference)
            if found and found[1].heading == exercise.heading:
                yield Goal(each.path, reference.span)
