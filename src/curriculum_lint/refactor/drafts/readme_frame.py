"""What stands around the text of a new readme, as in those beside it: front matter, navigation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ...listings.neighbours import Neighbour, Side, Spot, neighbours_on, next_sections
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import UnitPlace, order_of
from ...text.source import Span
from ..labels.page_title import title_of
from ..neighbours.neighbour_order import holds_own_links, with_rule
from .front_like import FrontLike, front_like, nearest

_LINE_END = "\n"


class ReadmeFrame(NamedTuple):
    """What comes before the title, right behind it, and at the end; ``lacks_navigation`` is true
    where readmes beside it name their neighbours, but none shows how one in the middle does.
    ``level`` is that of the heading with the title, 0 where only front matter says it.
    """

    front: FrontLike = FrontLike()
    top: str = ""
    bottom: str = ""
    lacks_navigation: bool = False
    level: int = 1

    def around(self, text: str) -> str:
        """A readme that begins with its title, in the frame."""
        title, _, rest = text.partition("\n")
        top = f"\n{self.top}\n" if self.top else ""
        bottom = f"\n{self.bottom}\n" if self.bottom else ""
        if not self.level:
            return f"{self.front.text}{(top + rest).lstrip(_LINE_END)}{bottom}"
        return f"{self.front.text}{'#' * (self.level - 1)}{title}\n{top}{rest}{bottom}"


def frame_like(
    curriculum: Curriculum, siblings: Sequence[UnitPlace], new: UnitPlace, title: str
) -> ReadmeFrame:
    """The frame of a unit that is begun, with the links of one of those beside it."""
    pages = [(each, page) for each in siblings if (page := curriculum.page(each.unit))]
    if not pages:
        return ReadmeFrame()
    order = order_of(curriculum)
    said = {page.path: neighbours_on(curriculum, page, order) for _, page in pages}
    middle = [(place, page) for place, page in pages if _names_both(said[page.path])]
    frame = ReadmeFrame(front_like(curriculum, pages, new, title))
    frame = frame._replace(level=_title_level(frame.front, [page for _, page in pages]))
    if not middle:
        return frame._replace(lacks_navigation=any(said.values()))
    model = nearest(middle, new)
    top, bottom = _navigation(model, said[model.path])
    return frame._replace(top=top, bottom=bottom)


def _title_level(front: FrontLike, pages: Sequence[Page]) -> int:
    """The level of most titles; 0 for no heading where front matter says it."""
    titles = [title_of(page) for page in pages]
    levels = Counter(each.heading.level if each.heading else 0 for each in titles if each)
    level = levels.most_common(1)[0][0] if levels else 1
    return level if level or front.has_title else 1


def _names_both(said: Sequence[Neighbour]) -> bool:
    return {each.direction for each in said if each.link is not None} == set(Side)


def _navigation(page: Page, said: Sequence[Neighbour]) -> tuple[str, str]:
    """The lines of links at the top and at the bottom of a page, and its sections about them."""
    blocks = {each.block: each.spot for each in said if each.link is not None}
    top = [block for block, spot in blocks.items() if spot is Spot.TOP]
    bottom = [with_rule(page, b) for b, spot in sorted(blocks.items()) if spot is Spot.BOTTOM]
    bottom += [Span(heading.span.start, body.end) for heading, _, body in next_sections(page)]
    found = []
    for spans in (top, bottom):
        kept = [span for span in spans if not holds_own_links(page, span)]
        found.append("\n\n".join(page.document.text[slice(*span)].strip() for span in kept))
    return found[0], found[1]
