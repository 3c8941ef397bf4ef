"""Which unit comes before and behind each, and which ones pages say come there."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from enum import StrEnum, auto
from typing import NamedTuple

from ..model.curriculum import Curriculum, Page
from ..model.reading_order import ReadingOrder, UnitPlace
from ..model.watch import stored_query, taken
from ..parse.document import BlockKind, Heading, Link, LinkKind
from ..parse.tables import split_row
from ..text.late_pattern import late_pattern
from ..text.regions import first_in
from ..text.source import Span
from .front_matter import named_neighbours
from .page_units import place_of
from .read import reader_of


class Side(StrEnum):
    """Where a neighbour stands."""

    NEXT = "next"
    PREVIOUS = "previous"


class Spot(StrEnum):
    """Where on a page a neighbour is named."""

    SECTION = auto()
    TOP = auto()
    BOTTOM = auto()
    FRONT_MATTER = auto()


class Neighbour(NamedTuple):
    """What a page says comes next or before; ``span`` is where, ``block`` what stands around it.

    In front matter there is no ``link``, and ``span`` is the value.
    """

    page: Page
    owner: UnitPlace
    direction: Side
    target: UnitPlace
    link: Link | None
    span: Span
    spot: Spot
    block: Span


_NEXT = (
    r"(?:next|continue|go on|onwards?|up next|siguiente|weiter|nächste[rs]?|suivante?|próxim[oa]|"
    r"avanti|volgende|далее|下一\w*|次\w*)"
)
_PREVIOUS = (
    r"(?:prev(?:ious)?|back|zurück|vorherige[rs]?|anterior|précédente?|indietro|vorige|назад|"
    r"上一\w*|前\w*)"
)
_UNIT = (
    r"(?:module|lesson|chapter|week|day|unit|part|session|page|section|topic|step|up|is|to|with)"
)
#: Signs at the end and at the begin of links.
_FORTH = r"(?:[→➡»▶⏩⟶⇒►›👉]|(?<![-=<])[-=]*>{1,3})"
_BACK = r"(?:[←⬅«◀⏪⟵⇐◄‹👈]|<{1,3}[-=]*(?![->=]))"
_TEXT = {
    Side.NEXT: late_pattern(rf"\W*{_NEXT}(?!\w)|.*{_FORTH}\W*\Z", re.IGNORECASE | re.DOTALL),
    Side.PREVIOUS: late_pattern(rf"\W*{_PREVIOUS}(?!\w)|\W*?{_BACK}", re.IGNORECASE),
}
_LEAD = {
    Side.NEXT: late_pattern(
        rf"(?:(?<!\w){_NEXT}(?:\s+{_UNIT}){{0,3}}\W*|{_FORTH}\W*)\Z", re.IGNORECASE
    ),
    Side.PREVIOUS: late_pattern(
        rf"(?:(?<!\w){_PREVIOUS}(?:\s+{_UNIT}){{0,3}}\W*|{_BACK}\W*)\Z", re.IGNORECASE
    ),
}
_HEADING = {
    Side.NEXT: late_pattern(
        rf"\W*(?:what(?:['’]s| is| comes) )?{_NEXT}(?:\s+{_UNIT}s?)*\W*\Z",
        re.IGNORECASE,
    ),
    Side.PREVIOUS: late_pattern(rf"\W*{_PREVIOUS}(?:\s+{_UNIT})*\W*\Z", re.IGNORECASE),
}
#: How many blocks at the top and at the bottom of a page may be navigation.
_EDGE = 4
#: A table of links to neighbours: its head, the line below that, and the links.
_ROWS = 3
_WORD = late_pattern(r"\w")
_TAG = late_pattern(r"<[^<>]*>")
_MOST_SHOWN = 300
#: What is in every text that says where a link leads, and how far before the link.
_SAID = late_pattern(rf"{_NEXT}|{_PREVIOUS}|[<>→➡»▶⏩⟶⇒►›👉←⬅«◀⏪⟵⇐◄‹👈]", re.IGNORECASE)
_REACH = 60
_KINDS = frozenset({LinkKind.INLINE, LinkKind.HTML_LINK})
_SHOWN = frozenset({BlockKind.PARAGRAPH, BlockKind.HTML, BlockKind.TABLE})


def begins_with_side(line: str, side: Side) -> bool:
    """Whether a line begins with a word or ends with a sign for what is on that side."""
    return _TEXT[side].match(line) is not None


class Route(NamedTuple):
    """The units that may be called the next (or previous) one, as different routes have it."""

    #: From module to module, past the subsections.
    by_modules: UnitPlace | None
    #: Through all modules and their subsections.
    through_all: UnitPlace | None
    #: Back from a subsection to its module.
    back: UnitPlace | None


class Neighbours:
    """The order of all units: from module to module, and through their subsections.

    Nothing leads into a level from the one before it, nor back, that is in ``apart``.
    """

    def __init__(
        self, order: ReadingOrder, without: Container[str] = (), apart: Container[str] = ()
    ) -> None:
        every = [each for path, each in order.places.items() if path not in without]
        modules = [place for place in every if place.unit is place.module]
        self._at = {place.unit.path: at for at, place in enumerate(every)}
        self._module_at = {place.unit.path: at for at, place in enumerate(modules)}
        self._every, self._modules, self._apart = every, modules, apart

    def route(self, place: UnitPlace, direction: Side) -> Route:
        """Where the routes lead from a unit."""
        if place.unit.path not in self._at:
            return Route(None, None, None)
        step = 1 if direction is Side.NEXT else -1
        at, module_at = self._at[place.unit.path], self._module_at[place.module.path]
        is_module = place.unit is place.module
        # Before a subsection comes its module, as the previous module comes before that.
        stays = not is_module and direction is Side.PREVIOUS
        module = self._modules[module_at] if not is_module else None
        by_modules = module if stays else self._entry(self._modules, module_at, step)
        return Route(by_modules, self._entry(self._every, at, step), module)

    def _entry(self, places: Sequence[UnitPlace], at: int, step: int) -> UnitPlace | None:
        """What stands behind or before one of the places, where the way leads there."""
        if not 0 <= at + step < len(places):
            return None
        later, other = places[max(at, at + step)], places[min(at, at + step)]
        if later.level.path != other.level.path and later.level.path in self._apart:
            return None
        return places[at + step]

    def of(self, place: UnitPlace, direction: Side) -> list[UnitPlace]:
        """The units that may be called the next or the previous one, the likeliest first."""
        route = self.route(place, direction)
        first = (route.by_modules, route.through_all)
        ordered = first if place.unit is place.module else first[::-1]
        return [each for each in (*ordered, route.back) if each is not None]

    def is_right(self, said: Neighbour) -> bool:
        """Whether the unit comes there."""
        paths = {each.unit.path for each in self.of(said.owner, said.direction)}
        return said.target.unit.path in paths


def neighbours_on(curriculum: Curriculum, page: Page, order: ReadingOrder) -> list[Neighbour]:
    """What the readme of a unit says about the units before and behind it."""
    owner = order.by_readme.get(page.path)
    if owner is None:
        return []
    reader = _Reader(curriculum, page, order, owner)
    return [each._replace(page=page) for each in (*reader.in_front_matter(), *reader.in_text())]


@stored_query
def _said_on(curriculum: Curriculum, page: Page) -> list[Neighbour]:
    order = reader_of(curriculum).order
    owner = order.by_readme.get(page.path)
    return list(_Reader(curriculum, page, order, owner).in_text()) if owner else []


def words_of(link: Link, text: str) -> str:
    """What a link shows in a document with that ``text``, also one in HTML."""
    if link.kind is not LinkKind.HTML_LINK or link.target is None:
        return link.text
    start = text.find(">", link.target.end) + 1
    end = text.find("</a", start, start + _MOST_SHOWN)
    return html.unescape(_TAG.sub("", text[start:end])) if start and end >= 0 else ""


def next_sections(page: Page) -> Iterator[tuple[Heading, Side, Span]]:
    """The sections of a page that say what comes next or before, and their bodies."""
    headings = page.document.headings
    for at, heading in enumerate(headings):
        for direction, words in _HEADING.items():
            if len(heading.text) < 60 and words.match(heading.text):
                later = (h.span.start for h in headings[at + 1 :] if h.level <= heading.level)
                end = next(later, len(page.document.text))
                yield heading, direction, Span(heading.span.end, end)


class _Reader:
    def __init__(
        self, curriculum: Curriculum, page: Page, order: ReadingOrder, owner: UnitPlace
    ) -> None:
        self.page, self.owner, self.order = page, owner, order
        targets = curriculum.targets.get(page.path, ())
        self._links = sorted(
            (target.link.span, target.link, place)
            for target in targets
            if target.link.kind in _KINDS and (place := place_of(order, target)) is not None
        )
        self._starts = [span.start for span, _, _ in self._links]

    def in_front_matter(self) -> Iterator[Neighbour]:
        """``next:`` and ``prev:`` with the path of a unit."""
        for word, span, target in named_neighbours(self.page, self.owner, self.order):
            yield Neighbour(
                self.page, self.owner, Side(word), target, None, span, Spot.FRONT_MATTER, span
            )

    def in_text(self) -> Iterator[Neighbour]:
        if not self._links:
            return
        self.page = taken(self.page, _said_on)
        sections = list(next_sections(self.page))
        if not (sections or any(self._may_say(link) for _, link, _ in self._links)):
            return
        shown = (b for b in self.page.document.blocks if b.kind is not BlockKind.COMMENT)
        self._blocks = sorted(shown, key=lambda block: block.span)
        self._tables = {each.span for each in self._blocks if each.kind is BlockKind.TABLE}
        done: set[Span] = set()
        for _, direction, body in sections:
            block = self._first_paragraph(body)
            for link, place in self._in(block):
                said = self._direction(link, block) or direction
                done.add(link.span)
                yield Neighbour(
                    self.page, self.owner, said, place, link, link.span, Spot.SECTION, body
                )
        for spot, blocks in self._edges():
            for block in blocks:
                for link, place in self._in(block):
                    named = self._direction(link, block)
                    if named is not None and link.span not in done:
                        done.add(link.span)
                        yield Neighbour(
                            self.page, self.owner, named, place, link, link.span, spot, block
                        )

    def _may_say(self, link: Link) -> bool:
        """Whether anything can say where a link leads: a quick look, without the page's blocks."""
        text, at = self.page.document.text, link.span.start
        is_cell = "|" in text[text.rfind("\n", 0, at) + 1 : at] + text[at:].partition("\n")[0]
        return is_cell or any(
            map(_SAID.search, (words_of(link, text), text[max(0, at - _REACH) : at]))
        )

    def _first_paragraph(self, body: Span) -> Span:
        found = (b.span for b in self._blocks if body.holds(b.span.start))
        return next(found, Span(body.start, body.start))

    def _edges(self) -> Iterator[tuple[Spot, list[Span]]]:
        """The blocks at both ends, and those anywhere that hold nothing but links."""
        shown = [(at, b.span) for at, b in enumerate(self._blocks) if b.kind in _SHOWN]
        last = len(self._blocks) - _EDGE
        top = [span for at, span in shown if at < _EDGE]
        bottom = [span for at, span in shown if at >= last]
        for at, span in shown:
            if _EDGE <= at < last and self._leads(span) and self._is_navigation(span):
                (top if at < len(self._blocks) // 2 else bottom).append(span)
        yield Spot.TOP, top
        yield Spot.BOTTOM, sorted(bottom)

    def _leads(self, block: Span) -> bool:
        """Whether a block leads to units."""
        return first_in(block, self._starts) is not None

    def _is_navigation(self, block: Span) -> bool:
        """Whether a block has no words besides links."""
        text, at = self.page.document.text, block.start
        for link in self.page.document.links:
            if block.holds(link.span.start):
                if _WORD.search(_TAG.sub("", text[at : link.span.start])):
                    return False
                at = link.span.end
                if link.kind is LinkKind.HTML_LINK:
                    at = max(at, text.find("</a", at, min(at + _MOST_SHOWN, block.end)))
        return _WORD.search(_TAG.sub("", text[at : block.end])) is None

    def _in(self, block: Span) -> Sequence[tuple[Link, UnitPlace]]:
        first, last = (bisect_left(self._links, at, key=lambda each: each[0].start) for at in block)
        return [(link, place) for _, link, place in self._links[first:last]]

    def _direction(self, link: Link, block: Span) -> Side | None:
        """What the words of a link, or those right before it, say about where it leads."""
        text = self.page.document.text
        for direction, words in _TEXT.items():
            if words.match(words_of(link, text).strip()):
                return direction
        start = max(text.rfind("\n", block.start, link.span.start) + 1, block.start)
        ends = [other.span.end for other, _ in self._in(block) if other.span < link.span]
        lead = text[max([start, *ends]) : link.span.start]
        said = next((d for d, words in _LEAD.items() if words.search(lead[-_REACH:])), None)
        return said or self._by_column(link, block)

    def _by_column(self, link: Link, block: Span) -> Side | None:
        """What the head of its column says, in a table of one row: “Previous | Home | Next”."""
        lines = self.page.document.text[slice(*block)].splitlines(keepends=True)
        if block not in self._tables or len(lines) != _ROWS:
            return None
        start = block.start + len(lines[0]) + len(lines[1])
        cells = split_row(lines[2].rstrip())
        at = next((n for n, (a, b) in enumerate(cells) if a <= link.span.start - start < b), -1)
        heads = [lines[0][a:b].strip() for a, b in split_row(lines[0].rstrip())]
        head = heads[at] if 0 <= at < len(heads) else ""
        return next((d for d, words in _TEXT.items() if words.match(head)), None) if head else None
