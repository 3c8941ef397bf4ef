"""How an invisible character is put right, by where it stands."""

from __future__ import annotations

from ...edits.edit import Edit, Fix, Safety
from ...parse.document import Document
from ...text.invisible import is_space
from ...text.regions import Regions
from ...text.source import Span
from ._text_places import TextPlace, TextPlaces

_MARKUP = frozenset("*_`~[]()<>#@|\\+-=!:&")
_LINE_ENDS = frozenset(("", "\n", "\r"))


class InvisibleFixes:
    """Makes the fixes for one document."""

    def __init__(self, document: Document, places: TextPlaces) -> None:
        self._document, self._places = document, places
        fragments = {link.destination.partition("#")[2] for link in document.links}
        self._linked = Regions(h.span for h in document.headings if h.anchor in fragments)

    def fix(self, span: Span, place: TextPlace) -> Fix | None:
        """The fix of a run of one invisible character; ``None`` where it could do harm."""
        text = self._document.text
        if is_space(text[span.start]):
            return self._fix_space(span, place)
        around = {text[span.start - 1 : span.start], text[span.end : span.end + 1]}
        # Between markup, a zero-width character may be what keeps it from being read as such.
        is_safe = place is TextPlace.CODE or not around & _MARKUP
        return self._replacing(span, "", Safety.SAFE if is_safe else Safety.UNSAFE)

    def _fix_space(self, span: Span, place: TextPlace) -> Fix | None:
        if place is TextPlace.CODE:
            return self._replacing(span, " " * (span.end - span.start))
        # A link of this document may need the heading's anchor as it is.
        if place is TextPlace.DESTINATION or self._linked.hold(span.start):
            return None
        if self._document.text[span.end : span.end + 1] in _LINE_ENDS:
            return self._replacing(span, "")
        # As indentation, plain spaces would make code of a paragraph.
        if not self._places.line_before(span.start).strip():
            return None
        safety = Safety.UNSAFE if place is TextPlace.MARKER else Safety.SAFE
        return self._replacing(span, " ", safety)

    def _replacing(self, span: Span, text: str, safety: Safety = Safety.SAFE) -> Fix:
        title = "Write a plain space" if text else "Delete it"
        return Fix(title, safety, (Edit(self._document.path, span.start, span.end, text),))
