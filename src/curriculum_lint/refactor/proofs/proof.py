"""The proof of a restructuring: the curriculum before it and the one after it, compared.

Nothing here knows which edits were made. What it finds was left behind, or done wrongly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...edits.moves import Moves, is_within_any
from ...listings.page_units import place_of
from ...listings.read import ListingReader, reader_of
from ...model.curriculum import Curriculum, Page
from ...model.target import Outcome, Target
from ...text.regions import Regions
from ...text.source import Span
from ..neighbours.neighbours_said import neighbours_said
from ..units.editions import Holds, everywhere
from .dead_link_proof import dead_link_faults
from .index_proof import index_faults
from .number_proof import number_faults
from .untouched import Untouched

_LOCAL = frozenset({Outcome.FOUND, Outcome.ANCHOR_CASE, Outcome.WRONG_CASE})
#: What renumbering may change in the text of a heading.
_NUMBER = re.compile(r"\d+[a-z]?(?![a-z])|\b[a-z](?=[.)])", re.IGNORECASE)


class LeftBehind(NamedTuple):
    """Something that does not hold any more, at a line of a file as it is afterwards."""

    path: str
    line: int
    what: str


class Meant(NamedTuple):
    """What a restructuring is meant to change besides the order.

    ``begun`` and ``removed`` are paths of units, as they are after and were before;
    ``transferred`` are those that go elsewhere, as they were. ``renamed`` are headings: their old
    texts and the new ones.
    """

    begun: frozenset[str] = frozenset()
    transferred: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = {}
    #: A page that loses an exercise, and links with it.
    lost: str = ""
    #: What lay around a unit, and what does now: it leads back to the one or to the other.
    around: frozenset[str] = frozenset()

    @property
    def gone(self) -> frozenset[str]:
        """The units whose entries may be lost, as they were."""
        return self.removed | self.transferred

    def is_gone(self, target: Target, moves: Moves) -> bool:
        """Whether what a link leads to, as it is now, was taken away on purpose."""
        has_lost = bool(self.lost) and target.path == moves.new(self.lost)
        return has_lost or is_within_any(target.path, self.removed)

    def come(self, moves: Moves) -> frozenset[str]:
        """The units whose entries may be new, as they are."""
        return self.begun | frozenset(map(moves.new, self.transferred))


#: What a link leads to: the path, and the words of the heading.
_Thing = tuple[str, str]


def faults(
    before: Curriculum,
    after: Curriculum,
    moves: Moves,
    meant: Meant,
    holds: Holds = everywhere,
) -> Iterator[LeftBehind]:
    """Where links, indexes and numbers of ``after`` are not those of ``before``, moved.

    ``holds`` says which pages are looked at.
    """
    readers, untouched = (reader_of(before), reader_of(after)), Untouched(before, after, moves)
    for path, page in before.pages.items():
        if not holds(path) or untouched.holds(page) or is_within_any(path, meant.removed):
            continue
        now = after.pages.get(moves.new(path))
        if now is None:
            yield LeftBehind(moves.new(path), 1, f"is not there, although {path} was")
        else:
            yield from _link_faults(
                _Side(before, page, readers[0]), _Side(after, now, readers[1]), moves, meant
            )
    come = meant.come(moves) | frozenset(_retitled(before, after, moves))
    for path, line, what in (
        *index_faults(before, after, moves, come, meant.gone, holds),
        *number_faults(before, after, moves, holds),
        *dead_link_faults(before, after, moves, holds, lambda each: meant.is_gone(each, moves)),
    ):
        yield LeftBehind(path, line, what)


def _retitled(before: Curriculum, after: Curriculum, moves: Moves) -> Iterator[str]:
    """The units with other titles, as they are afterwards: entries may mean them now."""
    for unit in before.units():
        old, new = before.page(unit), after.pages.get(moves.new(unit.readme or ""))
        if old and new and old is not new and _title_of(old) != _title_of(new):
            yield moves.new(unit.path)


def _title_of(page: Page) -> str:
    """Its title, whatever its number is."""
    return _plain(page.outline.title.text) if page.outline.title else ""


class _Side(NamedTuple):
    """A page in one of the two curricula."""

    curriculum: Curriculum
    page: Page
    reader: ListingReader

    def links(self, gone: frozenset[str] = frozenset()) -> Iterator[Target]:
        """Its links, without those to neighbours, which follow the order, and in lost entries.

        What is generated is written anew: it may have been out of date.
        """
        said = neighbours_said(self.curriculum, self.page)
        generated = (region.span for region in self.page.document.generated)
        apart = Regions([*(each.block for each in said), *self._entries(gone), *generated])
        for target in self.curriculum.targets.get(self.page.path, ()):
            if not apart.hold(target.link.span.start):
                yield target

    def _entries(self, gone: frozenset[str]) -> Iterator[Span]:
        """The entries about units that are removed."""
        if gone:
            for index in self.reader.on(self.page):
                for entry, place in index.units:
                    if place.unit.path in gone:
                        yield entry.span

    def thing(self, target: Target) -> _Thing:
        """What a link leads to."""
        path = (target.actual if target.outcome is Outcome.WRONG_CASE else None) or target.path
        return path, self._heading(target)

    def _heading(self, target: Target) -> str:
        page = self.curriculum.pages.get(target.page or "")
        if page is None or not target.fragment:
            return target.fragment or ""
        fragment = target.fragment.removeprefix("user-content-").casefold()
        found = (each.text for each in page.document.headings if each.anchor == fragment)
        return next(found, target.fragment)


def _link_faults(old: _Side, new: _Side, moves: Moves, meant: Meant) -> Iterator[LeftBehind]:
    lost = _things(old, old.links(meant.gone), moves, meant)
    # What stood in an entry that goes may stay.
    spare = _things(old, old.links(), moves, meant) - lost if meant.gone else Counter()
    # What stands in an entry that has come may be new, or have been there.
    looked_at = {each.link.span for each in new.links(meant.come(moves))}
    found = [each for each in new.links() if each.outcome in _LOCAL]
    for target in sorted(found, key=lambda each: each.link.span not in looked_at):
        path, heading = new.thing(target)
        thing = path, _plain(heading)
        left = lost if lost[thing] > 0 else spare
        if left[thing] > 0:
            left[thing] -= 1
        elif path in meant.around or target.link.span not in looked_at:
            continue
        elif not is_within_any(path, meant.begun) and place_of(new.reader.order, target) is None:
            line = new.page.document.line(target.link.span.start)
            yield LeftBehind(new.page.path, line, f"links to {path}, which it did not before")
    for (path, heading), count in lost.items():
        if meant.lost and (moves.new(meant.lost) in (path, new.page.path)):
            continue
        if count > 0 and not is_within_any(path, map(moves.new, meant.removed)):
            where = f"{path}#{heading}" if heading else path
            yield LeftBehind(new.page.path, 1, f"has lost a link to {where}")


def _things(old: _Side, links: Iterator[Target], moves: Moves, meant: Meant) -> Counter[_Thing]:
    """What links led to, as it is afterwards, and how often."""
    local = (each for each in links if each.outcome in _LOCAL)
    return Counter(
        _moved(old.thing(each), moves, meant) for each in local if each.path not in meant.around
    )


def _moved(thing: _Thing, moves: Moves, meant: Meant) -> _Thing:
    path, heading = thing
    return moves.new(path), _plain(meant.renamed.get(heading, heading))


def _plain(heading: str) -> str:
    return _NUMBER.sub("#", heading)
