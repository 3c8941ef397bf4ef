"""Everything that leads to a heading, a concept, an exercise, a unit or a file."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Location

from ..model.curriculum import Curriculum
from ..model.target import Target
from .spot import Goal, Spot, find_exercise, goal_of


def refer(spot: Spot, *, declaration: bool) -> list[Location]:
    """The links and numbers that lead to the thing at ``spot``; with its own place, if wanted."""
    goal = meant(spot)
    if goal is None:
        return []
    found = [spot.view.location(path, target.link.span) for path, target in links_to(spot, goal)]
    found += [spot.view.location(*each) for each in _numbers_of(spot.curriculum, goal)]
    own = [spot.view.location(*goal)] if declaration else []
    return [*own, *found]


def meant(spot: Spot) -> Goal | None:
    """The thing at ``spot``: what its link leads to, its heading, or else the whole page."""
    if spot.target is not None or spot.reference is not None:
        return spot.goal()
    title = spot.page.outline.title
    if spot.heading is not None and spot.heading is not title:
        return Goal(spot.page.path, spot.heading.span)
    return Goal(spot.page.path) if spot.heading is not None else None


def links_to(spot: Spot, goal: Goal) -> Iterator[tuple[str, Target]]:
    """The links to a goal, each with its document; those to a page lead to any place of it."""
    for path, targets in spot.curriculum.targets.items():
        for target in targets:
            found = goal_of(spot.curriculum, target)
            if found == goal or (found and found.path == goal.path and goal.span.end == 0):
                yield path, target


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
            if found and found[1].heading is exercise.heading:
                yield Goal(each.path, reference.span)
