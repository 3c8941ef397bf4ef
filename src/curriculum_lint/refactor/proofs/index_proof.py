"""Whether indexes list the same units as before, in their order and with their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from ...edits.moves import Moves
from ...listings.listing import ListingForm, UnitEntry, UnitIndex
from ...listings.page_units import place_of
from ...listings.read import ListingReader, reader_of
from ...model.curriculum import Curriculum, Kind, Page
from ...model.overviews import is_overview
from ...model.reading_order import UnitPlace
from ...parse.document import LinkKind
from ...text.regions import Regions
from ...text.source import Span
from ..lists.entry_parts import headings_name_units
from ..lists.entry_text import numbered_units, says_own_number
from ..lists.index_order import IndexOrder, Rank, is_in_order, ranks_of
from ..neighbours.neighbours_said import neighbours_said
from ..units.editions import Holds, everywhere
from .chain_proof import ChainProof
from .untouched import Untouched

#: A line and what is wrong there, in a page of the curriculum afterwards.
_Found = tuple[str, int, str]
_LEAST, _LEAST_RUN = 2, 3
#: So few links on a line are an index no more.
_FEW = {ListingForm.INLINE: _LEAST_RUN - 1}
_NO_INDEX = frozenset({Kind.PAGE, Kind.EXERCISE, Kind.SUBSECTION})
_Run = list[tuple[int, UnitPlace]]


def index_faults(
    before: Curriculum,
    after: Curriculum,
    moves: Moves,
    begun: frozenset[str],
    removed: frozenset[str],
    holds: Holds = everywhere,
) -> Iterator[_Found]:
    """Indexes that were in order or numbered by their units, and are not any more."""
    ranks = ranks_of(before), ranks_of(after)
    old = reader_of(before)
    new = reader_of(after, IndexOrder(before, holds).names(moves))
    untouched, gone = Untouched(before, after, moves), set(map(moves.new, removed))
    for path, page in before.pages.items():
        now = after.pages.get(moves.new(path))
        is_same = now is not None and now.document is page.document and page.kind in _NO_INDEX
        is_same &= not is_overview(before, path)
        is_same |= page.kind is Kind.MODULE and untouched.holds(page)
        if now is None or is_same or not holds(path):
            continue
        chains = ChainProof((old, page), (new, now), moves, begun | gone)
        there, here = old.with_lone_on(page), new.with_lone_on(now)
        for index, match in _pairs(there, here, moves, begun, gone):
            if match is not None:
                yield from _compare(index, match, ranks)
                yield from _number_faults(index, match, moves)
            elif _is_lost(index, _wanted(index, moves, gone), here) and not chains.hold(index):
                line = now.document.line(min(index.span.start, len(now.document.text)))
                yield now.path, line, "does not list the units any more that it did"
        for at in chains.wrong():
            what = "lists units in another order, through several lists"
            yield now.path, now.document.line(at), what
        runs = _runs(before, old, page), _runs(after, new, now)
        yield from _run_faults(now, *runs, ranks, moves)


def _wanted(index: UnitIndex, moves: Moves, gone: Set[str]) -> Set[str]:
    """The units that a list should have afterwards."""
    return {moves.new(each.place.unit.path) for each in index.units} - gone


def _pairs(
    old: Sequence[UnitIndex],
    new: Sequence[UnitIndex],
    moves: Moves,
    begun: frozenset[str],
    gone: Set[str],
) -> Iterator[tuple[UnitIndex, UnitIndex | None]]:
    """The lists of a page, each with what it is now."""
    kept = _kept(old, new, moves)
    stay = set(map(id, kept.values()))
    left = [each for each in new if id(each) not in stay]
    for index in old:
        wanted = _wanted(index, moves, gone)
        match = kept.get(index.span) or _matching(left, index.form, wanted, begun)
        left = [each for each in left if each is not match]
        yield index, match


def _is_lost(index: UnitIndex, wanted: Set[str], now: Sequence[UnitIndex]) -> bool:
    """Whether a page should list these units in that form, and does not any more.

    Sections that only hold links, in whatever list, are none where that list has grown.
    """
    if len(wanted) <= _FEW.get(index.form, 1):
        return False
    if index.form is not ListingForm.SECTION or headings_name_units(index.units):
        return True
    return not wanted <= {path for each in now for path in each.listed}


def _kept(
    old: Sequence[UnitIndex], new: Sequence[UnitIndex], moves: Moves
) -> dict[Span, UnitIndex]:
    """The lists of a page that stay, where as many of their form are there as before.

    They have as many entries; only such as have no link may call a unit by an old title now.
    """
    found: dict[Span, UnitIndex] = {}
    for form in {each.form for each in old}:
        pairs = [[e for e in indexes if e.form is form] for indexes in (old, new)]
        for one, other in zip(*pairs, strict=True) if len(pairs[0]) == len(pairs[1]) else ():
            linked = {moves.new(e.place.unit.path) for e in one.units if e.entry.has_link}
            if len(one.entries) == len(other.entries) and linked <= other.listed:
                found[one.span] = other
    return found


def _matching(
    indexes: Sequence[UnitIndex], form: ListingForm, wanted: Set[str], begun: frozenset[str]
) -> UnitIndex | None:
    # A grid may have lost all but one of its columns.
    forms = {form, ListingForm.ROW} if form is ListingForm.CELL else {form}
    indexes = [each for each in indexes if each.form in forms]
    for each in indexes:
        listed = {place.unit.path for _, place in each.units}
        if listed - begun == wanted:
            return each
    more = (each for each in indexes if wanted and wanted <= each.listed <= wanted | begun)
    found = next(more, None)
    # A broken link may lead to its unit by now: the index lists one more.
    all_of = (each for each in indexes if wanted and wanted <= each.listed)
    return found or next(all_of, None)


def _compare(
    old: UnitIndex, new: UnitIndex, ranks: tuple[Mapping[str, Rank], Mapping[str, Rank]]
) -> Iterator[_Found]:
    new = new.in_places_of(old)
    path, line = new.page.path, new.page.document.line(new.entries[0].start)
    for one, other in ((old, new), *zip(_series(old), _series(new), strict=False)):
        if is_in_order(one.units, ranks[0]) and not is_in_order(other.units, ranks[1]):
            yield path, line, f"lists units in another order: {_misplaced(other, ranks[1])}"
            return


def _number_faults(old: UnitIndex, new: UnitIndex, moves: Moves) -> Iterator[_Found]:
    """Entries that said the numbers of their units, and do not say them any more."""
    said = set(map(moves.new, numbered_units(old)))
    for unit in new.units:
        if unit.place.unit.path in said and not says_own_number(new, unit):
            line = new.page.document.line(unit.entry.start)
            yield new.page.path, line, f"numbers {unit.place.label} otherwise than its folder"


def _series(index: UnitIndex) -> list[UnitIndex]:
    return sorted(index.series(), key=lambda each: each.units[0].place.level.path)


def _misplaced(index: UnitIndex, ranks: Mapping[str, Rank]) -> str:
    places = [place for _, place in index.units]
    for one, other in pairwise(places):
        if ranks[one.unit.path] > ranks[other.unit.path]:
            return f"{one.label} stands before {other.label}"
    return ""


def _run_faults(
    page: Page,
    old: Mapping[int, _Run],
    new: Mapping[int, _Run],
    ranks: tuple[Mapping[str, Rank], Mapping[str, Rank]],
    moves: Moves,
) -> Iterator[_Found]:
    """Links to units in no form that is known: those of each section that were in order.

    Others are there instead where a list has lost entries, and is none any more.
    """
    for heading, run in old.items():
        now = new.get(heading, [])
        is_same = [moves.new(p.unit.path) for _, p in run] == [p.unit.path for _, p in now]
        parts = _rising_parts(run, ranks[0]) if is_same else ()
        wrong = next((part for part in parts if not _is_rising(now[part], ranks[1])), None)
        if wrong is not None:
            line = page.document.line(now[wrong][0][0])
            yield page.path, line, "names units in another order, in a form that is not understood"


def _runs(curriculum: Curriculum, reader: ListingReader, page: Page) -> dict[int, _Run]:
    """The links to units outside of indexes, by the number of the heading above them."""
    known = Regions(
        [
            *(unit.entry.span for index in reader.on(page) for unit in _plain_units(index)),
            *(said.block for said in neighbours_said(curriculum, page)),
        ]
    )
    found: dict[int, _Run] = {}
    for target in curriculum.targets.get(page.path, ()):
        at, place = target.link.span.start, place_of(reader.order, target)
        is_shown = target.link.kind is not LinkKind.DEFINITION
        if place is not None and is_shown and not known.hold(at):
            above = sum(1 for heading in page.document.headings if heading.span.start <= at)
            found.setdefault(above, []).append((at, place))
    return {above: sorted(run, key=lambda each: each[0]) for above, run in found.items()}


def _plain_units(index: UnitIndex) -> Sequence[UnitEntry]:
    return () if index.holds_groups or len(index.units) < _LEAST else index.units


def _rising_parts(run: _Run, ranks: Mapping[str, Rank]) -> Iterator[slice]:
    """The parts of a run in which three or more units are named in their order."""
    start = 0
    for end in range(1, len(run) + 1):
        if end == len(run) or not _is_rising(run[end - 1 : end + 1], ranks):
            if end - start >= _LEAST_RUN:
                yield slice(start, end)
            start = end


def _is_rising(run: _Run, ranks: Mapping[str, Rank]) -> bool:
    """Whether each unit is read later than the one before it."""
    return all(ranks[a.unit.path] < ranks[b.unit.path] for (_, a), (_, b) in pairwise(run))
