"""The exercises of a page for who does not ask what they are called: titles change most."""

from __future__ import annotations

from collections.abc import Sequence

from .curriculum import Page
from .outline import Exercise
from .watch import stored_query, taken


def exercises_but_titles(page: Page) -> Sequence[Exercise]:
    """The exercises, for who looks neither into their sections and digests nor at their titles.

    The titles of those without a number may be looked at: messages call them so.
    """
    return taken(page, _untitled).outline.exercises


def without_title(exercise: Exercise) -> Exercise:
    """What `exercises_but_titles` gives to look at."""
    return exercise._replace(
        title="" if exercise.number else exercise.title,
        heading=exercise.heading._replace(text="", anchor=""),
        sections=(),
        digest="",
    )


@stored_query
def _untitled(page: Page) -> list[Exercise]:
    return [without_title(each) for each in page.outline.exercises]
