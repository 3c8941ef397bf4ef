"""Items of lists as text: with another marker, at another place."""

from __future__ import annotations

import re
from itertools import pairwise

from ...parse.document import Document, List, ListItem

_LINE_END = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def item_text(document: Document, item: ListItem) -> str:
    """The item with everything in it, from its marker to the end of its last line."""
    return document.text[item.marker.start : item.span.end].rstrip()


def marker_text(document: Document, item: ListItem) -> str:
    """The marker as written: ``-`` or ``3.``."""
    return document.text[slice(*item.marker)]


def with_marker(text: str, old: str, new: str) -> str | None:
    """The item ``text`` with the marker ``new``, its later lines indented to fit.

    ``None`` where a later line is indented too little to follow.
    """
    more = len(new) - len(old)
    first, *lines = _lines(text.removeprefix(old))
    if more < 0 and any(line.strip() and line[:-more].strip(" ") for line in lines):
        return None
    moved = [line if not line.strip() else _indented(line, more) for line in lines]
    return new + first + "".join(moved)


def with_number(marker: str, number: int) -> str:
    """The marker of an ordered list with another number."""
    width = len(marker) - 1 if marker.startswith("0") else 0
    return str(number).zfill(width) + marker[-1]


def next_marker(marker: str) -> str:
    """The marker of the next item: ``4.`` behind ``3.``, and ``-`` behind ``-``."""
    number = marker[:-1]
    return with_number(marker, int(number) + 1) if number.isdigit() else marker


def previous_marker(marker: str) -> str:
    """The marker of the item before: ``3.`` before ``4.``."""
    number = marker[:-1]
    return with_number(marker, int(number) - 1) if number.isdigit() else marker


def counts_on(each: List) -> bool:
    """Whether the list is ordered, and each number is one more than that before it."""
    numbers = [item.number or 0 for item in each.items]
    return each.ordered and all(later == number + 1 for number, later in pairwise(numbers))


def _indented(line: str, more: int) -> str:
    return " " * more + line if more > 0 else line[-more:]


def _lines(text: str) -> list[str]:
    """The lines with their endings; at least one."""
    return _LINE_END.split(text)
