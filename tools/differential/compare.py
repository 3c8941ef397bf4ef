"""Two pages of one text → their differences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from .page import Lines, Page, PageLink
from .read import read_page
from .rendered import rendered_page

_NOT_TEXT = re.compile(r"[^\w\[\]]|_")


class Difference(NamedTuple):
    """A fact that only one side has: ``fact`` says which kind of fact it is."""

    fact: str
    shown_only: str
    read_only: str

    def __str__(self) -> str:
        return f"{self.fact}: GitHub shows {self.shown_only}, we read {self.read_only}"


#: The kinds of facts that are compared as they are.
_EQUAL = ("code_spans", "code", "tables", "items", "footnotes")
#: Those that raw HTML has a part in.
_RAW = ("addresses", "headings", "anchors")


def differences(text: str) -> list[Difference]:
    """Where what we read of ``text`` differs from what GitHub shows."""
    return list(compare(rendered_page(text), read_page(text)))


def compare(shown: Page, read: Page) -> Iterator[Difference]:
    """The differences of two pages of one text."""
    for fact in (*_EQUAL, *_comparable_raw(shown)):
        yield from _unequal(fact, getattr(shown, fact), getattr(read, fact))
    yield from _places(shown.heading_lines, read.heading_lines)
    yield from _links("links", shown.links, read.links)
    yield from _links("images", shown.images, read.images)
    yield from _definitions(shown.definitions, read.definitions)
    yield from _brackets(shown.text, read.text)


def _comparable_raw(shown: Page) -> Iterable[str]:
    if shown.is_swallowed:
        return ()
    return (fact for fact in _RAW if fact != "headings" or not shown.nests_headings)


def fact_count(page: Page) -> int:
    """How many facts of a page are compared."""
    kinds = (*_EQUAL, *_RAW, "links", "images", "definitions")
    return sum(len(getattr(page, kind)) for kind in kinds)


def _unequal(fact: str, shown: Iterable[object], read: Iterable[object]) -> Iterator[Difference]:
    left, right = Counter(shown), Counter(read)
    if left != right:
        yield Difference(fact, _list(left - right), _list(right - left))


def _list(facts: Counter[object]) -> str:
    return ", ".join(map(repr, sorted(facts.elements(), key=repr))) or "nothing"


def _places(shown: list[Lines], read: list[Lines]) -> Iterator[Difference]:
    """Each of our headings is inside the lines that GitHub tells, which may hold definitions."""
    pairs = zip(sorted(shown), sorted(read), strict=False)
    wrong = [pair for pair in pairs if not pair[0].first <= pair[1].first <= pair[0].last]
    if wrong or len(shown) != len(read):
        yield Difference("place of headings", str(shown), str(read))


def _links(fact: str, shown: list[PageLink], read: list[PageLink]) -> Iterator[Difference]:
    yield from _unequal(fact, map(_without_place, shown), map(_without_place, read))
    places = Counter((_without_place(link), link.lines.first) for link in read)
    for link in shown:
        own = _without_place(link)
        lines = [line for each, line in places if each == own]
        if lines and not any(link.lines.first <= line <= link.lines.last for line in lines):
            yield Difference(f"place of {fact}", str(link), str(lines))


def _without_place(link: PageLink) -> tuple[str, str]:
    return link.destination, link.text


def _definitions(shown: dict[str, str | None], read: dict[str, str | None]) -> Iterator[Difference]:
    for label, to in shown.items():
        if read.get(label) != to:
            yield Difference("definitions", f"{label} → {to}", f"{read.get(label)}")


def _brackets(shown: str, read: str) -> Iterator[Difference]:
    """What we take for a reference without a definition has to be shown with its brackets."""
    page = _NOT_TEXT.sub("", shown)
    for reference in read.splitlines():
        # The mark of a footnote in it is shown as a number.
        if "[^" not in reference and _NOT_TEXT.sub("", unescape(reference)) not in page:
            yield Difference("undefined references", "no such brackets", reference)
