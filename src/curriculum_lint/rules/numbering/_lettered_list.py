"""Makes a nested bullet list of lettered lines, with the letters kept."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ...edits.edit import Edit, Fix, Safety
from ...parse.document import Document, LetteredItem, ListItem
from ._lettered_runs import Run, line_start

_BLANKS = re.compile(r"\s*")


class ListMaker:
    """Makes fixes for the runs of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._items = {item.span.start: item for each in document.lists for item in each.items}
        dashed = [each for each in document.lists if document.text[each.span.start] == "-"]
        self._starts = sorted(each.span.start for each in dashed)
        self._ends = sorted(each.span.end for each in dashed)
        markers = {line.marker.start for line in document.lettered}
        labels = (label.span.start for label in document.labels)
        self._labels = sorted(start for start in labels if start not in markers)

    def fix(self, run: Run) -> Fix | None:
        """Bullets before the letters, in the column of the text of the item around them.

        ``None`` where the lines stand in a quote, or what follows in the paragraph (a label,
        letters of no list) would become part of the list.
        """
        indent = self._indent(run.lines[0].item)
        if indent is None or run.mixed or self._is_quoted(run):
            return None
        if self._holds_label(run) or self._would_swallow(run, indent):
            return None
        bullet = self._bullet(run)
        edits: list[Edit] = []
        for line in run.lines:
            edit = self._edit(line, indent, bullet)
            if edit is None:
                return None
            edits.append(edit)
        return Fix("Make the lettered lines a list", Safety.SAFE, tuple(edits))

    def _is_quoted(self, run: Run) -> bool:
        begin = line_start(self._document, run.block.start)
        return ">" in self._document.text[begin : run.block.start]

    def _holds_label(self, run: Run) -> bool:
        behind = bisect_right(self._labels, run.lines[0].span.start)
        return behind < bisect_left(self._labels, run.block.end)

    def _would_swallow(self, run: Run, indent: int) -> bool:
        """Whether what follows stands so far in that it would become part of the last item."""
        text = self._document.text
        match = _BLANKS.match(text, run.block.end)
        following = match.end() if match else len(text)
        before = text[line_start(self._document, following) : following]
        return following < len(text) and ("\t" in before or len(before) > indent + 1)

    def _indent(self, item: int) -> int | None:
        """The column of the text of the item that begins at ``item``, ``None`` if unclear."""
        if item < 0:
            return 0
        begin = line_start(self._document, item)
        before, gap = self._document.text[begin:item], self._gap(self._items[item])
        if ">" in before or "\t" in before or "\t" in gap:
            return None
        width = len(gap) if 1 <= len(gap) <= 4 else 1
        return self._items[item].marker.end - begin + width

    def _gap(self, item: ListItem) -> str:
        """The blanks between a marker and the text, none if that is on the next line."""
        match = _BLANKS.match(self._document.text, item.marker.end)
        blanks = match[0] if match else ""
        return "" if "\n" in blanks or "\r" in blanks else blanks

    def _edit(self, line: LetteredItem, indent: int, bullet: str) -> Edit | None:
        path, start = self._document.path, line.marker.start
        before = self._document.text[line_start(self._document, start) : start]
        if not before.strip(" \t"):
            return Edit(path, start - len(before), start, f"{' ' * indent}{bullet} ")
        # The line may be the first of its item: "1. a) …".
        leads_item = line.item >= 0 and self._items[line.item].marker.end + 4 >= start
        if leads_item and not before[-1:].strip():
            return Edit(path, start, start, f"{bullet} ")
        return None

    def _bullet(self, run: Run) -> str:
        """``-``, or ``*`` where the list would otherwise grow together with one beside it."""
        text, (start, end) = self._document.text, run.block
        at = bisect_right(self._ends, start) - 1
        follows = at >= 0 and self._reaches(text, self._ends[at], start)
        at = bisect_left(self._starts, end)
        precedes = at < len(self._starts) and self._reaches(text, end, self._starts[at])
        return "*" if follows or precedes else "-"

    def _reaches(self, text: str, start: int, end: int) -> bool:
        """Whether only blanks stand between two offsets."""
        match = _BLANKS.match(text, start, end)
        return match is not None and match.end() == end
