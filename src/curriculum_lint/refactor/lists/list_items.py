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

    Lines that do not lie in it, but go on with its words or stand below it, stay as they are.
    ``None`` where a later line is indented too little to follow.
    """
    more = len(new) - len(old)
    first, *lines = _lines(text.removeprefix(old))
    inside = _column(first) + len(old)
    moved = [each if _column(each) < inside else _indented(each, more) for each in lines]
    return None if None in moved else new + "".join(map(str, (first, *moved)))


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


def _column(line: str) -> int:
    """How many blanks it begins with."""
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip(" "))


def _indented(line: str, more: int) -> str | None:
    """The line with so many blanks more, or less; ``None`` where it does not begin with blanks."""
    if more >= 0 or not line.strip():
        return " " * more + line if line.strip() else line
    return None if line[:-more].strip(" ") else line[-more:]


def _lines(text: str) -> list[str]:
    """The lines with their endings; at least one."""
    return _LINE_END.split(text)
