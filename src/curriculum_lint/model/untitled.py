"""The exercises of a page for who does not ask what they are called: titles change most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def with_first_called_so(page: Page) -> Iterator[tuple[int, Exercise, Exercise]]:
    """Each exercise of more than a line, by its index, and the first one that is called so.

    They are what `exercises_but_titles` gives, with their digests.
    """
    titles: dict[str, Exercise] = {}
    for at, exercise in enumerate(taken(page, _repeated).outline.exercises):
        if not exercise.is_line:
            title = exercise.title.casefold()
            yield at, exercise, titles.setdefault(title, exercise) if title else exercise


@stored_query
def _repeated(page: Page) -> list[object]:
    found = with_first_called_so(page)
    return [(at, without_title(each), without_title(first)) for at, each, first in found]


@stored_query
def _untitled(page: Page) -> list[Exercise]:
    return [without_title(each) for each in page.outline.exercises]
