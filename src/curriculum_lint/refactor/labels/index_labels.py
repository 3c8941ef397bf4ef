"""The numbers that the entries of an index begin with, whatever word stands before them."""

from __future__ import annotations

from ...listings.listing import UnitEntry, UnitIndex
from ...text.late_pattern import late_pattern
from .unit_labels import LabelGrammar, UnitLabel, agrees

#: A word or two, and a number behind: ``Week 3``, ``[Part 3``, ``Step no. 3``.
_ANY = late_pattern(
    r"\W*(?:[^\W\d_]+\W+){0,2}(?P<id>(?P<number>\d{1,3})(?P<letter>[a-z]?))(?=\W)(?![-/.]\w)"
)


class IndexLabels:
    """Reads the labels of one index's entries.

    A word that no label is known by, or none, counts the units where each entry has the number of
    its own; one in four may be wrong.
    """

    def __init__(self, grammar: LabelGrammar, index: UnitIndex) -> None:
        self._grammar = grammar
        loose = [(number_in(unit.entry.line), unit.place) for unit in index.units]
        right = sum(1 for label, at in loose if label and agrees(label, at))
        self._counts = right > 1 and 4 * right >= 3 * len(loose)

    def of(self, unit: UnitEntry) -> UnitLabel | None:
        """The label of an entry, in its first line."""
        return self._grammar.read(unit.entry.line) or (
            number_in(unit.entry.line) if self._counts else None
        )


def number_in(line: str) -> UnitLabel | None:
    """The number that a line has behind a word or two, whatever it counts."""
    match = _ANY.match(line)
    if match is None:
        return None
    return UnitLabel(int(match["number"]), match["letter"], match["id"], match.start("id"))
