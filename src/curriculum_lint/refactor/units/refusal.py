"""Why something is not restructured."""

from __future__ import annotations

from ...model.curriculum import Curriculum, Page, Unit


class Refusal(Exception):  # noqa: N818 - it says what is refused
    """What was asked for cannot be done: one sentence for people."""


def readable_page(curriculum: Curriculum, unit: Unit) -> Page:
    """The readme of a unit. Raises `Refusal` where there is none, or it cannot be read."""
    page = curriculum.page(unit)
    if page is None:
        raise Refusal(f"{unit.readme or unit.path} cannot be read.")
    return page
