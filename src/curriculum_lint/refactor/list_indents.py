"""Lists that are meant to lie in an item, and are indented too little: below `10.` as below `9.`.

A list in an item begins where the item's text does. With fewer blanks it is shown beside the items
and ends their list; people see by the numbers, which go on, that it is not meant so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..edits.edit import Edit, Fix, Safety
from ..listings.listing import parent_of
from ..listings.page_units import place_of
from ..listings.read import ListingReader, reader_of
from ..model.curriculum import Curriculum, Page
from ..parse.document import BlockKind, Document
from ..text.regions import Regions
from .restructuring import Restructuring
from .units.editions import Holds

_LINE = re.compile(r"(?P<indent> *)(?P<rest>[^\r\n]*)(?:\r\n?|\n|\Z)")
_NUMBERED = re.compile(r"(?P<number>\d{1,9})[.)] +(?=\S)")
_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)]) +\S")
#: So many entries about units make a list of them.
_LEAST = 2


def mend_indents(work: Restructuring, *parents: str) -> None:
    """Indent what lies in items of lists of units below ``parents``, before these are written."""
    is_first = not work.is_begun
    for edition in (None, *work.editions):
        curriculum = work.seen(edition)
        units = [edition.like(curriculum, work.curriculum, p) for p in parents] if edition else []
        own = {unit.path for unit in units if unit} if edition else {*parents}
        work.make(list(_fixes(curriculum, own, work.holds(edition))))
    if is_first and work.is_begun:
        # What was shown as entries of the outer list is none any more, and need not be.
        work.begin_here()


def _fixes(curriculum: Curriculum, parents: set[str], holds: Holds) -> Iterator[Fix]:
    reader = reader_of(curriculum)
    for page in filter(lambda each: holds(each.path), curriculum.pages.values()):
        entries = _entries(reader, page, parents)
        edits = tuple(_edits(page.document, entries)) if len(entries) >= _LEAST else ()
        if edits:
            line = page.document.line(edits[0].start)
            told = f"{page.path}:{line} was indented too little to lie in the item above it."
            yield Fix("Indent lists in items", Safety.SAFE, edits, caution=told)


def _entries(reader: ListingReader, page: Page, parents: set[str]) -> set[int]:
    """Where the page has what may be entries about units below ``parents``."""
    found = [
        (target.link.span.start, place_of(reader.order, target))
        for target in reader.curriculum.targets.get(page.path, ())
    ]
    found += [(u.entry.start, u.place) for each in reader.with_lone_on(page) for u in each.units]
    return {at for at, place in found if place and parent_of(place).path in parents}


class _Item:
    """An item of a list that counts, with the lines of lists that may lie in it.

    ``inside`` is where its text begins; ``is_entry`` says whether it is about a unit.
    """

    def __init__(self, indent: int, number: int, inside: int, *, is_entry: bool) -> None:
        self.indent, self.number, self.inside, self.is_entry = indent, number, inside, is_entry
        self.lines: list[re.Match[str]] = []
        #: Whether nothing but its own line came before a list.
        self.is_bare = True

    def goes_on(self, indent: int, number: int) -> bool:
        """Whether an item with that number is the next one of the same list."""
        return (indent, number) == (self.indent, self.number + 1)

    def may_hold(self, line: re.Match[str]) -> bool:
        """Whether a line may lie in it: one with less blanks only directly below its own."""
        indent = len(line["indent"])
        is_listed = _MARKER.match(line["rest"]) is not None
        return indent > self.indent or (indent == self.indent and is_listed and self.is_bare)

    @property
    def column(self) -> int | None:
        """Where the first list in it begins."""
        return next((len(m["indent"]) for m in self.lines if _MARKER.match(m["rest"])), None)


def _edits(document: Document, entries: set[int]) -> Iterator[Edit]:
    """The blanks that lines lack: in items that others follow, or with lists as in others."""
    for run in _runs(document, entries):
        columns: set[int] = set()
        for item in run if sum(each.is_entry for each in run) >= _LEAST else ():
            column = item.column
            if column is None:
                continue
            if column < item.inside and (item is not run[-1] or column in columns):
                yield from _indented(document, item, column)
            columns.add(column)


def _indented(document: Document, item: _Item, column: int) -> Iterator[Edit]:
    begun = False
    for line in item.lines:
        begun = begun or (len(line["indent"]) == column and bool(_MARKER.match(line["rest"])))
        if begun:
            yield Edit(document.path, line.start(), line.start(), " " * (item.inside - column))


def _runs(document: Document, entries: set[int]) -> Iterator[Sequence[_Item]]:
    """The lists that count, each with all of its items, however they are shown."""
    apart = Regions(
        b.span for b in document.blocks if b.kind in (BlockKind.CODE, BlockKind.COMMENT)
    )
    run: list[_Item] = []
    for line in _LINE.finditer(document.text):
        rest = line["rest"]
        if not rest and run and not run[-1].lines:
            run[-1].is_bare = False
        if not rest or apart.hold(line.start("rest")):
            continue
        indent, match = len(line["indent"]), _NUMBERED.match(rest)
        if run and match and run[-1].goes_on(indent, int(match["number"])):
            run.append(_item(line, match, entries))
        elif run and run[-1].may_hold(line):
            run[-1].lines.append(line)
        else:
            yield run
            run = [_item(line, match, entries)] if match else []
    yield run


def _item(line: re.Match[str], match: re.Match[str], entries: set[int]) -> _Item:
    indent = len(line["indent"])
    is_entry = any(line.start() <= at < line.end() for at in entries)
    return _Item(indent, int(match["number"]), indent + match.end(), is_entry=is_entry)
