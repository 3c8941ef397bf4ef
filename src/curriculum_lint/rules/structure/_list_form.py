"""A list written as the other kind of list: bullets get numbers, or numbers become bullets."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from ...edits.edit import Edit
from ...model.outline import Form, Section
from ...parse.document import Document, List, ListItem
from ...text.late_pattern import late_pattern
from ...text.source import Span

#: A marker and what follows it; with five blanks or more the item begins with code.
_MARKED = late_pattern(r"[^\s]+( {1,4}(?=\S)|(?=\n|\Z))")


class ListForms:
    """Rewrites lists of one document; ``None`` stands for what is not certain."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lists = sorted(document.lists, key=lambda each: each.items[0].marker.start)
        self._starts = [each.items[0].marker.start for each in self._lists]

    def as_other_list(self, section: Section) -> tuple[Edit, ...] | None:
        """The edits that turn the section's only list into the other kind of list.

        ``None`` for several lists, quotations, tabs, and code at the start of an item.
        """
        if [each.items for each in self._outermost(section)] != [section.items]:
            return None
        edits: list[Edit] = []
        for item, marker in zip(section.items, self._markers(section), strict=True):
            found = self._item(item, marker)
            if found is None:
                return None
            edits += found
        return tuple(edits)

    def _outermost(self, section: Section) -> list[List]:
        """The lists of the section that are in no other list of it."""
        first, last = (bisect_left(self._starts, offset) for offset in section.body)
        inside = self._lists[first:last]
        depth = min((each.depth for each in inside), default=0)
        return [each for each in inside if each.depth == depth]

    def _markers(self, section: Section) -> list[str]:
        if section.form is Form.ORDERED:
            return [self._bullet] * len(section.items)
        return [f"{number}." for number in range(1, len(section.items) + 1)]

    @cached_property
    def _bullet(self) -> str:
        """The character that most bullets of the document are."""
        text = self._document.text
        found = Counter(
            text[item.marker.start : item.marker.end]
            for each in self._lists
            if not each.ordered
            for item in each.items
        )
        return found.most_common(1)[0][0] if found else "-"

    def _item(self, item: ListItem, marker: str) -> list[Edit] | None:
        """The item with another marker, and its lines moved by as much as that is longer."""
        path, text, start = self._document.path, self._document.text, item.marker.start
        lines = list(self._lines(item.span))
        marked = _MARKED.match(text, start, lines[0].end)
        if marked is None or text[lines[0].start : start].strip(" "):
            return None
        if any("\t" in _leading(text, line) for line in lines):
            return None
        column = marked.end() - lines[0].start + (not marked[1])
        longer = len(marker) - (item.marker.end - start)
        # Lines that are indented less go on with a paragraph wherever they begin.
        moved = (line for line in lines[1:] if len(_leading(text, line)) >= column)
        shifted = [_shifted(path, line.start, longer) for line in moved if _has_text(text, line)]
        return [Edit(path, *item.marker, marker), *shifted]

    def _lines(self, span: Span) -> Iterator[Span]:
        """The lines that the item is on, whole."""
        starts, end = self._document.line_starts, len(self._document.text)
        first = self._document.line(span.start) - 1
        last = self._document.line(max(span.start, span.end - 1))
        for at in range(first, last):
            yield Span(starts[at], starts[at + 1] if at + 1 < len(starts) else end)


def _has_text(text: str, line: Span) -> bool:
    return not text[line.start : line.end].isspace()


def _leading(text: str, line: Span) -> str:
    begin = text[line.start : line.end]
    return begin[: len(begin) - len(begin.lstrip(" \t"))]


def _shifted(path: str, start: int, longer: int) -> Edit:
    if longer < 0:
        return Edit(path, start, start - longer, "")
    return Edit(path, start, start, " " * longer)
