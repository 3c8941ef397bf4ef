"""Go to what a link, or the number of an exercise, leads to."""

from __future__ import annotations

from lsprotocol.types import Location

from .cursor import Cursor


def define(cursor: Cursor) -> Location | None:
    """The place that the thing at ``cursor`` leads to; a heading is its own."""
    goal = cursor.goal()
    if goal is not None:
        return cursor.view.location(*goal)
    if cursor.heading is not None:
        return cursor.view.location(cursor.page.path, cursor.heading.span)
    return None
