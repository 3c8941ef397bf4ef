"""Lettered lines that people mean as one list, and that do not look like one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ...parse.document import Block, BlockKind, Document, LetteredItem
from ...text.late_pattern import late_pattern
from ...text.source import Span

#: "a. m.", "a. k. a."
_ABBREVIATION = late_pattern(r"\s+[a-z]\.")
_NUMBERED = late_pattern(r"[\r\n][ \t]*\d{1,9}[.)][ \t]")
_HARD_BREAK = late_pattern(r"(?:  |\\|<br ?/?>)\Z")


class Run(NamedTuple):
    """Lines that follow each other in the alphabet, all in the paragraph ``block``.

    ``mixed`` is true where other lines of the paragraph look like items but make no list.
    """

    lines: tuple[LetteredItem, ...]
    block: Span
    mixed: bool = False


def lettered_runs(document: Document) -> Iterator[Run]:
    """The runs that a reader takes for a list, and that melt into one line."""
    blocks = [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    starts = [block.span.start for block in blocks]

    def paragraph(line: LetteredItem) -> Block:
        return blocks[bisect_right(starts, line.span.start) - 1]

    for block, each in groupby(document.lettered, paragraph):
        lines = list(each)
        runs = [run for run in _runs(lines, block.span) if _is_list(document, run)]
        mixed = sum(len(run.lines) for run in runs) < len(lines) or _is_numbered(document, block)
        yield from (run._replace(mixed=mixed) for run in runs if not _is_broken(document, run))


def melts(document: Document, run: Run, line: LetteredItem) -> bool:
    """Whether a line stands on one line with the text above it, or the next ones with it."""
    if not line.leads:
        return not _follows_break(document, line.span.start)
    return not all(_follows_break(document, each.span.start) for each in run.lines[1:2])


def line_start(document: Document, offset: int) -> int:
    """Where the line begins on which ``offset`` is."""
    return document.line_starts[document.line(offset) - 1]


def _runs(lines: list[LetteredItem], block: Span) -> Iterator[Run]:
    """Runs from ``a`` on."""
    found: list[LetteredItem] = []
    for line in lines:
        follows = bool(found) and ord(line.letter) == ord(found[-1].letter) + 1
        if found and not follows:
            yield Run(tuple(found), block)
            found = []
        if follows or line.letter == "a":
            found.append(line)
    if found:
        yield Run(tuple(found), block)


def _is_list(document: Document, run: Run) -> bool:
    first = run.lines[0]
    if any(_ABBREVIATION.match(document.text, line.marker.end) for line in run.lines):
        return False
    if len(run.lines) > 1:
        return True
    is_second_line = document.line(first.span.start) == document.line(first.item) + 1
    return first.item >= 0 and not first.leads and is_second_line


def _is_numbered(document: Document, block: Block) -> bool:
    """Whether a line looks like a list's: `10. …` opens none inside a paragraph."""
    return _NUMBERED.search(document.text, *block.span) is not None


def _is_broken(document: Document, run: Run) -> bool:
    """Whether a hard break stands before every line that is not the paragraph's first."""
    return all(line.leads or _follows_break(document, line.span.start) for line in run.lines)


def _follows_break(document: Document, offset: int) -> bool:
    start = line_start(document, offset)
    before = document.text[line_start(document, start - 1) : start].rstrip("\r\n")
    return _HARD_BREAK.search(before) is not None
