"""A list of units that somebody keeps by hand where a generated one is to stand."""

from __future__ import annotations

from ..model.curriculum import Curriculum, Page
from ..parse.document import Heading, List
from ..text.source import Span

#: A list that names fewer units is no index.
_FEWEST = 2


def list_below(curriculum: Curriculum, page: Page, heading: Heading) -> List | None:
    """The first list between ``heading`` and the next one that links to units."""
    document = page.document
    starts = [each.span.start for each in document.headings if not each.nested]
    end = min((start for start in starts if start > heading.span.start), default=None)
    area = Span(heading.span.end, len(document.text) if end is None else end)
    places = _places(curriculum)
    for each in document.lists:
        if each.depth == 0 and area.holds(each.span.start):
            found = {
                target.path
                for target in curriculum.targets.get(page.path, ())
                if each.span.holds(target.link.span.start)
            }
            if len(found & places) >= _FEWEST:
                return each
    return None


def _places(curriculum: Curriculum) -> set[str]:
    """The paths of the units and their readmes."""
    units = list(curriculum.units())
    return {unit.path for unit in units} | {unit.readme for unit in units if unit.readme}
