"""What stands around the text of a new readme, as in those beside it: front matter, navigation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..listings.front_matter import Metadatum, metadata
from ..listings.neighbours import Neighbour, Side, Spot, neighbours_on, next_sections
from ..model.curriculum import Curriculum, Page
from ..model.reading_order import UnitPlace, order_of
from ..parse.document import BlockKind
from ..parse.front_matter import front_matter_lines
from ..text.source import Span
from .metadata_numbers import TITLES, EvenCount, is_count, line_of, with_value
from .neighbour_order import holds_own_links
from .unit_grammar import grammar_of
from .unit_labels import labelled_like


class ReadmeFrame(NamedTuple):
    """What comes before the title, right behind it, and at the end; ``lacks_navigation`` is true
    where readmes beside it name their neighbours, but none shows how one in the middle does.
    """

    front: str = ""
    top: str = ""
    bottom: str = ""
    lacks_navigation: bool = False

    def around(self, text: str) -> str:
        """A readme that begins with its title, in the frame."""
        title, _, rest = text.partition("\n")
        top = f"\n{self.top}\n" if self.top else ""
        bottom = f"\n{self.bottom}\n" if self.bottom else ""
        return f"{self.front}{title}\n{top}{rest}{bottom}"


def frame_like(
    curriculum: Curriculum, siblings: Sequence[UnitPlace], new: UnitPlace, title: str
) -> ReadmeFrame:
    """The frame of a unit that is begun, with the links of one of those beside it."""
    pages = [(each, page) for each in siblings if (page := curriculum.page(each.unit))]
    if not pages:
        return ReadmeFrame()
    order = order_of(curriculum)
    said = {page.path: neighbours_on(curriculum, page, order) for _, page in pages}
    middle = [page for _, page in pages if _names_both(said[page.path])]
    front = _front(curriculum, pages, new, title)
    if not middle:
        return ReadmeFrame(front, lacks_navigation=any(said.values()))
    model = middle[-1]
    return ReadmeFrame(front, *_navigation(model, said[model.path]))


def _names_both(said: Sequence[Neighbour]) -> bool:
    return {each.direction for each in said if each.link is not None} == set(Side)


def _navigation(page: Page, said: Sequence[Neighbour]) -> tuple[str, str]:
    """The lines of links at the top and at the bottom of a page, and its sections about them."""
    blocks = {each.block: each.spot for each in said if each.link is not None}
    top = [block for block, spot in blocks.items() if spot is Spot.TOP]
    bottom = [_with_rule(page, b) for b, spot in sorted(blocks.items()) if spot is Spot.BOTTOM]
    bottom += [Span(heading.span.start, body.end) for heading, _, body in next_sections(page)]
    found = []
    for spans in (top, bottom):
        kept = [span for span in spans if not holds_own_links(page, span)]
        found.append("\n\n".join(page.document.text[slice(*span)].strip() for span in kept))
    return found[0], found[1]


def _with_rule(page: Page, block: Span) -> Span:
    """The block with a rule right above it."""
    before = [each for each in page.document.blocks if each.span.end <= block.start]
    last = max(before, key=lambda each: each.span.start, default=None)
    return Span(last.span.start, block.end) if last and last.kind is BlockKind.RULE else block


def _front(
    curriculum: Curriculum, pages: Sequence[tuple[UnitPlace, Page]], new: UnitPlace, title: str
) -> str:
    """Front matter with the title and the place of the new unit, and what all have alike."""
    every = [_front_lines(page) for _, page in pages]
    place, page = pages[-1]
    known = {page.document.line(each.span.start): each for each in metadata(page)}
    lines = []
    for number, line in enumerate(every[-1], 1):
        each = known.get(number)
        value = _value(curriculum, [one for one, _ in pages], place, new, title, each)
        if each is not None and value is not None:
            edit = with_value(page, each, value)
            at = edit.start - page.document.line_starts[number - 1]
            lines.append(line[:at] + edit.text + line[at + edit.end - edit.start :])
        elif all(line in others for others in every):
            lines.append(line)
    return "".join(f"{line}\n" for line in (*lines, "")) if len(lines) > 2 else ""


def _value(
    curriculum: Curriculum,
    places: Sequence[UnitPlace],
    old: UnitPlace,
    new: UnitPlace,
    title: str,
    each: Metadatum | None,
) -> str | None:
    """What the new unit has for a key, where that follows from its title or its number."""
    if each is not None and each.key.casefold() in TITLES:
        return labelled_like(each.value, grammar_of(curriculum), old, new, title)
    count = line_of(curriculum, places, each.key) if each and is_count(each) else None
    return str(count.at(new)) if isinstance(count, EvenCount) else None


def _front_lines(page: Page) -> list[str]:
    lines = page.document.text.split("\n")[:_MOST]
    lines = [line.rstrip("\r") for line in lines]
    return lines[: front_matter_lines(lines)]


_MOST = 200
