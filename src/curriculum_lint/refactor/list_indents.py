"""Lists that are meant to lie in an item, and are indented too little: below `10.` as below `9.`.

A list in an item begins where the item's text does. People count to nine with three blanks and go
on so: from the tenth item on, what they indent is shown beside the items and ends their list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..edits.edit import Edit, Fix, Safety
from ..listings.listing import parent_of
from ..listings.read import reader_of
from ..model.curriculum import Curriculum
from ..parse.document import BlockKind, Document
from ..text.regions import Regions
from .restructuring import Restructuring

_LINE = re.compile(r"(?P<indent> *)(?P<rest>[^\r\n]*)(?:\r\n?|\n|\Z)")
_NUMBERED = re.compile(r"(?P<number>\d{1,9})[.)] +(?=\S)")
_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)]) +\S")
#: A tenth item: before it, nothing can go wrong.
_MANY = re.compile(r"^ *\d{2,9}[.)] ", re.MULTILINE)


def mend_indents(work: Restructuring, *parents: str) -> None:
    """Indent what lies in items of lists of units below ``parents``, before these are written."""
    is_first = not work.is_begun
    for edition in (None, *work.editions):
        curriculum = work.seen(edition)
        units = [edition.like(curriculum, work.curriculum, p) for p in parents] if edition else []
        own = {unit.path for unit in units if unit} if edition else {*parents}
        fixes = list(_fixes(curriculum, own))
        work.make(each for each in fixes if work.holds(edition)(each.edits[0].path))
    if is_first and work.is_begun:
        # What was shown as entries of the outer list is none any more, and need not be.
        work.begin_here()


def _fixes(curriculum: Curriculum, parents: set[str]) -> Iterator[Fix]:
    reader = reader_of(curriculum)
    for page in curriculum.pages.values():
        edits = tuple(_edits(page.document)) if _MANY.search(page.document.text) else ()
        indexes = reader.on(page) if edits else ()
        if any(parent_of(place).path in parents for each in indexes for _, place in each.units):
            line = page.document.line(edits[0].start)
            told = f"{page.path}:{line} was indented too little to lie in the item above it."
            yield Fix("Indent lists in items", Safety.SAFE, edits, caution=told)


class _Item:
    """The numbered item that lines may belong to; ``inside`` is where its text begins."""

    def __init__(self, indent: int, number: int, inside: int) -> None:
        self.indent, self.number, self.inside = indent, number, inside
        #: By how much its lines are to be indented more; unknown before the first of them.
        self.more: int | None = None


def _edits(document: Document) -> Iterator[Edit]:
    """The blanks that lines lack, in lists whose earlier items hold lists at the same column."""
    apart = Regions(
        b.span for b in document.blocks if b.kind in (BlockKind.CODE, BlockKind.COMMENT)
    )
    item: _Item | None = None
    columns: set[int] = set()
    for line in _LINE.finditer(document.text):
        indent = len(line["indent"])
        if not line["rest"] or apart.hold(line.start("rest")):
            continue
        if item is not None and indent > item.indent:
            if item.more is None:
                item.more = _lacks(item, indent, line["rest"], columns)
            if item.more and line["rest"]:
                yield Edit(document.path, line.start(), line.start(), " " * item.more)
            continue
        match = _NUMBERED.match(line["rest"])
        follows = (
            match and item and (indent, int(match["number"])) == (item.indent, item.number + 1)
        )
        columns = columns if follows else set()
        item = _Item(indent, int(match["number"]), indent + match.end()) if match else None


def _lacks(item: _Item, indent: int, rest: str, columns: set[int]) -> int:
    """How many blanks a list in an item lacks; its column is remembered where it is right."""
    if not _MARKER.match(rest):
        return 0
    if indent >= item.inside:
        columns.add(indent)
        return 0
    return item.inside - indent if indent in columns else 0
