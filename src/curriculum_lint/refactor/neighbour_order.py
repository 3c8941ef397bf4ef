"""What pages say comes next and before follows when units move."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from ..edits.edit import Edit, Fix, Safety
from ..edits.moves import Moves
from ..listings.neighbours import (
    Neighbour,
    Neighbours,
    Side,
    Spot,
    neighbours_on,
    next_sections,
)
from ..model.curriculum import Curriculum, Page
from ..model.reading_order import ReadingOrder, UnitPlace
from ..text.source import Span
from .neighbour_words import NeighbourWords


class _Said(NamedTuple):
    """Of what a page says: where among such, and which of the routes it follows."""

    at: int
    route: int


class NeighbourOrder:
    """What is said rightly about neighbours before units move, so that it can be right again."""

    def __init__(self, curriculum: Curriculum) -> None:
        order = ReadingOrder(curriculum)
        self._ends = _ends(order)
        self._right: dict[str, list[_Said]] = {}
        neighbours = Neighbours(order)
        for page in _unit_pages(curriculum):
            for at, said in enumerate(neighbours_on(curriculum, page, order)):
                route = neighbours.route(said.owner, said.direction)
                paths = [each.unit.path if each else "" for each in route]
                if said.target.unit.path in paths:
                    which = paths.index(said.target.unit.path)
                    self._right.setdefault(page.path, []).append(_Said(at, which))

    def exchanges(
        self, after: Curriculum, moves: Moves, without: Container[str] = ()
    ) -> Iterator[Fix]:
        """Where another unit is the last or the first now, the two exchange what they say of it."""
        ends = _ends(ReadingOrder(after), without)
        for direction, old in self._ends.items():
            new = ends.get(direction)
            was = moves.new(old.unit.path)
            if new is not None and new.unit.path != was:
                edits = _exchange(after, was, new.unit.path, direction)
                if edits:
                    self._exchanged(edits)
                    yield Fix("Exchange what is said of the end", Safety.UNSAFE, edits)

    def _exchanged(self, edits: tuple[Edit, ...]) -> None:
        """From now on all that these pages say has to be right."""
        for edit in edits:
            self._right[edit.path] = [_Said(at, 0) for at in range(len(edits) * _MOST)]

    def fixes(self, after: Curriculum, moves: Moves, without: Container[str] = ()) -> Iterator[Fix]:
        """The fixes by which pages name the neighbours that units have in ``after``."""
        words = NeighbourWords(after)
        for said, wanted in self._wrong(after, moves, without):
            edits = words.edits(said, wanted) if wanted else None
            if edits:
                yield Fix(f"Name the {said.direction} unit", Safety.UNSAFE, edits)

    def left_at_end(self, after: Curriculum, moves: Moves) -> Iterator[str]:
        """Where a page still says that nothing comes next or before, although something does."""
        order = ReadingOrder(after)
        for direction, old in self._ends.items():
            place = order.places.get(moves.new(old.unit.path))
            page = after.page(place.unit) if place else None
            following = Neighbours(order).of(place, direction) if place else []
            said = neighbours_on(after, page, order) if page else []
            spot = _spot(after, page, order, direction) if page else None
            if page and spot and following and direction not in {each.direction for each in said}:
                line = page.document.line(spot.start)
                yield f"{page.path}:{line} names no {direction} unit; {following[0].label} is it"

    def left(self, after: Curriculum, moves: Moves, without: Container[str] = ()) -> Iterator[str]:
        """What is said wrongly, and cannot be rewritten for certain, with its place."""
        for said, wanted in self._wrong(after, moves, without):
            line = said.page.document.line(said.span.start)
            what = f"calls {said.target.label} the {said.direction} one"
            right = f"; it is {wanted.label} now" if wanted else "; there is none now"
            yield f"{said.page.path}:{line} {what}{right}"

    def _wrong(
        self, after: Curriculum, moves: Moves, without: Container[str]
    ) -> Iterator[tuple[Neighbour, UnitPlace | None]]:
        order = ReadingOrder(after)
        neighbours = Neighbours(order, without)
        for path, right in self._right.items():
            page = after.pages.get(moves.new(path))
            place = order.by_readme.get(moves.new(path))
            if place is None or place.unit.path in without:
                continue
            found = neighbours_on(after, page, order) if page else []
            for at, which in right:
                if at < len(found) and not neighbours.is_right(found[at]):
                    there = neighbours.route(found[at].owner, found[at].direction)
                    yield found[at], there[which]


#: More than any page says about its neighbours.
_MOST = 50


def _unit_pages(curriculum: Curriculum) -> Iterator[Page]:
    pages = (curriculum.page(unit) for unit in curriculum.units())
    return (page for page in pages if page is not None)


def _ends(order: ReadingOrder, without: Container[str] = ()) -> dict[Side, UnitPlace]:
    """The module that nothing follows, and the one that nothing precedes."""
    modules = [
        place
        for path, place in order.places.items()
        if place.unit is place.module and path not in without
    ]
    if not modules:
        return {}
    return {Side.NEXT: modules[-1], Side.PREVIOUS: modules[0]}


def _exchange(curriculum: Curriculum, old: str, new: str, direction: Side) -> tuple[Edit, ...]:
    """The edits that exchange the texts of two pages about one direction, if both have one."""
    order = ReadingOrder(curriculum)
    pages = [
        curriculum.page(order.places[path].unit) for path in (old, new) if path in order.places
    ]
    spots = [_spot(curriculum, page, order, direction) for page in pages if page is not None]
    if len(spots) < 2 or any(spot is None for spot in spots):
        return ()
    first, second = (page for page in pages if page is not None)
    one, other = (spot for spot in spots if spot is not None)
    texts = [first.document.text[slice(*one)], second.document.text[slice(*other)]]
    if texts[0] == texts[1] or first.path.count("/") != second.path.count("/"):
        return ()
    if any(map(_holds_own_links, (first, second), (one, other))):
        return ()
    return (Edit(first.path, *one, texts[1]), Edit(second.path, *other, texts[0]))


def _spot(curriculum: Curriculum, page: Page, order: ReadingOrder, direction: Side) -> Span | None:
    """What a page says about one direction: the body of a section, or a line of links."""
    for _, said, body in next_sections(page):
        if said is direction:
            return _stripped(page, body)
    found = [each for each in neighbours_on(curriculum, page, order) if each.link is not None]
    blocks = {each.block for each in found if each.spot is not Spot.SECTION}
    return _stripped(page, max(blocks)) if len(blocks) == 1 else None


def _stripped(page: Page, span: Span) -> Span:
    text = page.document.text[slice(*span)]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _holds_own_links(page: Page, span: Span) -> bool:
    """Whether a link in the span stays in the unit's own folder: another unit has no such file."""
    links = (each for each in page.document.links if span.holds(each.span.start))
    return any(not link.destination.startswith(("../", "http", "/")) for link in links)
