"""The parts of an entry: its name, what stands in front of that, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...listings.listing import IndexEntry, ListingForm, UnitEntry, UnitIndex
from ...parse.document import Link, LinkKind
from ...text.source import Span

_LINE_END = re.compile(r"[\r\n]|\Z")
_MARKS = re.compile(r"\*{1,3}|_{1,3}|~~")
_TAG = re.compile(r"<[^<>]*>")


def core_of(index: UnitIndex, entry: IndexEntry) -> Span | None:
    """Where the name of the unit stands: its link, or its words."""
    if entry.leads and entry.link < entry.start + len(entry.line):
        link = link_at(index, entry.link)
        return whole_link(index, link) if link else None
    return entry.name.span if entry.name else None


def whole_link(index: UnitIndex, link: Link) -> Span:
    """The link with its end: that of HTML is known by its first tag."""
    if link.kind is not LinkKind.HTML_LINK:
        return link.span
    end = index.page.document.text.find("</a>", link.span.end)
    return Span(link.span.start, end + len("</a>")) if end >= 0 else link.span


def lead_of(index: UnitIndex, entry: IndexEntry) -> str:
    """What stands in front of the name."""
    core = core_of(index, entry)
    return index.page.document.text[entry.start : core.start] if core else ""


def headings_name_units(units: Sequence[UnitEntry]) -> bool:
    """Whether the headings of sections name or link their units, and do not stand above links."""
    in_heading = (each.entry.link < each.entry.start + len(each.entry.line) for each in units)
    return all(
        each.entry.named is not None or (each.entry.leads and is_in)
        for each, is_in in zip(units, in_heading, strict=True)
    )


def tail_of(index: UnitIndex, entry: IndexEntry) -> str:
    """What follows the name in its line."""
    text, core = index.page.document.text, core_of(index, entry)
    start = core.end if core else entry.start
    within = entry.start + len(entry.line)
    if index.form is ListingForm.LINE and entry.line.startswith("<"):
        return text[start:within]
    match = _LINE_END.search(text, start)
    end = match.start() if match else start
    return text[start : min(end, within) if start <= within else end].rstrip()


def link_at(index: UnitIndex, start: int) -> Link | None:
    """The link of the page that begins at ``start``."""
    links = index.page.document.links
    return next((link for link in links if link.span.start == start), None)


def tags_in(text: str) -> list[str]:
    """The tags of HTML in a text."""
    return _TAG.findall(text)


def open_marks(lead: str) -> Iterator[str]:
    """The marks of emphasis that ``lead`` opens and does not close."""
    found: list[str] = []
    for mark in _MARKS.findall(lead):
        if found and found[-1] == mark:
            found.pop()
        else:
            found.append(mark)
    yield from found
