"""The comparison for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.escape import printable
from .item import Change, ItemChange
from .runs import ChangeEntry, entries
from .tested import Tested, tested_words
from .words import entry_name, summary, told


def text_changes(changes: Sequence[ItemChange], tested: Tested | None = None) -> Iterator[str]:
    """A line for each file, and below it one for each change; the figures come last."""
    path = None
    for entry in entries(changes):
        item = entry.change.item
        if item.path != path:
            path = item.path
            yield f"{printable(path)}\n"
        yield f"{printable(f'  {entry_name(entry)} – {told(entry)}')}\n"
        yield from _criteria(entry)
    if path is not None:
        yield "\n"
    yield f"{printable(summary(changes))}\n"
    if words := tested_words(tested):
        yield f"{words}\n"


def _criteria(entry: ChangeEntry) -> Iterator[str]:
    before, after, changes = entry.change
    if Change.CRITERIA not in changes or before is None or after is None:
        return
    for sign, ours, theirs in (("-", before, after), ("+", after, before)):
        for line in ours.criteria:
            if line not in theirs.criteria:
                yield f"{printable(f'      {sign} {line}')}\n"
