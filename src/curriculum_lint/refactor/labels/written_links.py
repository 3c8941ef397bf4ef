"""The texts of links, as they are written: where they stand, and where a part of one does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...listings.neighbours import words_of
from ...listings.page_units import place_of
from ...listings.read import reader_of
from ...model.curriculum import Curriculum, Page
from ...model.reading_order import UnitPlace
from ...model.target import Target
from ...parse.document import Document, Link, LinkKind
from ...text.source import Span

_BRACKET = re.compile(r"[\[\]]")
_MARKS = re.compile(r"[*_`~]+")


def shown_links(curriculum: Curriculum, page: Page) -> Iterator[tuple[Link, Target]]:
    """The links of a page that readers see, with what they lead to: references by a definition."""
    defined: dict[str | None, Target] = {}
    for target in curriculum.targets.get(page.path, ()):
        if target.link.kind is LinkKind.DEFINITION:
            defined.setdefault(target.link.label, target)
        else:
            yield target.link, target
    for link in page.document.links if defined else ():
        if link.kind is LinkKind.REFERENCE and link.label in defined:
            yield link, defined[link.label]


def worded_links(curriculum: Curriculum, page: Page) -> Iterator[tuple[Link, Target]]:
    """The same; those in HTML have their words as the text, too."""
    for link, target in shown_links(curriculum, page):
        yield link._replace(text=words_of(link, page.document.text)), target


def unit_links(curriculum: Curriculum, page: Page) -> Iterator[tuple[Link, UnitPlace]]:
    """The links to units, to parts of their readmes, and to what lies in their folders."""
    order = reader_of(curriculum).order
    for link, target in worded_links(curriculum, page):
        place = place_of(order, target) or order.by_readme.get(target.page or "")
        place = place or order.place_around(target.page or "")
        if place is not None:
            yield link, place


def uses_of(link: Link, document: Document) -> list[Link]:
    """The link itself, or for a definition the references that lead by it."""
    if link.kind is not LinkKind.DEFINITION:
        return [link]
    is_use = (
        each.kind is LinkKind.REFERENCE and each.label == link.label for each in document.links
    )
    return [each for each, is_its in zip(document.links, is_use, strict=True) if is_its]


def text_start(link: Link, document: Document) -> int:
    """Where the link's text stands in the file, -1 where markup makes that uncertain.

    Marks around all of it are no part of it: ``[**Files**](…)``.
    """
    span = written_span(link, document)
    if span is None or not link.text:
        return -1
    raw = document.text[slice(*span)]
    marks = _MARKS.match(raw)
    width = len(marks[0]) if marks else 0
    if raw == link.text:
        return span.start
    is_wrapped = raw[width : len(raw) - width] == link.text
    return span.start + width if is_wrapped and raw.endswith(raw[:width]) else -1


def text_span(link: Link, document: Document) -> Span | None:
    """All of the link's text as it is written, where nothing but brackets is escaped in it."""
    start, span = text_start(link, document), written_span(link, document)
    if start >= 0:
        return Span(start, start + len(link.text))
    is_plain = span is not None and escape_brackets(link.text) == document.text[slice(*span)]
    return span if is_plain else None


def escape_brackets(text: str) -> str:
    """``text`` as it stands between the brackets of a link."""
    return _BRACKET.sub(r"\\\g<0>", text)


def place_in_text(link: Link, document: Document, at: int, length: int) -> int:
    """Where a part of the link's text stands in the file, -1 where that is not certain.

    Marks and backslashes may stand between its parts: ``[Module **3**: Files](…)``.
    """
    start, span = text_start(link, document), written_span(link, document)
    if start >= 0:
        return start + at
    part = link.text[at : at + length]
    if span is None or not part or document.text.count(part, *span) != link.text.count(part):
        return -1
    found = span.start - 1
    for _ in range(link.text.count(part, 0, at) + 1):
        found = document.text.find(part, found + 1, span.end)
    return found


def written_span(link: Link, document: Document) -> Span | None:
    """The text of a link with its markup, where it can be changed.

    `[Files][]` and `[Files]` lead where their words say: `with_labels` lets them lead on.
    """
    text, start = document.text, link.span.start
    if link.kind is LinkKind.REFERENCE:
        end = text.rfind("][", start, link.span.end)
        return Span(start + 1, end if end > start else link.span.end - 1)
    if link.target is None:
        return None
    if link.kind is LinkKind.HTML_LINK:
        start = text.find(">", link.target.end) + 1
        end = text.find("</a", start)
        return Span(start, end) if start and end >= 0 else None
    end = text.rfind("](", start, link.target.start)
    return Span(start + 1, end) if link.kind is LinkKind.INLINE and end > start else None
