"""What pages say of their neighbours, read once for all that ask about one curriculum."""

from __future__ import annotations

from ..listings.neighbours import Neighbour, neighbours_on
from ..listings.read import reader_of
from ..model.curriculum import Curriculum, Page

#: The curricula that were asked for last, with what was read of their pages.
_LAST: list[tuple[Curriculum, dict[str, list[Neighbour]]]] = []
_MOST = 2


def neighbours_said(curriculum: Curriculum, page: Page) -> list[Neighbour]:
    """What the readme of a unit says about the units before and behind it."""
    found = next((known for each, known in _LAST if each is curriculum), None)
    if found is None:
        found = {}
        _LAST[:] = [(curriculum, found), *_LAST[: _MOST - 1]]
    if page.path not in found:
        found[page.path] = neighbours_on(curriculum, page, reader_of(curriculum).order)
    return found[page.path]
