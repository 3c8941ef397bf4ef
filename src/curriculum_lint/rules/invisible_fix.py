"""How an invisible character is put right, by where it stands."""

from __future__ import annotations

from ..changes.edit import Edit, Fix, Safety
from ..parse.document import Document
from ..text.invisible import is_space
from ..text.source import Span
from .text_places import TextPlace, TextPlaces

_MARKUP = frozenset("*_`~[]()<>#@|\\+-=!:&")
_LINE_ENDS = frozenset(("", "\n", "\r"))


def fix_invisible(
    document: Document, places: TextPlaces, span: Span, place: TextPlace
) -> Fix | None:
    """The fix of a run of one invisible character; ``None`` where it could do harm."""
    if is_space(document.text[span.start]):
        return _fix_space(document, places, span, place)
    around = {document.text[span.start - 1 : span.start], document.text[span.end : span.end + 1]}
    # Between markup, a zero-width character may be what keeps it from being read as such.
    is_safe = place is TextPlace.CODE or not around & _MARKUP
    safety = Safety.SAFE if is_safe else Safety.UNSAFE
    return Fix("Delete it", safety, (Edit(document.path, *span, ""),))


def _fix_space(document: Document, places: TextPlaces, span: Span, place: TextPlace) -> Fix | None:
    if place is TextPlace.CODE:
        text = " " * (span.end - span.start)
        return Fix("Write a plain space", Safety.SAFE, (Edit(document.path, *span, text),))
    if place is TextPlace.DESTINATION or _is_anchor_used(document, span, place):
        return None
    if document.text[span.end : span.end + 1] in _LINE_ENDS:
        return Fix("Delete it", Safety.SAFE, (Edit(document.path, *span, ""),))
    # As indentation, plain spaces would make code of a paragraph.
    if not places.line_before(span.start).strip():
        return None
    safety = Safety.UNSAFE if place is TextPlace.MARKER else Safety.SAFE
    return Fix("Write a plain space", safety, (Edit(document.path, *span, " "),))


def _is_anchor_used(document: Document, span: Span, place: TextPlace) -> bool:
    """Whether a link of this document needs the heading's anchor as it is."""
    if place is not TextPlace.HEADING:
        return False
    headings = (h for h in document.headings if h.span.start <= span.start < h.span.end)
    anchors = {heading.anchor for heading in headings}
    return any(link.destination.partition("#")[2] in anchors for link in document.links)
