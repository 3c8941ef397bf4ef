"""Go to what a link, or the number of an exercise, leads to."""

from __future__ import annotations

from lsprotocol.types import Location

from .spot import Spot


def define(spot: Spot) -> Location | None:
    """The place that the thing at ``spot`` leads to; a heading is its own."""
    goal = spot.goal()
    if goal is not None:
        return spot.view.location(*goal)
    if spot.heading is not None:
        return spot.view.location(spot.page.path, spot.heading.span)
    return None
