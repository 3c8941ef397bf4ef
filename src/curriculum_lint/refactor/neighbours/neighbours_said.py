"""What pages say of their neighbours, read once for all that ask about one curriculum."""

from __future__ import annotations

from ...listings.neighbours import Neighbour, neighbours_on
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.per_curriculum import PerCurriculum

#: By the paths of pages: of a curriculum, and of what it is compared with.
_SAID = PerCurriculum[dict[str, list[Neighbour]]](lambda _: {}, most=2)


def neighbours_said(curriculum: Curriculum, page: Page) -> list[Neighbour]:
    """What the readme of a unit says about the units before and behind it."""
    found = _SAID.of(curriculum)
    if page.path not in found:
        found[page.path] = neighbours_on(curriculum, page, reader_of(curriculum).order)
    return found[page.path]
