"""How an invisible character is put right, by where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...edits.edit import Edit, Fix, Safety
from ...parse.document import Document
from ...text.invisible import is_space
from ...text.regions import Regions
from ...text.source import Span
from ._proven import Proof
from ._text_places import TextPlace, TextPlaces

_LINE_ENDS = frozenset(("", "\n", "\r"))


class _Repair(NamedTuple):
    span: Span
    text: str
    safety: Safety = Safety.SAFE


class InvisibleFixes:
    """Makes the fixes for one document."""

    def __init__(self, document: Document, places: TextPlaces) -> None:
        self._document, self._places = document, places
        self._proof = Proof(document)
        fragments = {link.destination.partition("#")[2] for link in document.links}
        self._linked = Regions(h.span for h in document.headings if h.anchor in fragments)

    def fix(self, runs: Sequence[Span], place: TextPlace) -> Fix | None:
        """The fix of runs of one invisible character; ``None`` where it could do harm."""
        repairs = [each for run in runs if (each := self._repair(run, place)) is not None]
        if not repairs:
            return None
        safety = max((each.safety for each in repairs), key=[Safety.SAFE, Safety.UNSAFE].index)
        title = "Write a plain space" if any(each.text for each in repairs) else "Delete it"
        path = self._document.path
        return Fix(title, safety, tuple(Edit(path, *each.span, each.text) for each in repairs))

    def _repair(self, span: Span, place: TextPlace) -> _Repair | None:
        holds = self._proof.holds_in_code if place is TextPlace.CODE else self._proof.holds_in_text
        # Safe where it is proven that nothing changes but what cannot be seen.
        safety = Safety.SAFE if holds(span) else Safety.UNSAFE
        if not is_space(self._document.text[span.start]):
            return _Repair(span, "", safety)
        if place is TextPlace.CODE:
            return _Repair(span, " " * (span.end - span.start), safety)
        return self._repair_space(span, place, safety)

    def _repair_space(self, span: Span, place: TextPlace, safety: Safety) -> _Repair | None:
        # A link of this document may need the heading's anchor as it is.
        if place is TextPlace.DESTINATION or self._linked.hold(span.start):
            return None
        text = self._document.text
        before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        # As indentation, plain spaces would make code of a paragraph.
        if not self._places.line_before(span.start).strip() and after not in _LINE_ENDS:
            return None
        is_at_end = after in _LINE_ENDS
        is_doubled = is_at_end or span.end - span.start > 1 or " " in (before, after)
        # Another document may link to a heading, and a single one may be meant.
        may_be_safe = is_doubled and place is TextPlace.PROSE
        text = "" if is_at_end or " " in (before, after) else " "
        return _Repair(span, text, safety if may_be_safe else Safety.UNSAFE)
