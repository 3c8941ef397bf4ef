"""What pages say comes next and before follows when units move."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...edits.edit import Edit, Fix, Safety
from ...edits.moves import Moves
from ...listings.neighbours import (
    Neighbour,
    Neighbours,
    Side,
    Spot,
    next_sections,
)
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import ReadingOrder, UnitPlace
from ...parse.document import BlockKind
from ...text.source import Span
from .neighbour_words import NeighbourWords
from .neighbours_said import neighbours_said


class _Said(NamedTuple):
    """Of what a page says: where among such, and which of the routes it follows."""

    at: int
    route: int


class _End(NamedTuple):
    """A unit that nothing followed, or nothing preceded, as it is called now, and the new one."""

    direction: Side
    old: str
    new: str


class NeighbourOrder:
    """What is said rightly about neighbours before units move, so that it can be right again."""

    def __init__(self, curriculum: Curriculum) -> None:
        order = reader_of(curriculum).order
        self._right: dict[str, list[_Said]] = {}
        #: Pages, as they are called now, on which all that is said of neighbours has to be right.
        self._all: set[str] = set()
        #: Levels into which something leads from the one before it, or back.
        joined: set[str] = set()
        neighbours = Neighbours(order)
        for page in _unit_pages(curriculum):
            for at, said in enumerate(neighbours_said(curriculum, page)):
                route = neighbours.route(said.owner, said.direction)
                paths = [each.unit.path if each else "" for each in route]
                if said.target.unit.path in paths:
                    which = paths.index(said.target.unit.path)
                    self._right.setdefault(page.path, []).append(_Said(at, which))
                    joined |= _later(order, said.owner, said.target)
        levels = [level.path for level in curriculum.levels]
        self._apart = frozenset(levels) - joined
        self._ends = self._ends_of(order)

    def begin(self, path: str) -> None:
        """A new page names neighbours as another page does: all of it has to be right."""
        self._all.add(path)

    def exchanges(
        self, after: Curriculum, moves: Moves, without: Container[str] = ()
    ) -> Iterator[Fix]:
        """Where another unit is the last or the first now, the two exchange what they say of it."""
        ends = self._ends_of(reader_of(after).order, without)
        changed: dict[str, list[_End]] = {}
        for (direction, begin), old in self._ends.items():
            new, was = ends.get((direction, begin)), moves.new(old.unit.path)
            if new is not None and new.unit.path != was:
                changed.setdefault(begin, []).append(_End(direction, was, new.unit.path))
        for group in changed.values():
            for together in _together(after, group):
                edits = _exchange(after, together)
                if edits:
                    self._all |= {edit.path for edit in edits}
                    yield Fix("Exchange what is said of the end", Safety.UNSAFE, edits)

    def fixes(self, after: Curriculum, moves: Moves, without: Container[str] = ()) -> Iterator[Fix]:
        """The fixes by which pages name the neighbours that units have in ``after``."""
        words = NeighbourWords(after)
        for said, wanted in self._wrong(after, moves, without):
            edits = words.edits(said, wanted) if wanted else None
            if edits:
                yield Fix(f"Name the {said.direction} unit", Safety.UNSAFE, edits)

    def left_at_end(self, after: Curriculum, moves: Moves) -> Iterator[str]:
        """Where a page still says that nothing comes next or before, although something does."""
        order = reader_of(after).order
        neighbours = Neighbours(order, (), self._apart)
        for (direction, _), old in self._ends.items():
            place = order.places.get(moves.new(old.unit.path))
            page = after.page(place.unit) if place else None
            following = neighbours.of(place, direction) if place else []
            said = neighbours_said(after, page) if page else []
            spots = _spots(after, page, direction) if page else ()
            if page and spots and following and direction not in {each.direction for each in said}:
                line = page.document.line(spots[-1].start)
                yield f"{page.path}:{line} names no {direction} unit; {following[0].label} is it"

    def left(self, after: Curriculum, moves: Moves, without: Container[str] = ()) -> Iterator[str]:
        """What is said wrongly, and cannot be rewritten for certain, with its place."""
        for said, wanted in self._wrong(after, moves, without):
            line = said.page.document.line(said.span.start)
            what = f"calls {said.target.label} the {said.direction} one"
            right = f"; it is {wanted.label} now" if wanted else "; there is none now"
            yield f"{said.page.path}:{line} {what}{right}"

    def _ends_of(
        self, order: ReadingOrder, without: Container[str] = ()
    ) -> dict[tuple[Side, str], UnitPlace]:
        """The modules that nothing follows, and those that nothing precedes.

        Their keys hold the level with which the way through them begins.
        """
        found: dict[tuple[Side, str], UnitPlace] = {}
        begin = ""
        for path, place in order.places.items():
            if place.unit is place.module and path not in without:
                begin = place.level.path if place.level.path in self._apart else begin
                found.setdefault((Side.PREVIOUS, begin), place)
                found[Side.NEXT, begin] = place
        return found

    def _wrong(
        self, after: Curriculum, moves: Moves, without: Container[str]
    ) -> Iterator[tuple[Neighbour, UnitPlace | None]]:
        order = reader_of(after).order
        neighbours = Neighbours(order, without, self._apart)
        right = {moves.new(path): said for path, said in self._right.items()}
        for path in {**right, **dict.fromkeys(self._all)}:
            page, place = after.pages.get(path), order.by_readme.get(path)
            if place is None or place.unit.path in without:
                continue
            found = neighbours_said(after, page) if page else []
            every = [_Said(at, 0) for at in range(len(found))]
            for at, which in every if path in self._all else right[path]:
                if at < len(found) and not neighbours.is_right(found[at]):
                    there = neighbours.route(found[at].owner, found[at].direction)
                    yield found[at], there[which]


def _unit_pages(curriculum: Curriculum) -> Iterator[Page]:
    pages = (curriculum.page(unit) for unit in curriculum.units())
    return (page for page in pages if page is not None)


def _later(order: ReadingOrder, one: UnitPlace, other: UnitPlace) -> set[str]:
    """The later level of two units, where they are in different ones."""
    if one.level.path == other.level.path:
        return set()
    return {next(p.level.path for p in reversed(order.places.values()) if p in (one, other))}


def _together(curriculum: Curriculum, ends: Sequence[_End]) -> list[Sequence[_End]]:
    """Both ends where one line on a page says what comes before and what comes next, or each."""
    pages = [page for end in ends for page in _pages(curriculum, (end.old, end.new))]
    is_shared = any(
        _spots(curriculum, page, Side.NEXT) == _spots(curriculum, page, Side.PREVIOUS) != []
        for page in pages
    )
    are_two = len(ends) == len({end.old for end in ends}) == len({end.new for end in ends})
    return [ends] if is_shared and are_two else [[end] for end in ends]


def _pages(curriculum: Curriculum, paths: Iterable[str]) -> list[Page]:
    order = reader_of(curriculum).order
    found = (curriculum.page(order.places[path].unit) for path in paths if path in order.places)
    return [page for page in found if page is not None]


def _exchange(curriculum: Curriculum, ends: Sequence[_End]) -> tuple[Edit, ...]:
    """The edits by which the first and the last say what those before them said of it."""
    givers = _givers(ends)
    pages = dict(zip(givers, _pages(curriculum, givers), strict=False))
    if len(pages) < len(givers) or len(set(map(_around, pages.values()))) > 1:
        return ()
    spots = {path: _spots(curriculum, page, ends[0].direction) for path, page in pages.items()}
    if len(ends) == 1 and not spots[ends[0].old] and spots[ends[0].new]:
        return _taken_over(curriculum, pages[ends[0].old], pages[ends[0].new], ends[0].direction)
    if len({len(each) for each in spots.values()}) > 1:
        return ()
    return tuple(
        edit
        for at in range(len(spots[ends[0].old]))
        for edit in _exchanged(pages, {path: each[at] for path, each in spots.items()}, givers)
    )


def _givers(ends: Sequence[_End]) -> dict[str, str]:
    """Whose text each unit gets: those that are no end any more get what the new ones had."""
    found = {end.new: end.old for end in ends}
    left = [end.old for end in ends if end.old not in found]
    free = [end.new for end in ends if end.new not in found.values()]
    return found | dict(zip(left, free, strict=True))


def _taken_over(
    curriculum: Curriculum, first: Page, second: Page, direction: Side
) -> tuple[Edit, ...]:
    """The edits that bring the end of the page ``second`` to that of ``first``, which has none.

    It is all about one direction: “Next: [Files](…)”.
    """
    said = neighbours_said(curriculum, second)
    spots = [body for _, side, body in next_sections(second) if side is direction]
    begin = [each.span.start for each, side, _ in next_sections(second) if side is direction]
    blocks = [each.block for each in said if each.link is not None]
    whole = Span(begin[0], spots[0].end) if begin else with_rule(second, blocks[0])
    text, other = second.document.text, first.document.text
    own = _stripped(second, whole)
    is_plain = {each.direction for each in said} == {direction} and not text[own.end :].strip()
    if not is_plain or holds_own_links(second, own) or _around(first) != _around(second):
        return ()
    blank = text[len(text[: own.start].rstrip()) : own.start]
    end = len(other.rstrip())
    return (
        Edit(first.path, end, end, blank + text[slice(*own)]),
        Edit(second.path, own.start - len(blank), own.end, ""),
    )


def with_rule(page: Page, block: Span) -> Span:
    """The block with a rule right above it."""
    before = [each for each in page.document.blocks if each.span.end <= block.start]
    last = max(before, key=lambda each: each.span.start, default=None)
    return Span(last.span.start, block.end) if last and last.kind is BlockKind.RULE else block


def _around(page: Page) -> str:
    """What links of a page that begin with ``../`` are relative to."""
    return posixpath.dirname(posixpath.dirname(page.path))


def _exchanged(
    pages: Mapping[str, Page], spots: Mapping[str, Span], givers: Mapping[str, str]
) -> Iterator[Edit]:
    """The edits that give one span of each page the text of another one."""
    texts = {path: page.document.text[slice(*spots[path])] for path, page in pages.items()}
    if any(holds_own_links(page, spots[path]) for path, page in pages.items()):
        return
    for path, giver in givers.items():
        if texts[path] != texts[giver]:
            yield Edit(pages[path].path, *spots[path], texts[giver])


def _spots(curriculum: Curriculum, page: Page, direction: Side) -> Sequence[Span]:
    """What a page says about one direction: the body of a section, or its lines of links."""
    for _, said, body in next_sections(page):
        if said is direction:
            return [_stripped(page, body)]
    found = [each for each in neighbours_said(curriculum, page) if each.link is not None]
    blocks = {each.block for each in found if each.spot is not Spot.SECTION}
    return [_stripped(page, block) for block in sorted(blocks)]


def _stripped(page: Page, span: Span) -> Span:
    text = page.document.text[slice(*span)]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def holds_own_links(page: Page, span: Span) -> bool:
    """Whether a link in the span stays in the unit's own folder: another unit has no such file."""
    links = (each for each in page.document.links if span.holds(each.span.start))
    return any(not link.destination.startswith(("../", "http", "/")) for link in links)
