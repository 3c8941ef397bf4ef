"""Whether units are in one order still through several lists of a page."""

from __future__ import annotations

from collections.abc import Iterator

from ...edits.moves import Moves
from ...listings.listing import UnitIndex
from ...listings.read import ListingReader
from ...model.curriculum import Page
from ..lists.index_order import ranks_of
from ..lists.list_chains import Chain, chains_on


class ChainProof:
    """Compares the chains of a page with those that it had before the ``moves``."""

    def __init__(
        self,
        before: tuple[ListingReader, Page],
        after: tuple[ListingReader, Page],
        moves: Moves,
        apart: frozenset[str],
    ) -> None:
        self._old, self._new = chains_on(*before), chains_on(*after)
        self._moves, self._apart = moves, apart
        self._ranks = [ranks_of(reader.curriculum) for reader, _ in (before, after)]

    def hold(self, index: UnitIndex) -> bool:
        """Whether the units of a list in a chain, or of sections around it, are in one still.

        A list may be a chain by now, where new entries in it have no words below them.
        """
        mine = (chain for chain in self._old if index in chain.lists or chain.stands_in(index))
        if any(self._same(chain) for chain in mine):
            return True
        alone, new = Chain((index,)), self._same(Chain((index,)))
        return new is not None and new.in_order(self._ranks[1]) >= alone.in_order(self._ranks[0])

    def wrong(self) -> Iterator[int]:
        """The offsets of chains that were in order and are not any more."""
        for old in self._old:
            new = self._same(old) if old.in_order(self._ranks[0]) else None
            if new is not None and not new.in_order(self._ranks[1]):
                yield new.units[0].entry.start

    def _same(self, chain: Chain) -> Chain | None:
        """The chain of the same units, but for those that come or go."""
        wanted = frozenset(map(self._moves.new, chain.paths)) - self._apart
        return next((each for each in self._new if each.paths - self._apart == wanted), None)
